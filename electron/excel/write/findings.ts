// Writes the 差错清单 as .xlsx.
import type { Finding } from '#shared/checks/finding.ts';
import { countFindings } from '#shared/checks/finding.ts';
import { parseWan, wanNumber } from '#shared/domain/money.ts';
import type { PlanInfo } from '#shared/domain/reference.ts';
import { countsText, FINDING_COLUMNS } from '#shared/format/finding-rows.ts';
import { writeBook } from './book.ts';
import { cellText, needsTextFormat } from './cell-text.ts';
import { fitHeight } from './row-height.ts';
import { amountFormat, bodyStyle } from './styles.ts';
import { headerRange, writeFrame } from './table-frame.ts';

/** Writes all findings to `target` or leaves it as it was. Throws AppError `cannot-write` or `disk-full`. */
export async function writeFindings(target: string, plan: PlanInfo, findings: readonly Finding[]): Promise<void> {
  await writeBook(target, (book) => {
    const sheet = book.addSheet({
      name: '差错清单',
      paper: { size: 'A4', orientation: 'landscape' },
      widths: FINDING_COLUMNS.map((column) => column.width),
      frozen: { columns: 3, rows: headerRange(FINDING_COLUMNS)[1] },
      titleRows: headerRange(FINDING_COLUMNS),
    });
    const first = writeFrame(sheet, {
      title: `${plan.regionName}勾稽审核差错清单`,
      leftLine: countsText(countFindings(findings)),
      unitLine: '单位：万元',
      columns: FINDING_COLUMNS,
    });
    findings.forEach((finding, index) => {
      const row = sheet.getRow(first + index);
      FINDING_COLUMNS.forEach((column, at) => {
        const cell = row.getCell(at + 1);
        const text = column.value(finding, index);
        const fen = column.kind === 'number' ? parseWan(text) : undefined;
        if (fen !== undefined) {
          cell.value = wanNumber(fen);
          cell.style = bodyStyle('right', false, /^-?\d+$/.test(text) ? '#,##0' : amountFormat(fen));
        } else {
          if (text !== '') cell.value = at === 0 ? index + 1 : cellText(text);
          const format = at > 0 && needsTextFormat(text) ? '@' : undefined;
          cell.style = bodyStyle(column.kind === 'number' ? 'right' : 'left', false, format);
        }
      });
      fitHeight(
        row,
        FINDING_COLUMNS.map((column) => ({ text: column.value(finding, index), width: column.width })),
      );
      row.commit();
    });
    sheet.commit();
  });
}
