// 指标评价.
import { adoptIndicators, setValues } from '#electron/services/indicators/edit-indicators.ts';
import { importIndicators } from '#electron/services/indicators/import-indicators.ts';
import { readIndicators } from '#electron/services/indicators/read-indicators.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names = Extract<keyof Handlers, `indicators.${string}`>;

export function indicatorHandlers(context: AppContext): Pick<Handlers, Names> {
  return {
    'indicators.read': ({ year }) => readIndicators(context.session(), year),
    'indicators.set': ({ changes }) => setValues(context.session(), changes as Parameters<typeof setValues>[1]),
    'indicators.import': ({ token, pairs, ...options }) =>
      importIndicators(context.session(), options.dryRun ? context.tokens.look(token) : context.tokens.take(token), {
        ...options,
        pairs: new Map(Object.entries(pairs).map(([row, id]) => [Number(row), id])),
      }),
    'indicators.adopt': ({ token }) => adoptIndicators(context.session(), context.tokens.take(token)),
  };
}
