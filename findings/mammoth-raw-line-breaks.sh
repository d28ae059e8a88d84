#!/usr/bin/env bash
# mammoth 1.13.0: extractRawText glues the lines of a paragraph, and so their figures.
#
# Behaviour: a line break inside a paragraph (Shift+Enter, w:br) is <br /> in convertToHtml and nothing at all in
# extractRawText: 100 above 200 is 100200. Tabs are kept, paragraphs are parted by blank lines.
#
# Why it matters: in narrow columns of Word tables two amounts (中央 above 省级) or two villages stand over each other in
# one cell. The text used for searching and for comparing figures holds one number that is in no table.
#
# Seen:
#   convertToHtml: <p>100<br />200</p>
#   extractRawText: 100200
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . mammoth@1.13.0 docx@9.15.2 >/dev/null
cat > probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import mammoth from 'mammoth';

const paragraph = new Paragraph({ children: [new TextRun('100'), new TextRun({ text: '200', break: 1 })] });
const buffer = await Packer.toBuffer(new Document({ sections: [{ children: [paragraph] }] }));
const html = (await mammoth.convertToHtml({ buffer })).value;
const raw = (await mammoth.extractRawText({ buffer })).value.trim();
console.log('convertToHtml:', html);
console.log('extractRawText:', raw);
assert.deepEqual([html, raw], ['<p>100<br />200</p>', '100200']);
EOF
node probe.mjs
