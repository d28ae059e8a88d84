#!/usr/bin/env bash
# @e965/xlsx 0.20.3 (SheetJS CE) and numfmt 4.0.1: the 万元 format 0!.0, prints its escape and moves the point.
#
# Behaviour: WPS offers, and users of Chinese Excel type, 0!.0, and 0!.0000 to show 元 in 万元: the ! makes the point a
# written sign. Neither library knows the !: both print it and take the point for the decimal point, so 1,234,567 元 is
# "1234!.6" (a thousandth) and "1234567!.0000" (not divided at all). LibreOffice 7.4 shows the same texts.
#
# Why it matters: after taking the ! out, what is left is a clean number, ten or ten thousand times too large.
#
# Seen:
#   0!.0, of 1234567: sheetjs 1234!.6 numfmt 1234!.6
#   0!.0000 of 1234567: sheetjs 1234567!.0000 numfmt 1234567!.0000
#   0!.0,"万元" of 1234567: sheetjs 1234!.6万元 numfmt 1234!.6万元
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . @e965/xlsx@0.20.3 numfmt@4.0.1 >/dev/null
cat > probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import XLSX from '@e965/xlsx';
import { format } from 'numfmt';

const recorded = { '0!.0,': '1234!.6', '0!.0000': '1234567!.0000', '0!.0,"万元"': '1234!.6万元' };
for (const [code, text] of Object.entries(recorded)) {
  const [sheetjs, numfmt] = [XLSX.SSF.format(code, 1234567), format(code, 1234567)];
  console.log(`${code} of 1234567: sheetjs ${sheetjs} numfmt ${numfmt}`);
  assert.deepEqual([sheetjs, numfmt], [text, text]);
}
EOF
node probe.mjs
