#!/usr/bin/env bash
# exceljs 4.4.0: opening and saving a book turns its Chinese dates into numbers for everybody.
#
# Behaviour: the built-in number formats 27 to 36 and 50 to 58 are the dates of the Chinese edition (31 = yyyy年m月d日,
# 57 = yyyy年m月); a file holds only the id. The reader does not know these ids, and on saving the cell's style is
# written with id 0 (General): 2025年3月 has become 45717 in the file. Id 14 survives. @e965/xlsx 0.20.3 reads the same
# id as a date, which shows that the book made here is a sound one.
#
# Why it matters: "open the office's table, fill in a column, save it" is the usual use of this library; the dates that
# nobody touched are destroyed.
#
# Seen:
#   format ids of A1:C1 before: 31,57,14
#   SheetJS reads A1 before as: 2025-03-01
#   exceljs reads A1 as: 45717
#   format ids after a round trip: 0,0,14
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . exceljs@4.4.0 @e965/xlsx@0.20.3 jszip@3.10.1 >/dev/null
cat > probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';

const made = new ExcelJS.Workbook();
const row = made.addWorksheet('表').addRow([45717, 45717, 45717]);
// Three formats of our own, replaced below by built-in ids, which the writer cannot be asked for.
for (const [i, code] of ['0"a"', '0"b"', '0"c"'].entries()) row.getCell(i + 1).numFmt = code;
const zip = await JSZip.loadAsync(await made.xlsx.writeBuffer());
let styles = await zip.file('xl/styles.xml').async('string');
styles = styles.replace(/<numFmts.*?<\/numFmts>/, '');
for (const [own, builtIn] of [[164, 31], [165, 57], [166, 14]]) styles = styles.replaceAll(`numFmtId="${own}"`, `numFmtId="${builtIn}"`);
zip.file('xl/styles.xml', styles);
const office = await zip.generateAsync({ type: 'nodebuffer' });

/** The format ids of the first row, as the file holds them. */
async function formatIds(bytes) {
  const parts = await JSZip.loadAsync(bytes);
  const look = (await parts.file('xl/styles.xml').async('string')).match(/<cellXfs.*<\/cellXfs>/)[0];
  const ids = [...look.matchAll(/<xf numFmtId="(\d+)"/g)].map((match) => match[1]);
  const cells = await parts.file('xl/worksheets/sheet1.xml').async('string');
  return [...cells.matchAll(/<c r="[A-C]1"(?: s="(\d+)")?/g)].map((match) => ids[Number(match[1] ?? 0)]).join();
}

const before = await formatIds(office);
const sheetjs = XLSX.read(office, { cellDates: true }).Sheets['表'].A1.v.toISOString().slice(0, 10);
const book = new ExcelJS.Workbook();
await book.xlsx.load(office);
const { value } = book.worksheets[0].getCell('A1');
const after = await formatIds(await book.xlsx.writeBuffer());
console.log('format ids of A1:C1 before:', before);
console.log('SheetJS reads A1 before as:', sheetjs);
console.log('exceljs reads A1 as:', value);
console.log('format ids after a round trip:', after);
assert.deepEqual([before, sheetjs, value, after], ['31,57,14', '2025-03-01', 45717, '0,0,14']);
EOF
node probe.mjs
