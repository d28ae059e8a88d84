// 规划设置.
import { exportFrame, importFrame } from '#electron/services/frame/frame-book.ts';
import { readFrame } from '#electron/services/frame/read-frame.ts';
import { saveFrame } from '#electron/services/frame/save-frame.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names = 'frame.read' | 'frame.save' | 'frame.export' | 'frame.import';

export function frameHandlers(context: AppContext): Pick<Handlers, Names> {
  return {
    'frame.read': () => readFrame(context.session()),
    'frame.save': ({ changes }) => saveFrame(context.session(), changes),
    'frame.export': async ({ token }) => {
      const target = context.tokens.take(token);
      const result = await exportFrame(context.session(), target);
      context.lastWritten = target;
      return result;
    },
    'frame.import': ({ token, dryRun }) => importFrame(context.session(), context.tokens.take(token), dryRun),
  };
}
