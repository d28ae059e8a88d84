#!/usr/bin/env bash
# exceljs 4.4.0: opening and saving a book breaks its names, and with them the drop-downs that use them.
#
# Behaviour: a defined name is taken for a list of cells. One that holds a formula (OFFSET with COUNTA, the usual list that
# grows) is saved as a reference to a sheet named "OFFSET(…"; a constant (a rate) and a whole column are dropped. Formulas
# and data validations that use these names stay as they were.
#
# Why it matters: offices keep the lists of their drop-downs (乡镇, 项目类型) in such names. After a program has filled in
# the table, the drop-downs of the sender's own template no longer open, and =税率*B2 is #NAME?.
#
# Seen:
#   before: 乡镇=OFFSET(名单!$A$1,0,0,COUNTA(名单!$A:$A),1) | 税率=0.13 | 整列=名单!$A:$A | 区域=名单!$A$1:$A$3
#   after:  乡镇='OFFSET(名单'!$A$1 | 区域='名单'!$A$1:$A$3
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . exceljs@4.4.0 jszip@3.10.1 >/dev/null
cat > probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';

const names = {
  乡镇: 'OFFSET(名单!$A$1,0,0,COUNTA(名单!$A:$A),1)',
  税率: '0.13',
  整列: '名单!$A:$A',
  区域: '名单!$A$1:$A$3',
};
const made = new ExcelJS.Workbook();
made.addWorksheet('名单').addRows([['东村镇'], ['西山乡'], ['南河乡']]);
const zip = await JSZip.loadAsync(await made.xlsx.writeBuffer());
const plain = await zip.file('xl/workbook.xml').async('string');
const elements = Object.entries(names).map(([name, formula]) => `<definedName name="${name}">${formula}</definedName>`);
zip.file('xl/workbook.xml', plain.replace('</sheets>', `</sheets><definedNames>${elements.join('')}</definedNames>`));
const office = await zip.generateAsync({ type: 'nodebuffer' });

async function namesIn(bytes) {
  const xml = await (await JSZip.loadAsync(bytes)).file('xl/workbook.xml').async('string');
  const found = xml.matchAll(/<definedName name="([^"]*)"[^>]*>([^<]*)</g);
  return [...found].map(([, name, formula]) => `${name}=${formula.replaceAll('&apos;', "'")}`).join(' | ');
}
const book = new ExcelJS.Workbook();
await book.xlsx.load(office);
const [before, after] = [await namesIn(office), await namesIn(await book.xlsx.writeBuffer())];
console.log('before:', before);
console.log('after: ', after);
assert.equal(before, Object.entries(names).map((pair) => pair.join('=')).join(' | '));
assert.equal(after, "乡镇='OFFSET(名单'!$A$1 | 区域='名单'!$A$1:$A$3");
EOF
node probe.mjs
