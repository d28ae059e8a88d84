// Writes the 核对清单 of a draft as .xlsx: the findings, and on a second sheet the figures that nothing was held against.
import { PROOF_COLUMNS, proofSummary } from '#shared/proof/proof-list.ts';
import type { ProofReport } from '#shared/proof/proof-report.ts';
import { type Book, writeBook } from './book.ts';
import { putText } from './put-text.ts';
import { fitHeight } from './row-height.ts';
import { bodyStyle } from './styles.ts';
import { headerRange, writeFrame, writeLines } from './table-frame.ts';

interface ListColumn {
  label: string;
  width: number;
  align: 'left' | 'center' | 'right';
}

const LEFT_OVER: readonly ListColumn[] = [
  { label: '序号', width: 6, align: 'center' },
  { label: '位置', width: 70, align: 'left' },
  { label: '原文', width: 24, align: 'right' },
];

export interface ProofListFile {
  /** Name of the draft. */
  name: string;
  report: ProofReport;
  remarks: readonly string[];
}

/** Returns what could not be written whole, in Chinese. Throws AppError `cannot-write` or `disk-full`. */
export async function writeProofList(target: string, { name, report, remarks }: ProofListFile): Promise<string[]> {
  return writeBook(target, (book) => {
    const findings = report.findings.map((finding, at) => PROOF_COLUMNS.map((column) => column.value(finding, at + 1)));
    writeList(book, {
      sheet: '核对清单',
      title: `“${name}”核对清单`,
      line: proofSummary(report),
      columns: PROOF_COLUMNS,
      rows: findings,
      notes: [...(findings.length === 0 ? ['没有发现不符的地方。'] : []), ...remarks],
    });
    if (report.unlocated.length === 0) return;
    writeList(book, {
      sheet: '未核对',
      title: `“${name}”未核对的数`,
      line: '文稿里没有别的数可以与这些数相比，请人工核对。',
      columns: LEFT_OVER,
      rows: report.unlocated.map(({ words, raw }, at) => [String(at + 1), words, raw]),
      notes: [],
    });
  });
}

interface List {
  sheet: string;
  title: string;
  line: string;
  columns: readonly ListColumn[];
  rows: readonly (readonly string[])[];
  notes: readonly string[];
}

function writeList(book: Book, { sheet: sheetName, title, line, columns, rows, notes }: List): void {
  const heads = columns.map(({ label }) => ({ label }));
  const sheet = book.addSheet({
    name: sheetName,
    paper: { size: 'A4', orientation: 'landscape' },
    widths: columns.map(({ width }) => width),
    frozen: { columns: 1, rows: headerRange(heads)[1] },
    titleRows: headerRange(heads),
  });
  let at = writeFrame(sheet, { title, leftLine: line, unitLine: '', columns: heads });
  for (const texts of rows) {
    const row = sheet.getRow(at);
    columns.forEach(({ align, label }, column) => {
      const cell = row.getCell(column + 1);
      const text = texts[column] ?? '';
      if (label === '序号') cell.value = Number(text);
      else if (text !== '') putText(cell, text);
      cell.style = bodyStyle(align, false, '@');
    });
    fitHeight(
      row,
      columns.map(({ width }, column) => ({ text: texts[column] ?? '', width })),
    );
    row.commit();
    at += 1;
  }
  writeLines(
    sheet,
    at,
    notes,
    columns.length,
    columns.reduce((sum, { width }) => sum + width, 0),
  );
  sheet.commit();
}
