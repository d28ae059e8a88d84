#!/usr/bin/env bash
# hyperformula 3.5.0 against @formulajs/formulajs 4.6.1: ROUND of half a 分 goes up or down by the amount.
#
# Behaviour: HyperFormula rounds the binary double: ROUND(2.675,2) is 2.68, but ROUND(1.005,2) is 1, ROUND(8.325,2) is
# 8.32. formulajs rounds all of them up, and so does LibreOffice Calc 7.4 (run on 1.005, 8.325, 0.285, 5.015).
#
# Why it matters: 四舍五入 to 分 or to 0.01 万元 of the same column differs by one between the program that checks the
# table and the spreadsheet that made it, for some amounts only, so a check with a tolerance of zero reports honest people.
#
# Seen:
#   ROUND(2.675,2): hyperformula 2.68 formulajs 2.68
#   ROUND(1.005,2): hyperformula 1 formulajs 1.01
#   ROUND(0.285,2): hyperformula 0.28 formulajs 0.29
#   ROUND(5.015,2): hyperformula 5.01 formulajs 5.02
#   ROUND(8.325,2): hyperformula 8.32 formulajs 8.33
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . hyperformula@3.5.0 @formulajs/formulajs@4.6.1 >/dev/null
cat > probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import { ROUND } from '@formulajs/formulajs';
import { HyperFormula } from 'hyperformula';

const recorded = [
  [2.675, 2.68, 2.68],
  [1.005, 1, 1.01],
  [0.285, 0.28, 0.29],
  [5.015, 5.01, 5.02],
  [8.325, 8.32, 8.33],
];
const engine = HyperFormula.buildFromArray(recorded.map(([value]) => [`=ROUND(${value},2)`]), { licenseKey: 'gpl-v3' });
for (const [row, [value, ...expected]] of recorded.entries()) {
  const seen = [engine.getCellValue({ sheet: 0, row, col: 0 }), ROUND(value, 2)];
  console.log(`ROUND(${value},2): hyperformula ${seen[0]} formulajs ${seen[1]}`);
  assert.deepEqual(seen, expected);
}
EOF
node probe.mjs
