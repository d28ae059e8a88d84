// A notice of projects (项目公示) as a document for printing: its words after GB/T 9704, its projects as a table.

import type { Notice } from '../notice/notice.ts';
import type { NoticeColumn } from '../notice/notice-columns.ts';
import { formatWanFull } from '../values/money.ts';
import { NUMBER_COLUMN } from './annex-document.ts';
import type { Block, PrintDocument, TextRole } from './print-document.ts';
import type { JobOf } from './print-job.ts';
import type { PrintColumn } from './print-table.ts';
import { textEm } from './text-lines.ts';

export function noticeDocument(notice: Notice, job: JobOf<'notice'>): PrintDocument {
  const texts = (role: TextRole, lines: readonly string[]): Block[] =>
    lines.map((text) => ({ kind: 'text', role, text }));
  const rows = notice.rows.map((row) => row.map((value, at) => cellText(notice.columns[at]?.key, value)));
  const blank = notice.columns.map((): string => '');
  const total = notice.columns.map(({ key }) => (key === 'total' ? formatWanFull(notice.total) : ''));
  return {
    title: notice.title,
    tableFont: job.tableFont,
    firstNumber: job.firstNumber,
    notes: notesOf(notice),
    sections: [
      {
        setup: job,
        before: [...texts('title', [notice.title]), ...texts('body', notice.paragraphs)],
        table: {
          columns: [
            NUMBER_COLUMN,
            ...notice.columns.map((column, at) =>
              printColumn(
                column,
                rows.map((row) => row[at] ?? ''),
              ),
            ),
          ],
          rows: [
            ...rows.map((row, index) => ({ cells: [String(index + 1), ...row] })),
            ...(notice.rows.length > 0 ? [{ cells: ['', '合计', ...total.slice(1)], strong: true, closes: true }] : []),
          ],
          fixedColumns: 2,
          fontPt: job.fontPt,
          subtotals: 'none',
          subtotalRow: () => ['', ...blank],
        },
        after: [
          ...texts('body', notice.rows.length === 0 ? ['没有符合条件的项目。'] : []),
          ...texts('body', notice.foot),
          ...texts('closing', notice.closing),
        ],
        continued: { title: notice.title, unit: '' },
      },
    ],
  };
}

const MOST_NAMED = 3;

function notesOf({ missing, uneven, withoutHolidays }: Notice): string[] {
  const notes: string[] = [];
  if (missing.length > 0) notes.push(`公示一般还应写明${missing.join('、')}，项目表里还没有填。`);
  if (uneven.length > 0) {
    const named = uneven
      .slice(0, MOST_NAMED)
      .map((name) => `“${name}”`)
      .join('、');
    const more = uneven.length > MOST_NAMED ? '等' : '';
    notes.push(`${uneven.length} 个项目的各资金来源之和不等于资金规模（${named}${more}），请改正后再公示。`);
  }
  if (withoutHolidays.length > 0)
    notes.push(
      `${withoutHolidays.join('、')}年没有节假日表，工作日只扣除了周六、周日；请在“公示台账”的“节假日”里录入放假和调休。`,
    );
  return notes;
}

/** A value of a notice as printed. */
export function noticeText(value: Notice['rows'][number][number]): string {
  if (value === null) return '';
  return typeof value === 'object' ? formatWanFull(value.fen) : String(value);
}

/** Each source with its amount on a line of its own: names and amounts stay together. */
function cellText(key: string | undefined, value: Notice['rows'][number][number]): string {
  const words = noticeText(value);
  return key === 'sources' ? words.replaceAll('、', '\n') : words;
}

/** A source of so many characters, with its amount, stands on one line. */
const MOST_SOURCE = 18;

const NUMBERS = new Set(['total', 'households', 'people']);

function printColumn({ key, label, width }: NoticeColumn, texts: readonly string[]): PrintColumn {
  const isNumber = NUMBERS.has(key);
  const lines = key === 'sources' ? texts.flatMap((text) => text.split('\n')) : [];
  const least = lines
    .filter((line) => line.length <= MOST_SOURCE)
    .reduce((longest, line) => (textEm(line) > textEm(longest) ? line : longest), '');
  return {
    ...(least === '' ? {} : { least }),
    label,
    width,
    align: isNumber ? 'right' : width <= 10 ? 'center' : 'left',
    oneLine: isNumber,
  };
}
