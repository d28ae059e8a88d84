#!/usr/bin/env bash
# unpdf 1.8.1 (PDF.js): the words of printed Chinese PDFs come out in radicals, and searching for 金额 finds nothing.
#
# Behaviour: fonts like Noto CJK have one glyph for 金 (U+91D1) and for the radical ⾦ (U+2FA6). Chromium 156 prints such a
# glyph with ToUnicode = the radical and an /ActualText with the character meant. PDF.js reads ToUnicode only. Normalising
# by NFKC repairs the Kangxi radicals, but not those of the other block: ⻓ (U+2ED3, for 长) stays as it is. poppler's
# pdftotext 22.12 honours /ActualText and gives 金额长. The PDF made here holds just these two kinds of marks.
#
# Why it matters: 一 生 金 方 长 页 高 龙 石 立 竹 米 见 走 足 车 里 山 are all concerned, so hardly a table header of a
# printed plan can be found by its name, though the eye sees no difference.
#
# Seen:
#   text: ⾦额⻓ (U+2FA6 U+989D U+2ED3)
#   includes 金额: false
#   after NFKC: 金额⻓ (U+91D1 U+989D U+2ED3)
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . unpdf@1.8.1 >/dev/null
cat > probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { extractText } from 'unpdf';

const stream = (text) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Marks def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
3 beginbfchar <41> <2FA6> <42> <989D> <43> <2ED3> endbfchar
endcmap end end`;
const page = `BT /F1 12 Tf 20 20 Td
/Span << /ActualText <FEFF91D1> >> BDC <41> Tj EMC
<42> Tj
/Span << /ActualText <FEFF957F> >> BDC <43> Tj EMC ET`;
const objects = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 60] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
  stream(page),
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>',
  stream(map),
];
let pdf = '%PDF-1.7\n';
const places = objects.map((object, i) => {
  const place = pdf.length;
  pdf += `${i + 1} 0 obj\n${object}\nendobj\n`;
  return `${String(place).padStart(10, '0')} 00000 n \n`;
});
const table = pdf.length;
pdf += `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${places.join('')}`;
pdf += `trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
writeFileSync('made.pdf', pdf, 'latin1');

const codes = (text) => [...text].map((char) => `U+${char.codePointAt(0).toString(16).toUpperCase()}`).join(' ');
const text = (await extractText(new Uint8Array(Buffer.from(pdf, 'latin1')), { mergePages: true })).text.trim();
const repaired = text.normalize('NFKC');
console.log(`text: ${text} (${codes(text)})`);
console.log('includes 金额:', text.includes('金额'));
console.log(`after NFKC: ${repaired} (${codes(repaired)})`);
assert.deepEqual([codes(text), codes(repaired)], ['U+2FA6 U+989D U+2ED3', 'U+91D1 U+989D U+2ED3']);
EOF
node probe.mjs
if command -v pdftotext >/dev/null; then echo "pdftotext: $(pdftotext made.pdf - | head -1)"; fi
