#!/usr/bin/env bash
# LibreOffice Calc 7.4.7 (Debian 12): converting .xlsx to .xlsx changes the last digit of a 16-digit code.
#
# Behaviour: Calc shows 5304022021123456 in full and exports it to .csv in full, but writes numbers to .xlsx with
# 15 significant digits: 5304022021123460 is stored. The double in memory was exact, so this loss is the writer's alone.
#
# Why it matters: county project codes of 16 digits are typed as numbers. A table that was only opened and saved, or run
# through soffice --convert-to, no longer matches the list it came from, and two projects of one village become one.
#
# Seen:
#   made: 5304022021123456
#   as csv: 5304022021123456
#   as xlsx: 5304022021123460
set -euo pipefail
package=libreoffice-calc-nogui
if ! command -v soffice >/dev/null; then apt-get install -y -qq --no-install-recommends "$package" >/dev/null; fi
version=$(dpkg-query -W -f '${Version}' libreoffice-calc-nogui 2>/dev/null || dpkg-query -W -f '${Version}' libreoffice-calc)
case $version in
  4:7.4.7-*) ;;
  *) echo "needs LibreOffice Calc 4:7.4.7, found $version" >&2; exit 2 ;;
esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . exceljs@4.4.0 jszip@3.10.1 >/dev/null
cat > make.mjs <<'EOF'
import ExcelJS from 'exceljs';

const book = new ExcelJS.Workbook();
book.addWorksheet('a').addRow([5304022021123456]).getCell(1).numFmt = '0';
await book.xlsx.writeFile('made.xlsx');
EOF
cat > look.mjs <<'EOF'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import JSZip from 'jszip';

async function stored(file) {
  const xml = await (await JSZip.loadAsync(readFileSync(file))).file('xl/worksheets/sheet1.xml').async('string');
  return xml.match(/<c r="A1"[^>]*><v>([^<]*)</)[1];
}
const seen = [await stored('made.xlsx'), readFileSync('out/made.csv', 'utf8').trim(), await stored('out/made.xlsx')];
console.log('made:', seen[0]);
console.log('as csv:', seen[1]);
console.log('as xlsx:', seen[2]);
assert.deepEqual(seen, ['5304022021123456', '5304022021123456', '5304022021123460']);
EOF
node make.mjs
for kind in csv xlsx; do
  soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to "$kind" --outdir out made.xlsx >/dev/null 2>&1
done
node look.mjs
