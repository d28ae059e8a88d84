#!/usr/bin/env bash
# @e965/xlsx 0.20.3 (SheetJS CE) against numfmt 4.0.1: a figure shown in 万元 is shown as a tenth of it.
#
# Behaviour: with the number format 0"."0, (or 0\.0,) the text that SheetJS gives for a cell (`w`, and with it
# sheet_to_csv and sheet_to_json with raw: false) has two digits behind the written point where the format has one:
# 1,234,567 元 is "12.35" and not "123.5". numfmt gives "123.5"; LibreOffice 7.4 shows 123.5 as well.
#
# Why it matters: this is the format with which Chinese offices show 元 as 万元 (the comma divides by 1,000, the written
# point by another 10). Who compares "what the person sees" with a total is off by a factor of ten, silently.
#
# Seen:
#   0"."0, of 1234567: sheetjs 12.35 numfmt 123.5
#   0\.0, of 1234567: sheetjs 12.35 numfmt 123.5
#   sheet_to_csv: 12.35,12.35
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . @e965/xlsx@0.20.3 numfmt@4.0.1 exceljs@4.4.0 >/dev/null
cat > probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { format } from 'numfmt';

const book = new ExcelJS.Workbook();
const sheet = book.addWorksheet('表');
const codes = ['0"."0,', '0\\.0,'];
for (const [i, code] of codes.entries()) {
  const cell = sheet.getCell(1, i + 1);
  cell.value = 1234567;
  cell.numFmt = code;
}
const read = XLSX.read(await book.xlsx.writeBuffer()).Sheets['表'];
const seen = codes.map((code, i) => [code, read[XLSX.utils.encode_cell({ r: 0, c: i })].w, format(code, 1234567)]);
for (const [code, sheetjs, numfmt] of seen) console.log(`${code} of 1234567: sheetjs ${sheetjs} numfmt ${numfmt}`);
const csv = XLSX.utils.sheet_to_csv(read).trim();
console.log('sheet_to_csv:', csv);
assert.deepEqual(seen, [[codes[0], '12.35', '123.5'], [codes[1], '12.35', '123.5']]);
assert.equal(csv, '12.35,12.35');
EOF
node probe.mjs
