#!/usr/bin/env bash
# exceljs 4.4.0: the number format of a conditional format becomes "[object Object]".
#
# Behaviour: a conditional format may change how a figure is shown (0.0"万元" from 10,000 on). What exceljs writes itself
# is right; read again and saved, the format code in the file is the text [object Object].
#
# Why it matters: switching 元 and 万元 by size is done this way in summary tables. After a round trip the cells that meet
# the condition have a format that means nothing, exactly those with the large amounts.
#
# Seen:
#   written: 0.0"万元"
#   after a round trip: [object Object]
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . exceljs@4.4.0 jszip@3.10.1 >/dev/null
cat > probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';

const made = new ExcelJS.Workbook();
const sheet = made.addWorksheet('表');
sheet.addRow([12345]);
sheet.addConditionalFormatting({
  ref: 'A1:A9',
  rules: [{ type: 'expression', priority: 1, formulae: ['A1>=10000'], style: { numFmt: '0.0"万元"' } }],
});
async function formatIn(bytes) {
  const styles = await (await JSZip.loadAsync(bytes)).file('xl/styles.xml').async('string');
  const dxfs = styles.match(/<dxfs.*<\/dxfs>/)[0];
  return dxfs.match(/formatCode="([^"]*)"/)[1].replaceAll('&quot;', '"');
}
const first = await made.xlsx.writeBuffer();
const book = new ExcelJS.Workbook();
await book.xlsx.load(first);
const [written, saved] = [await formatIn(first), await formatIn(await book.xlsx.writeBuffer())];
console.log('written:', written);
console.log('after a round trip:', saved);
assert.deepEqual([written, saved], ['0.0"万元"', '[object Object]']);
EOF
node probe.mjs
