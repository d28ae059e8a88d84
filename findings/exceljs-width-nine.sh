#!/usr/bin/env bash
# exceljs 4.4.0: a column width of exactly 9 is not written.
#
# Behaviour: 9 is taken for "the default" and the <col> element is left out, in the document writer and in the streaming
# one. The file names no default width either, so the program that opens it uses its own (8.43 characters in Excel).
# Widths of 8.9, 9.1 or 9.0001 are written as they are.
#
# Why it matters: widths that a layout computes (amounts of 9 characters) are off just there: ##### in a column that was
# made to fit, and row heights computed for the asked width are too low.
#
# Seen:
#   document writer: <cols><col min="1" max="1" width="8.9" customWidth="1"/><col min="3" max="3" width="9.1" customWidth="1"/></cols>
#   streaming writer: <cols><col min="1" max="1" width="8.9" customWidth="1"/><col min="3" max="3" width="9.1" customWidth="1"/></cols>
#   defaultColWidth: not written
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . exceljs@4.4.0 jszip@3.10.1 >/dev/null
cat > probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';

const widths = [8.9, 9, 9.1].map((width) => ({ width }));
async function sheetXml(bytes) {
  return (await JSZip.loadAsync(bytes)).file('xl/worksheets/sheet1.xml').async('string');
}
const document = new ExcelJS.Workbook();
const sheet = document.addWorksheet('表');
sheet.columns = widths;
sheet.addRow([1, 2, 3]);
const stream = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: 'stream.xlsx' });
const streamed = stream.addWorksheet('表');
streamed.columns = widths;
streamed.addRow([1, 2, 3]).commit();
await stream.commit();

const expected =
  '<cols><col min="1" max="1" width="8.9" customWidth="1"/><col min="3" max="3" width="9.1" customWidth="1"/></cols>';
for (const [name, bytes] of [['document writer', await document.xlsx.writeBuffer()], ['streaming writer', readFileSync('stream.xlsx')]]) {
  const xml = await sheetXml(bytes);
  const columns = xml.match(/<cols>.*<\/cols>/)?.[0];
  console.log(`${name}:`, columns);
  assert.equal(columns, expected);
  assert.ok(!xml.includes('defaultColWidth'));
}
console.log('defaultColWidth: not written');
EOF
node probe.mjs
