#!/usr/bin/env bash
# exceljs 4.4.0: the streaming writer puts the parts of a sheet in an order that the format does not allow.
#
# Behaviour: the elements of a worksheet are a sequence in ECMA-376 (CT_Worksheet): sheetProtection, autoFilter,
# conditionalFormatting, dataValidations, hyperlinks. The document writer keeps it; the streaming writer emits
# autoFilter, hyperlinks, conditionalFormatting, dataValidations, sheetProtection. Each of them alone is harmless;
# a protected sheet with a filter, or links beside drop-downs, is not valid against the schema.
#
# Why it matters: the streaming writer is the one for large lists, and readers that check the sequence (schema-generated
# ones) refuse or skip what comes late; the same calls on a Workbook give a sound file, so tests with it show nothing.
#
# Seen:
#   document writer:  sheetProtection autoFilter conditionalFormatting dataValidations hyperlinks
#   streaming writer: autoFilter hyperlinks conditionalFormatting dataValidations sheetProtection
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

const allowed = ['sheetProtection', 'autoFilter', 'conditionalFormatting', 'dataValidations', 'hyperlinks'];
async function fill(sheet) {
  sheet.addRow(['编码', { text: '文件', hyperlink: 'https://example.invalid/' }]);
  sheet.autoFilter = 'A1:B1';
  sheet.addConditionalFormatting({
    ref: 'A2:A9',
    rules: [{ type: 'expression', priority: 1, formulae: ['A2>1'], style: { font: { bold: true } } }],
  });
  sheet.dataValidations.add('B2:B9', { type: 'list', formulae: ['"是,否"'] });
  await sheet.protect('', {});
}
async function orderIn(bytes) {
  const xml = await (await JSZip.loadAsync(bytes)).file('xl/worksheets/sheet1.xml').async('string');
  return [...xml.matchAll(/<([A-Za-z]+)/g)].map((match) => match[1]).filter((name) => allowed.includes(name)).join(' ');
}
const document = new ExcelJS.Workbook();
await fill(document.addWorksheet('表'));
const stream = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: 'stream.xlsx', useStyles: true });
const streamed = stream.addWorksheet('表');
await fill(streamed);
streamed.commit();
await stream.commit();
const orders = [await orderIn(await document.xlsx.writeBuffer()), await orderIn(readFileSync('stream.xlsx'))];
console.log('document writer: ', orders[0]);
console.log('streaming writer:', orders[1]);
assert.equal(orders[0], allowed.join(' '));
assert.equal(orders[1], 'autoFilter hyperlinks conditionalFormatting dataValidations sheetProtection');
EOF
node probe.mjs
