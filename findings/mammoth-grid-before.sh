#!/usr/bin/env bash
# mammoth 1.13.0: a table row that begins further right moves to the left.
#
# Behaviour: Word lets a row begin behind the first column (w:gridBefore), as when somebody deletes the first cell of a
# 小计 row or draws a stepped table. mammoth leaves no empty cell and no colspan for it: its cells come under the headers
# of the columns before. `messages` is empty.
#
# Why it matters: the figure of 户数 is read as 名称, 金额 as 户数. Tables of published plans are mostly Word files.
#
# Seen:
#   <table><tr><td><p>名称</p></td><td><p>户数</p></td><td><p>金额</p></td></tr><tr><td><p>12</p></td><td><p>300</p></td></tr></table>
#   messages: []
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . mammoth@1.13.0 docx@9.15.2 jszip@3.10.1 >/dev/null
cat > probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import JSZip from 'jszip';
import mammoth from 'mammoth';

const row = (...texts) => new TableRow({ children: texts.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
const made = await Packer.toBuffer(
  new Document({ sections: [{ children: [new Table({ rows: [row('名称', '户数', '金额'), row('12', '300')] })] }] }),
);
// The second row begins one column further right.
const zip = await JSZip.loadAsync(made);
const xml = await zip.file('word/document.xml').async('string');
const at = xml.lastIndexOf('<w:tr>') + '<w:tr>'.length;
zip.file('word/document.xml', `${xml.slice(0, at)}<w:trPr><w:gridBefore w:val="1"/></w:trPr>${xml.slice(at)}`);
const { value, messages } = await mammoth.convertToHtml({ buffer: await zip.generateAsync({ type: 'nodebuffer' }) });
console.log(value);
console.log('messages:', JSON.stringify(messages));
assert.ok(value.includes('<tr><td><p>12</p></td><td><p>300</p></td></tr>'));
assert.deepEqual(messages, []);
EOF
node probe.mjs
