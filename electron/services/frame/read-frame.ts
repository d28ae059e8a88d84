// What 规划设置 shows: the frame as stored, what uses it, and the schemes that could be taken in.
import { USUAL_AGENCIES } from '#seeds/agencies.ts';
import { BUILT_IN_SCHEMES } from '#seeds/schemes.ts';
import { type Agency, foldAgency } from '#shared/domain/agencies.ts';
import type { CategoryScheme } from '#shared/domain/reference.ts';
import type { Frame } from '#shared/frame/frame.ts';
import { type FrameUses, frameUses } from '#shared/frame/frame-uses.ts';
import type { Session } from '../session.ts';

export interface FrameView {
  frame: Frame;
  uses: FrameUses;
  /** Schemes of the program that the workbook does not have. */
  builtIn: CategoryScheme[];
  /** Units that changed everywhere; [] where the workbook knows one of them already. */
  usualAgencies: Agency[];
}

export function readFrame(session: Session): FrameView {
  const frame = session.frame();
  const known = new Set(frame.schemes.map(({ id }) => id));
  return {
    frame,
    uses: frameUses(session.planData().projects, frame),
    builtIn: BUILT_IN_SCHEMES.filter(({ id }) => !known.has(id)),
    usualAgencies: missingAgencies(frame),
  };
}

function missingAgencies({ agencies }: Frame): Agency[] {
  const known = new Set(agencies.flatMap(({ id, name, aliases }) => [id, ...[name, ...aliases].map(foldAgency)]));
  const isKnown = USUAL_AGENCIES.some(({ id, name, aliases }) =>
    [id, name, ...aliases].some((text) => known.has(foldAgency(text))),
  );
  return isKnown ? [] : [...USUAL_AGENCIES];
}
