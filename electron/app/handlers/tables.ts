// What is added up from the list: subtotals and tables.
import { tablesOf } from '#electron/services/export.ts';
import { exportDesigns, importDesigns } from '#electron/services/own-tables.ts';
import { summarise } from '#electron/services/summary.ts';
import { contributions } from '#shared/tables/composition.ts';
import { computeTable } from '#shared/tables/compute.ts';
import { planOwnTable } from '#shared/tables/own-tables.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names =
  | 'summary.get'
  | 'tables.get'
  | 'tables.preview'
  | 'designs.export'
  | 'designs.import'
  | 'tables.composition';

export function tableHandlers(context: AppContext): Pick<Handlers, Names> {
  return {
    'summary.get': () => summarise(context.session().planData()),
    'tables.get': (wanted) => ({ tables: tablesOf(context.session(), wanted) }),
    'tables.preview': ({ design }) => {
      const data = context.session().planData();
      return { table: computeTable(planOwnTable('preview', design), data) };
    },
    'designs.export': async ({ token }) => {
      const target = context.tokens.take(token);
      const result = await exportDesigns(context.session(), target);
      context.lastWritten = target;
      return result;
    },
    'designs.import': ({ token }) => importDesigns(context.session(), context.tokens.take(token)),
    'tables.composition': ({ table, row, column }) => ({
      parts: contributions(context.session().planData(), table, row, column).map(({ project, value }) => ({
        id: project.id,
        value,
      })),
    }),
  };
}
