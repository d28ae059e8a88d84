#!/usr/bin/env bash
# mammoth 1.13.0 on a document of docx 9.15.2: 表3 becomes 表.
#
# Behaviour: a field may be written as begin, separate and end marks, whose shown text mammoth keeps, or as w:fldSimple,
# which it drops together with the text inside. docx's SimpleField writes the second. Captions lose their numbers,
# "见表3" its reference; convertToHtml says "An unrecognised element was ignored: w:fldSimple", extractRawText gives the
# same message, not which text is gone.
#
# Why it matters: SEQ and REF fields are how a generated plan keeps its table numbers alive in Word. A tool that compares
# or indexes such plans through mammoth sees neither number nor reference.
#
# Seen:
#   表　项目清单
#   见表。
#   message: An unrecognised element was ignored: w:fldSimple
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . mammoth@1.13.0 docx@9.15.2 >/dev/null
cat > probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import { Document, Packer, Paragraph, SimpleField, TextRun } from 'docx';
import mammoth from 'mammoth';

const caption = new Paragraph({
  children: [new TextRun('表'), new SimpleField('SEQ 表 \\* ARABIC', '3'), new TextRun('　项目清单')],
});
const reference = new Paragraph({ children: [new TextRun('见表'), new SimpleField('REF list \\h', '3'), new TextRun('。')] });
const buffer = await Packer.toBuffer(new Document({ sections: [{ children: [caption, reference] }] }));
const { value, messages } = await mammoth.extractRawText({ buffer });
const lines = value.split('\n').filter((line) => line !== '');
for (const line of lines) console.log(line);
for (const { message } of messages) console.log('message:', message);
assert.deepEqual(lines, ['表　项目清单', '见表。']);
EOF
node probe.mjs
