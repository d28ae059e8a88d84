#!/usr/bin/env bash
# @e965/xlsx 0.20.3 (SheetJS CE): a date shown as 2025.3 is exported as 45717.
#
# Behaviour: the formatter throws on a point behind a date letter (yyyy.m, yyyy.mm.dd) and on an unquoted 年 or 元;
# reading swallows the throw and leaves the cell without text. sheet_to_csv and sheet_to_json({raw: false}) then print
# the day number. With the point escaped (yyyy\.mm) it works, so files look mixed.
#
# Why it matters: 2025.3 is how Chinese plans write the months of a project's period; the exported column holds five-digit
# numbers beside dates, and no error or warning tells of it.
#
# Seen:
#   yyyy.m -> 45717
#   yyyy.mm.dd -> 45717
#   yyyy年m月 -> 45717
#   yyyy\.mm -> 2025.03
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . @e965/xlsx@0.20.3 exceljs@4.4.0 >/dev/null
cat > probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';

const codes = ['yyyy.m', 'yyyy.mm.dd', 'yyyy年m月', 'yyyy\\.mm'];
const book = new ExcelJS.Workbook();
const sheet = book.addWorksheet('表');
for (const [i, code] of codes.entries()) {
  const cell = sheet.getCell(1, i + 1);
  cell.value = 45717;
  cell.numFmt = code;
}
const read = XLSX.read(await book.xlsx.writeBuffer()).Sheets['表'];
const texts = XLSX.utils.sheet_to_csv(read).trim().split(',');
for (const [i, code] of codes.entries()) console.log(code, '->', texts[i]);
assert.deepEqual(texts, ['45717', '45717', '45717', '2025.03']);
assert.deepEqual(XLSX.utils.sheet_to_json(read, { header: 1, raw: false }), [texts]);
EOF
node probe.mjs
