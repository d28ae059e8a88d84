#!/usr/bin/env bash
# exceljs 4.4.0: writing CSV puts JSON in place of a text of two fonts, and the address in place of a link's words.
#
# Behaviour: `workbook.csv` writes the stored value of a cell, not its text. A cell of which one word is red or bold is
# exported as {"richText":[…]}, a cell with a link as the URL; the words that the person saw are not in the file.
#
# Why it matters: marking a word red is the usual way of reviewing a table in Chinese offices; a table that went round
# for review comes out with JSON in the project names.
#
# Seen:
#   "{""richText"":[{""text"":""东村""},{""font"":{""bold"":true},""text"":""产业园""}]}",https://example.invalid/a,300
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . exceljs@4.4.0 >/dev/null
cat > probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';

const made = new ExcelJS.Workbook();
made.addWorksheet('表').addRow([
  { richText: [{ text: '东村' }, { font: { bold: true }, text: '产业园' }] },
  { text: '批复文件', hyperlink: 'https://example.invalid/a' },
  300,
]);
// Through a file of its own, as a table from an office would come.
const book = new ExcelJS.Workbook();
await book.xlsx.load(await made.xlsx.writeBuffer());
const csv = (await book.csv.writeBuffer()).toString();
console.log(csv);
assert.equal(csv, '"{""richText"":[{""text"":""东村""},{""font"":{""bold"":true},""text"":""产业园""}]}",https://example.invalid/a,300');
EOF
node probe.mjs
