// What 规划设置 shows: the frame as stored, what uses it, and the schemes that could be taken in.
import { BUILT_IN_SCHEMES } from '#seeds/schemes.ts';
import type { CategoryScheme } from '#shared/domain/reference.ts';
import type { Frame } from '#shared/frame/frame.ts';
import { type FrameUses, frameUses } from '#shared/frame/frame-uses.ts';
import type { Session } from '../session.ts';

export interface FrameView {
  frame: Frame;
  uses: FrameUses;
  /** Schemes of the program that the workbook does not have. */
  builtIn: CategoryScheme[];
}

export function readFrame(session: Session): FrameView {
  const frame = session.frame();
  const known = new Set(frame.schemes.map(({ id }) => id));
  return {
    frame,
    uses: frameUses(session.planData().projects, frame.regions),
    builtIn: BUILT_IN_SCHEMES.filter(({ id }) => !known.has(id)),
  };
}
