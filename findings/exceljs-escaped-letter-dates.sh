#!/usr/bin/env bash
# exceljs 4.4.0: a length of 350 m is read as the 15th of December 1900.
#
# Behaviour: to tell dates from numbers the reader looks for y, m, d, h, s or b in the format outside quotes and brackets,
# also behind a backslash or the space sign _. So 0.0\m (a unit of one letter, stored with a backslash), 0\h and #,##0.00_m
# (room as wide as an m) make the value a Date; the number is gone from `cell.value`. With the unit in quotes (0.0"m") it
# stays a number.
#
# Why it matters: 建设规模 in m, h or d is an ordinary column. Adding up such cells gives NaN or milliseconds.
#
# Seen:
#   0.0\m of 350: Date 1900-12-15
#   0\h of 350: Date 1900-12-15
#   #,##0.00_m of 350: Date 1900-12-15
#   0.0"m" of 350: 350
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . exceljs@4.4.0 >/dev/null
cat > probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';

const recorded = { '0.0\\m': 'Date 1900-12-15', '0\\h': 'Date 1900-12-15', '#,##0.00_m': 'Date 1900-12-15', '0.0"m"': '350' };
const codes = Object.keys(recorded);
const written = new ExcelJS.Workbook();
const sheet = written.addWorksheet('表');
for (const [i, code] of codes.entries()) {
  sheet.getCell(i + 1, 1).value = 350;
  sheet.getCell(i + 1, 1).numFmt = code;
}
const read = new ExcelJS.Workbook();
await read.xlsx.load(await written.xlsx.writeBuffer());
for (const [i, code] of codes.entries()) {
  const { value } = read.worksheets[0].getCell(i + 1, 1);
  const text = value instanceof Date ? `Date ${value.toISOString().slice(0, 10)}` : String(value);
  console.log(`${code} of 350: ${text}`);
  assert.equal(text, recorded[code]);
}
EOF
node probe.mjs
