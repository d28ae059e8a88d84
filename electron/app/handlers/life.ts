// 项目办理.
import { exportBoard, readBoard } from '#electron/services/life/board.ts';
import { readSteps, removeStep, takeStep } from '#electron/services/life/steps.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names = Extract<keyof Handlers, `life.${string}`>;

export function lifeHandlers(context: AppContext): Pick<Handlers, Names> {
  return {
    'life.step': ({ ids, step, ...options }) => takeStep(context.session(), ids, step, options),
    'life.ofProject': ({ id }) => ({ events: readSteps(context.session(), id) }),
    'life.remove': ({ id }) => {
      removeStep(context.session(), id);
      return {};
    },
    'life.board': ({ asOf, by }) => readBoard(context.session(), asOf, by),
    'life.exportBoard': async ({ token, asOf, by }) => {
      const target = context.tokens.take(token);
      const result = await exportBoard(context.session(), target, asOf, by);
      context.lastWritten = target;
      return result;
    },
  };
}
