#!/usr/bin/env bash
# hucre 1.0.0: the header of an .ods table is not read.
#
# Behaviour: rows that repeat on each printed page stand in a table:table-header-rows element, grouped rows in
# table:table-row-group. hucre's ODS reader takes only the rows directly under the table: header and groups are missing from
# `rows`, without an error, and the numbers of the rows behind them are wrong. @e965/xlsx 0.20.3 reads all four rows.
#
# Why it matters: a list of more than one page has its header set to repeat; of exactly those tables the header is lost,
# and the first project is taken for it.
#
# Seen:
#   hucre: [["西山产业园",300]]
#   SheetJS: [["名称","金额"],["西山产业园",300],["东村道路",12],["东村饮水",30]]
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . hucre@1.0.0 @e965/xlsx@0.20.3 jszip@3.10.1 >/dev/null
cat > probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import XLSX from '@e965/xlsx';
import { readOds } from 'hucre/ods';
import JSZip from 'jszip';

const text = (value) => `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
const number = (value) => `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
const row = (...cells) => `<table:table-row>${cells.join('')}</table:table-row>`;
const space = (name) => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`;
const type = 'application/vnd.oasis.opendocument.spreadsheet';
const spaces = ['office', 'table', 'text', 'style'].map((name) => `xmlns:${name}="${space(name)}"`).join(' ');
const entries = [['/', type], ['content.xml', 'text/xml'], ['styles.xml', 'text/xml']]
  .map(([path, kind]) => `<m:file-entry m:full-path="${path}" m:media-type="${kind}"/>`);
const zip = new JSZip();
zip.file('mimetype', type, { compression: 'STORE' });
zip.file('META-INF/manifest.xml', `<m:manifest xmlns:m="${space('manifest')}" m:version="1.2">${entries.join('')}</m:manifest>`);
zip.file('styles.xml', `<office:document-styles ${spaces} office:version="1.2"/>`);
zip.file(
  'content.xml',
  `<office:document-content ${spaces} office:version="1.2"><office:body><office:spreadsheet><table:table table:name="表">
<table:table-column table:number-columns-repeated="2"/>
<table:table-header-rows>${row(text('名称'), text('金额'))}</table:table-header-rows>
${row(text('西山产业园'), number(300))}
<table:table-row-group>${row(text('东村道路'), number(12))}${row(text('东村饮水'), number(30))}</table:table-row-group>
</table:table></office:spreadsheet></office:body></office:document-content>`,
);
const file = await zip.generateAsync({ type: 'nodebuffer' });
const hucre = (await readOds(file)).sheets[0].rows;
const sheetjs = XLSX.utils.sheet_to_json(XLSX.read(file).Sheets['表'], { header: 1 });
console.log('hucre:', JSON.stringify(hucre));
console.log('SheetJS:', JSON.stringify(sheetjs));
assert.deepEqual(hucre, [['西山产业园', 300]]);
assert.deepEqual(sheetjs, [['名称', '金额'], ['西山产业园', 300], ['东村道路', 12], ['东村饮水', 30]]);
EOF
node probe.mjs
