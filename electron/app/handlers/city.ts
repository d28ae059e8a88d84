// An upper plan put together from its counties.
import { takeWorkbooks } from '#electron/services/city/take-workbooks.ts';
import { reportTables } from '#electron/services/report.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

export function cityHandlers(context: AppContext): Pick<Handlers, 'city.take' | 'report.tables'> {
  return {
    'city.take': ({ tokens, ...choices }) =>
      takeWorkbooks(
        context.session(),
        // What is only looked at is taken in afterwards.
        tokens.map((token) => (choices.dryRun ? context.tokens.look(token) : context.tokens.take(token))),
        choices,
      ),
    'report.tables': ({ report }) => ({ tables: reportTables(context.session(), report, new Date()) }),
  };
}
