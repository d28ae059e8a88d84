// What is computed from the list — subtotals, tables, findings — and the log.

import { findAll } from '#electron/services/checks.ts';
import { tablesOf } from '#electron/services/export.ts';
import { describeChangeSet, listHistory } from '#electron/services/history.ts';
import { readPublishedFiles } from '#electron/services/published-files.ts';
import { summarise } from '#electron/services/summary.ts';
import { countFindings } from '#shared/checks/finding.ts';
import { contributions } from '#shared/tables/composition.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names =
  | 'summary.get'
  | 'tables.get'
  | 'tables.composition'
  | 'checks.run'
  | 'history.undo'
  | 'history.redo'
  | 'history.list'
  | 'history.detail';

export function resultHandlers(context: AppContext): Pick<Handlers, Names> {
  return {
    'summary.get': () => summarise(context.session().planData()),
    'tables.get': ({ ids }) => ({ tables: tablesOf(context.session(), ids) }),
    'tables.composition': ({ table, row, column }) => ({
      parts: contributions(context.session().planData(), table, row, column).map(({ project, value }) => ({
        id: project.id,
        value,
      })),
    }),
    'checks.run': ({ published, publishedTokens }) => {
      const session = context.session();
      const files = readPublishedFiles(publishedTokens.map((token) => context.tokens.take(token)));
      const findings = findAll(session, { published, files });
      return { findings, counts: countFindings(findings) };
    },
    'history.undo': () => {
      const session = context.session();
      session.undo();
      return session.status();
    },
    'history.redo': () => {
      const session = context.session();
      session.redo();
      return session.status();
    },
    'history.list': (args) => ({ changeSets: listHistory(context.session(), args) }),
    'history.detail': ({ id }) => describeChangeSet(context.session(), id),
  };
}
