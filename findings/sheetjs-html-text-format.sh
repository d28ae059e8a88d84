#!/usr/bin/env bash
# @e965/xlsx 0.20.3 (SheetJS CE): in HTML tables the marks that keep codes and exact amounts are not looked at.
#
# Behaviour: web systems export "Excel" as an HTML table. mso-number-format:'\@' (text) and x:str say that a cell is
# text, x:num="…" holds the exact number behind a rounded one. SheetJS takes the shown text in each case: a code of 18
# digits becomes a double (last digits gone), 00123 becomes 123, and the exact amount is lost. `raw: true` saves the codes,
# but then all amounts are texts too.
#
# Why it matters: codes of 16 and more digits, 项目编码 with leading zeros, and 1,234.57 whose true value is 1234.5678 万元.
#
# Seen:
#   text by style, 18 digits: n 530402202112345660
#   text by style, 00123: n 123
#   text by x:str, 18 digits: n 530402202112345660
#   x:num 1234.5678 shown as 1,234.57: n 1234.57
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . @e965/xlsx@0.20.3 >/dev/null
cat > probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import XLSX from '@e965/xlsx';

const html = String.raw`<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr>
<td style="mso-number-format:'\@'">530402202112345678</td>
<td style="mso-number-format:'\@'">00123</td>
<td x:str>530402202112345678</td>
<td x:num="1234.5678">1,234.57</td>
</tr></table></body></html>`;
const sheet = XLSX.read(html, { type: 'string' }).Sheets.Sheet1;
const names = ['text by style, 18 digits', 'text by style, 00123', 'text by x:str, 18 digits', 'x:num 1234.5678 shown as 1,234.57'];
const seen = ['A1', 'B1', 'C1', 'D1'].map((at) => [sheet[at].t, sheet[at].v]);
for (const [i, [type, value]] of seen.entries()) console.log(`${names[i]}:`, type, value);
assert.deepEqual(seen, [['n', 530402202112345660], ['n', 123], ['n', 530402202112345660], ['n', 1234.57]]);
EOF
node probe.mjs
