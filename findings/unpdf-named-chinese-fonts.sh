#!/usr/bin/env bash
# unpdf 1.8.1 (PDF.js): a Chinese PDF whose font is named and not embedded comes out as an empty text, without an error.
#
# Behaviour: for a font of the collection Adobe-GB1 in a predefined encoding (GBK-EUC-H, UniGB-UCS2-H) PDF.js needs the
# tables of that encoding. They are not in unpdf's bundle, and extractText resolves with '' where they are missing; only a
# warning goes to the console. poppler's pdftotext, with its own tables, gives the text. Where pdfjs-dist happens to be
# installed beside it, unpdf finds the tables there and the same file is read.
#
# Why it matters: 宋体 and 仿宋 are on every Windows, so older printers to PDF left them out of the file; a program that
# looks for empty pages takes such a plan for a scan.
#
# Seen:
#   GBK-EUC-H: ''
#   UniGB-UCS2-H: ''
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . unpdf@1.8.1 >/dev/null
cat > probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { extractText } from 'unpdf';

const stream = (text) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
/** One page with one text in 宋体; the codes are those of the encoding. */
function makePdf(encoding, codes) {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 60] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    stream(`BT /F1 12 Tf 20 20 Td <${codes}> Tj ET`),
    `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /${encoding} /DescendantFonts [6 0 R] >>`,
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 800 /StemV 80 >>',
  ];
  let pdf = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const place = pdf.length;
    pdf += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = pdf.length;
  pdf += `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  return `${pdf}trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
}

// 总投资100万元
const files = { 'GBK-EUC-H': 'd7dccdb6d7ca313030cdf2d4aa', 'UniGB-UCS2-H': '603b62958d44003100300030' + '4e075143' };
for (const [encoding, codes] of Object.entries(files)) {
  const pdf = makePdf(encoding, codes);
  writeFileSync(`${encoding}.pdf`, pdf, 'latin1');
  const { text } = await extractText(new Uint8Array(Buffer.from(pdf, 'latin1')), { mergePages: true });
  console.log(`${encoding}: '${text}'`);
  assert.equal(text, '');
}
PROBE
node probe.mjs 2>/dev/null
if command -v pdftotext >/dev/null; then for file in *.pdf; do echo "pdftotext $file: $(pdftotext "$file" - | head -1)"; done; fi
