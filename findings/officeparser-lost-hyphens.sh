#!/usr/bin/env bash
# officeparser 8.1.1: a minus sign made with Ctrl+Shift+- is gone, as is a ticked box.
#
# Behaviour: w:noBreakHyphen and w:sym are left out of text, Markdown and HTML alike, without a warning: 变化‑5% becomes
# 变化5%, 2024‑2025年 becomes 20242025年, and ☑是 (a Wingdings 2 sign, as in forms) becomes 是. mammoth 1.13.0 keeps all
# three in its raw text.
#
# Why it matters: Word writes a non-breaking hyphen for ranges and negative figures that must stay on one line; the ticked
# box is the answer in every form. Both change the meaning, not the look.
#
# Seen:
#   officeparser: 20242025年，变化5% / 是
#   mammoth: 2024‑2025年，变化‑5% / ☑是
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . officeparser@8.1.1 mammoth@1.13.0 docx@9.15.2 >/dev/null
cat > probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import { Document, NoBreakHyphen, Packer, Paragraph, SymbolRun, TextRun } from 'docx';
import mammoth from 'mammoth';
import { parseOffice } from 'officeparser';

const hyphen = () => new TextRun({ children: [new NoBreakHyphen()] });
const range = new Paragraph({
  children: [new TextRun('2024'), hyphen(), new TextRun('2025年，变化'), hyphen(), new TextRun('5%')],
});
const box = new Paragraph({ children: [new SymbolRun({ char: 'F052', symbolfont: 'Wingdings 2' }), new TextRun('是')] });
const buffer = await Packer.toBuffer(new Document({ sections: [{ children: [range, box] }] }));
const lines = (text) => text.split('\n').filter((line) => line !== '');
const parsed = lines((await (await parseOffice(buffer)).to('text')).value);
const other = lines((await mammoth.extractRawText({ buffer })).value);
console.log('officeparser:', parsed.join(' / '));
console.log('mammoth:', other.join(' / '));
assert.deepEqual(parsed, ['20242025年，变化5%', '是']);
assert.deepEqual(other, ['2024\u20112025年，变化\u20115%', '☑是']);
EOF
node probe.mjs
