// 绩效目标.
import { goalsOf } from '#electron/services/goals/goal-facts.ts';
import { exportForms, proposeGoals, saveGoal } from '#electron/services/goals/goals.ts';
import { importGoals } from '#electron/services/goals/import-goals.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names = Extract<keyof Handlers, `goals.${string}`>;

export function goalHandlers(context: AppContext): Pick<Handlers, Names> {
  return {
    'goals.read': ({ year, weights }) => ({
      rows: goalsOf(context.session(), year, weights).map(({ project: { id, code, name }, money, ...rest }) => ({
        project: { id, code, name },
        ...money,
        ...rest,
      })),
    }),
    'goals.import': ({ token, pairs, ...options }) =>
      importGoals(context.session(), options.dryRun ? context.tokens.look(token) : context.tokens.take(token), {
        ...options,
        pairs: new Map(Object.entries(pairs)),
      }),
    'goals.propose': ({ year }) => proposeGoals(context.session(), year),
    'goals.save': ({ goal }) => {
      saveGoal(context.session(), goal);
      return {};
    },
    'goals.export': ({ token, ...choices }) => exportForms(context.session(), context.tokens.take(token), choices),
  };
}
