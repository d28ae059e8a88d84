// 资金和进度.
import { removeFact, saveFact } from '#electron/services/funds/edit-funds.ts';
import { importBatches, importLines } from '#electron/services/funds/import-funds.ts';
import { importMonth, inspectMonth } from '#electron/services/funds/import-month.ts';
import { readFunds, readProgress, readProjectFunds } from '#electron/services/funds/report.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names = Extract<keyof Handlers, `funds.${string}` | `pay.${string}` | `progress.${string}`>;

const byRow = (pairs: Readonly<Record<string, string | null>>): Map<number, string | null> =>
  new Map(Object.entries(pairs).map(([row, id]) => [Number(row), id]));

export function fundHandlers(context: AppContext): Pick<Handlers, Names> {
  return {
    'funds.read': ({ asOf }) => readFunds(context.session(), asOf),
    'funds.ofProject': ({ id }) => readProjectFunds(context.session(), id),
    'funds.import': ({ token, ...options }) => importBatches(context.session(), context.tokens.take(token), options),
    'funds.allocate': ({ token, pairs, ...options }) =>
      importLines(context.session(), context.tokens.take(token), { ...options, pairs: byRow(pairs) }),
    'funds.save': ({ fact: { what, ...draft } }) => ({ id: saveFact(context.session(), what, draft as never) }),
    'funds.remove': ({ what, id }) => {
      removeFact(context.session(), what, id);
      return {};
    },
    // The same file is read again with other choices, and once more to be taken in.
    'pay.inspect': ({ token, pairs, ...options }) =>
      inspectMonth(context.session(), context.tokens.look(token), { ...options, pairs: byRow(pairs) }),
    'pay.import': ({ token, pairs, ...options }) =>
      importMonth(context.session(), context.tokens.take(token), { ...options, pairs: byRow(pairs) }),
    'progress.read': ({ by, asOf }) => readProgress(context.session(), by, asOf),
  };
}
