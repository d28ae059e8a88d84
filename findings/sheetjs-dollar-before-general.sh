#!/usr/bin/env bash
# @e965/xlsx 0.20.3 (SheetJS CE): a yuan figure in Chinese numerals gets a dollar sign, and a unit is lost.
#
# Behaviour: in a format that holds General the language tag [$-804] is printed as a currency sign, so
# [DBNum2][$-804]General gives "$1234" (not 壹仟贰佰叁拾肆, and not 1234 either); and a word behind General is dropped,
# so General"万元" gives "12.5". Formats with 0 in place of General keep the unit and print no dollar.
#
# Why it matters: [DBNum2][$-804]General is what choosing 中文大写数字 stores. A text with $ before it reads as another
# currency, and a figure without its 万元 as one of 元.
#
# Seen:
#   [DBNum2][$-804]General of 1234: $1234
#   General"万元" of 12.5: 12.5
#   0.0"万元" of 12.5: 12.5万元
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . @e965/xlsx@0.20.3 exceljs@4.4.0 >/dev/null
cat > probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';

const recorded = [
  ['[DBNum2][$-804]General', 1234, '$1234'],
  ['General"万元"', 12.5, '12.5'],
  ['0.0"万元"', 12.5, '12.5万元'],
];
const book = new ExcelJS.Workbook();
const sheet = book.addWorksheet('表');
for (const [i, [code, value]] of recorded.entries()) {
  const cell = sheet.getCell(i + 1, 1);
  cell.value = value;
  cell.numFmt = code;
}
const read = XLSX.read(await book.xlsx.writeBuffer()).Sheets['表'];
for (const [i, [code, value, text]] of recorded.entries()) {
  const { w } = read[`A${i + 1}`];
  console.log(`${code} of ${value}: ${w}`);
  assert.equal(w, text);
}
EOF
node probe.mjs
