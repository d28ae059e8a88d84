// 项目办理.
import { readBoard, readYearPlan } from '#electron/services/life/board.ts';
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
    'life.yearPlan': ({ year, asOf }) => readYearPlan(context.session(), year, asOf),
  };
}
