#!/usr/bin/env bash
# LibreOffice Calc 7.4.7 (Debian 12): a number with the format G/通用格式"万元" becomes a date.
#
# Behaviour: G/通用格式 is what Chinese Excel and WPS call General, and custom formats carry it into the .xlsx file. Calc
# takes the G for an era and the cell for a date: it shows "CE/通用格式万元", saved as .ods the cell has the type date, and
# as .csv 45717 is exported as 03/01/2025 or the like. The same value with General"万元" stays a number.
#
# Why it matters: amounts turn into dates in every conversion made with soffice --convert-to, for readers that go by the
# cell type irrecoverably; an 元 amount of 1,234,567 is a day in the year 5280.
#
# Seen:
#   G/通用格式"万元" of 1234567: date 5280-02-15 shown as CE/通用格式万元
#   General"万元" of 1234567: float 1234567 shown as 1234567万元
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
const sheet = book.addWorksheet('a');
for (const [i, code] of ['G/通用格式"万元"', 'General"万元"'].entries()) {
  sheet.getCell(i + 1, 1).value = 1234567;
  sheet.getCell(i + 1, 1).numFmt = code;
}
await book.xlsx.writeFile('made.xlsx');
EOF
cat > look.mjs <<'EOF'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import JSZip from 'jszip';

const xml = await (await JSZip.loadAsync(readFileSync('made.ods'))).file('content.xml').async('string');
const cells = [...xml.matchAll(/<table:table-cell ([^>]*value-type[^>]*)><text:p>([^<]*)/g)];
const seen = cells.map(([, attributes, shown]) => {
  const [, type] = / office:value-type="([^"]*)"/.exec(` ${attributes}`);
  const [, value] = /office:(?:date-)?value="([^"]*)"/.exec(attributes);
  return `${type} ${value} shown as ${shown}`;
});
console.log('G/通用格式"万元" of 1234567:', seen[0]);
console.log('General"万元" of 1234567:', seen[1]);
assert.deepEqual(seen, ['date 5280-02-15 shown as CE/通用格式万元', 'float 1234567 shown as 1234567万元']);
EOF
node make.mjs
soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to ods made.xlsx >/dev/null 2>&1
node look.mjs
