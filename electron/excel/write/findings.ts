// Writes the 差错清单 as .xlsx.
import type { Row, Worksheet } from 'exceljs';
import type { Finding } from '#shared/checks/finding.ts';
import type { FindingGroup } from '#shared/checks/finding-groups.ts';
import {
  FINDING_COLUMNS,
  type FindingColumn,
  findingListLines,
  findingListSummary,
} from '#shared/format/finding-rows.ts';
import { signatureParts } from '#shared/print/signatures.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { parseWan, wanNumber } from '#shared/values/money.ts';
import { type Book, writeBook } from './book.ts';
import { needsTextFormat } from './cell-text.ts';
import { wordWidth } from './column-width.ts';
import { putText } from './put-text.ts';
import { fitHeight } from './row-height.ts';
import { amountFormat, bodyStyle, REMARK_STYLE } from './styles.ts';
import { headerRange, writeFrame } from './table-frame.ts';

const WIDTH = FINDING_COLUMNS.length;
/** Room to sign in, as on paper. */
const SIGNATURES = signatureParts({ head: '', checker: '', writer: '', phone: '' }).join('　　').trimEnd();

function writeValue(row: Row, at: number, column: FindingColumn, text: string, number: number): void {
  const cell = row.getCell(at + 1);
  const fen = column.kind === 'number' ? parseWan(text) : undefined;
  if (fen !== undefined) {
    cell.value = wanNumber(fen);
    cell.style = bodyStyle('right', false, /^-?\d+$/.test(text) ? '#,##0' : amountFormat(fen));
    return;
  }
  if (at === 0) cell.value = number;
  else if (text !== '') putText(cell, text);
  const format = at > 0 && needsTextFormat(text) ? '@' : undefined;
  cell.style = bodyStyle(column.kind === 'number' ? 'right' : 'left', false, format);
}

function writeFinding(row: Row, finding: Finding, number: number, widths: readonly number[]): void {
  const texts = FINDING_COLUMNS.map((column) => column.value(finding, number));
  FINDING_COLUMNS.forEach((column, at) => {
    writeValue(row, at, column, texts[at] ?? '', number);
  });
  fitHeight(
    row,
    FINDING_COLUMNS.map(({ width }, at) => ({ text: texts[at] ?? '', width: widths[at] ?? width })),
  );
  row.commit();
}

/** The usual widths, wider where a number needs it. */
function columnWidths(findings: readonly Finding[]): number[] {
  return FINDING_COLUMNS.map((column) =>
    wordWidth(
      column.width,
      findings.map((finding, index) => column.value(finding, index + 1)),
    ),
  );
}

/** One text over the whole width. */
function writeWide(sheet: Worksheet, at: number, text: string, style: ReturnType<typeof bodyStyle>): void {
  const row = sheet.getRow(at);
  for (let column = 1; column <= WIDTH; column += 1) row.getCell(column).style = style;
  putText(row.getCell(1), text);
  sheet.mergeCells(at, 1, at, WIDTH);
  row.height = 20;
  row.commit();
}

/**
 * Writes all findings under their groups to `target` or leaves it as it was; `code` is the 校验码 at the foot of the pages.
 * Returns what could not be written whole, in Chinese. Throws AppError `cannot-write` or `disk-full`.
 */
export async function writeFindings(
  target: string,
  { plan, projects }: Pick<PlanData, 'plan' | 'projects'>,
  groups: readonly FindingGroup[],
  code = '',
): Promise<string[]> {
  const fill = (book: Book): void => {
    const widths = columnWidths(groups.flatMap(({ members }) => members));
    const sheet = book.addSheet({
      name: '差错清单',
      paper: { size: 'A4', orientation: 'landscape' },
      widths,
      frozen: { columns: 3, rows: headerRange(FINDING_COLUMNS)[1] },
      titleRows: headerRange(FINDING_COLUMNS),
    });
    let at = writeFrame(sheet, {
      title: `${plan.regionName}勾稽审核差错清单`,
      leftLine: findingListSummary(
        groups.flatMap(({ members }) => members),
        projects.length,
      ),
      unitLine: '单位：万元',
      columns: FINDING_COLUMNS,
    });
    for (const line of findingListLines(groups)) {
      if (line.kind === 'group') writeWide(sheet, at, line.text, bodyStyle('left', true));
      else writeFinding(sheet.getRow(at), line.finding, line.number, widths);
      at += 1;
    }
    writeWide(sheet, at, SIGNATURES, REMARK_STYLE);
    sheet.commit();
  };
  return writeBook(target, fill, code);
}
