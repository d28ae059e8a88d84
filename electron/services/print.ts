// The open workbook on paper: each job laid out once, for its preview, its PDF and the printer.

import { USUAL_SHOWING } from '#shared/format/shown-amount.ts';
import { makeNotice } from '#shared/notice/notice.ts';
import { dayWords, type IsoDay } from '#shared/notice/period.ts';
import { annexDocument } from '#shared/print/annex-document.ts';
import { findingsDocument } from '#shared/print/findings-document.ts';
import { layOut, type PrintLayout } from '#shared/print/layout.ts';
import { noticeDocument } from '#shared/print/notice-document.ts';
import { documentHtml } from '#shared/print/page-html.ts';
import { type PageSetup, paperMm } from '#shared/print/paper.ts';
import type { PrintDocument } from '#shared/print/print-document.ts';
import type { JobOf, PrintJob } from '#shared/print/print-job.ts';
import { reportDocument } from '#shared/print/report-document.ts';
import { emptyNotes, setDocument } from '#shared/print/set-document.ts';
import { tablesDocument } from '#shared/print/tables-document.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { hasContent, type TableResult } from '#shared/tables/table.ts';
import { localDay } from '#shared/values/local-time.ts';
import { groupedFindings } from './checks.ts';
import { assertOtherFile, tablesOf, type WantedTables, type WrittenSheet, written } from './export.ts';
import { reportTables } from './report.ts';
import type { Session } from './session.ts';
import { stateCodeOf } from './state-code.ts';

export interface PreviewPages {
  /** Width and height of each page in mm. */
  sheets: [number, number][];
  /** What the person should know: a table split over sheets, a row over pages. */
  notes: string[];
  /** The pages asked for, each as a document of its own. */
  pages: { index: number; html: string }[];
}

/** Pages `from` to before `to` of a job, counted from 0; `today` stands over tables whose job names no date. */
export function previewPages(
  session: Session,
  job: PrintJob,
  range: { from: number; to: number },
  today: Date,
): PreviewPages {
  const layout = layoutOf(session, job, today);
  return {
    sheets: layout.pages.map((page) => paperMm(page.setup)),
    notes: layout.notes,
    pages: layout.pages
      .slice(range.from, range.to)
      .map((page, at) => ({ index: range.from + at, html: documentHtml(layout, [page]) })),
  };
}

export interface PrintedDocument {
  html: string;
  /** The paper of its first page. */
  sheet: Pick<PageSetup, 'paper' | 'orientation'>;
}

/** The whole print as a document for the printer; an empty list prints as a page that says so. */
export function printDocument(session: Session, job: PrintJob, today: Date): PrintedDocument {
  const layout = layoutOf(session, job, today);
  const { paper = 'A4', orientation = 'landscape' } = layout.pages[0]?.setup ?? {};
  return { html: documentHtml(layout), sheet: { paper, orientation } };
}

/** Writes the whole print as a PDF file; `notes` says what could not be drawn. Throws as `writePdf`. */
export async function printPdf(session: Session, target: string, job: PrintJob, today: Date): Promise<WrittenSheet> {
  assertOtherFile(target, session.file.path);
  const layout = layoutOf(session, job, today);
  const { writePdf } = await import('#electron/pdf/write-pdf.ts');
  return { ...written(target), notes: await writePdf(layout, target) };
}

/** Writes the whole set of annex tables as a spreadsheet, one sheet a table; `today` is the day on its cover. */
export async function exportSet(
  session: Session,
  target: string,
  job: JobOf<'set'>,
  today: Date,
): Promise<WrittenSheet> {
  assertOtherFile(target, session.file.path);
  const data = session.planData();
  const { shown, left } = tablesToPrint(session, job);
  const { writeSet } = await import('#electron/excel/write/set.ts');
  const code = job.code ? stateCodeOf(session) : '';
  const notes = await writeSet(target, { data, tables: shown, job, today: dayWords(localDay(today)), code });
  return { ...written(target), notes: [...emptyNotes(data, left), ...notes] };
}

/** The layout made last for each state of the plan: the pages of a preview are fetched a few at a time. */
const remembered = new WeakMap<PlanData, { key: string; layout: PrintLayout }>();

function layoutOf(session: Session, job: PrintJob, today: Date): PrintLayout {
  const data = session.planData();
  const day = localDay(today);
  const key = `${day} ${JSON.stringify(job)}`;
  const known = remembered.get(data);
  if (known?.key === key) return known.layout;
  const code = job.code ? stateCodeOf(session) : '';
  const layout = layOut({ ...makeDocument(session, data, job, day), ...(code === '' ? {} : { code }) });
  remembered.set(data, { key, layout });
  return layout;
}

/** Those asked for; a table of which the plan has nothing yet is not printed unless it is named. */
function tablesToPrint(session: Session, job: WantedTables): { shown: TableResult[]; left: TableResult[] } {
  const tables = tablesOf(session, { ...job, showings: { '*': USUAL_SHOWING, ...job.showings } });
  if (job.ids !== undefined) return { shown: tables, left: [] };
  return { shown: tables.filter(hasContent), left: tables.filter((table) => !hasContent(table)) };
}

function makeDocument(session: Session, data: PlanData, job: PrintJob, day: IsoDay): PrintDocument {
  switch (job.what) {
    case 'annex':
      return annexDocument(data, job, dayWords(day));
    case 'tables': {
      const { shown, left } = tablesToPrint(session, job);
      return { ...tablesDocument(data.plan, shown, job), notes: emptyNotes(data, left) };
    }
    case 'set': {
      const { shown, left } = tablesToPrint(session, job);
      return setDocument(data, shown, left, job, dayWords(day));
    }
    case 'findings':
      return findingsDocument(data, groupedFindings(session, job), job, dayWords(day));
    case 'report':
      return reportDocument(data.plan, reportTables(session, job.report, new Date(`${day}T00:00:00`)), job);
    case 'notice':
      return noticeDocument(makeNotice(data, job, day), job);
  }
}
