#!/usr/bin/env bash
# @e965/xlsx 0.20.3 (SheetJS CE): HTML cells without end tags are glued together.
#
# Behaviour: </td> and </tr> are optional in HTML, and every browser reads such tables. SheetJS ends a cell
# only at an end tag: <tr><td>东村<td>12 gives one cell "东村12", and two number cells give one number.
#
# Why it matters: older report generators leave the end tags out. A row of figures 12 and 30 is read as the number 1230;
# nothing tells of it.
#
# Seen:
#   A1 "东村12" B1 undefined
#   A2 1230 B2 undefined
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . @e965/xlsx@0.20.3 >/dev/null
cat > probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import XLSX from '@e965/xlsx';

const sheet = XLSX.read('<html><body><table><tr><td>东村<td>12<tr><td>12<td>30</table></body></html>', { type: 'string' }).Sheets.Sheet1;
for (const row of [1, 2]) console.log(`A${row}`, JSON.stringify(sheet[`A${row}`]?.v), `B${row}`, JSON.stringify(sheet[`B${row}`]?.v));
assert.deepEqual([sheet.A1.v, sheet.B1, sheet.A2.v, sheet.B2], ['东村12', undefined, 1230, undefined]);
EOF
node probe.mjs
