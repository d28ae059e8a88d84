// 规划评估.
import {
  listEvaluations,
  makeKeptEvaluation,
  readEvaluation,
  removeEvaluation,
} from '#electron/services/evaluation/evaluations.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names = Extract<keyof Handlers, `evaluation.${string}`>;

export function evaluationHandlers(context: AppContext): Pick<Handlers, Names> {
  return {
    'evaluation.make': (choices) => makeKeptEvaluation(context.session(), choices, new Date()),
    'evaluation.list': () => ({ evaluations: listEvaluations(context.session()) }),
    'evaluation.read': ({ id }) => readEvaluation(context.session(), id),
    'evaluation.remove': ({ id }) => {
      removeEvaluation(context.session(), id);
      return {};
    },
  };
}
