// The printed documents of the open workbook as HTML; the program around turns them into a PDF.
import type { MethodArgs } from '#shared/contract/methods.ts';
import { annexHtml } from '#shared/format/annex-html.ts';
import { findingsHtml } from '#shared/format/findings-html.ts';
import { tablesHtml } from '#shared/format/tables-html.ts';
import { findAll } from './checks.ts';
import { tablesOf, type WantedTables } from './export.ts';
import type { Session } from './session.ts';

/** The whole document; `today` is the date that stands over the table. Empty lists print as pages that say so. */
export function printDocument(
  session: Session,
  { what, paper, ...wanted }: MethodArgs<'print.preview'> & Pick<WantedTables, 'ids'>,
  today: Date,
): string {
  const data = session.planData();
  const date = `${today.getFullYear()}年${today.getMonth() + 1}月${today.getDate()}日`;
  if (what === 'annex') return annexHtml(data, { paper, date, totalPosition: 'first', numbering: 'continuous' });
  if (what === 'tables') return tablesHtml(data.plan, tablesOf(session, wanted), { paper });
  return findingsHtml(data.plan, findAll(session), { paper, date });
}
