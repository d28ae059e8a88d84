// 任务、村情、名单、联农带农、依据文件.
import { countVillages, tasksFromIndicators } from '#electron/services/lists/from-own-data.ts';
import { importList } from '#electron/services/lists/import-list.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names = Extract<keyof Handlers, `lists.${string}`> | 'tasks.propose' | 'villages.count';

export function listHandlers(context: AppContext): Pick<Handlers, Names> {
  return {
    'lists.import': ({ list, token, dryRun, year, name }) =>
      importList(context.session(), list, dryRun ? context.tokens.look(token) : context.tokens.take(token), {
        ...{ year, list: name, dryRun },
      }),
    'tasks.propose': ({ take }) => ({ tasks: tasksFromIndicators(context.session(), take) }),
    'villages.count': ({ year, take }) => countVillages(context.session(), year, take),
  };
}
