#!/usr/bin/env bash
# hyperformula 3.5.0: TEXT with thousands or percent gives wrong figures, not an error.
#
# Behaviour: the number formats of TEXT know digits and a point. A comma is copied into the result with the rest of the
# format behind it, and the fraction is rounded away before; a percent sign is added without multiplying by 100.
#
# Why it matters: ="合计"&TEXT(B9,"#,##0.00")&"万元" and TEXT(C3,"0.0%") are the two uses of TEXT in Chinese summary tables.
# The first is visibly odd, but 0.1% for 12.5 % looks like any figure.
#
# Seen:
#   TEXT(1234.5,"#,##0.00") -> 1235,##0.00
#   TEXT(0.125,"0.0%") -> 0.1%
#   TEXT(1234.5,"0.00万元") -> 1234.50万元
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . hyperformula@3.5.0 >/dev/null
cat > probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import { HyperFormula } from 'hyperformula';

const recorded = {
  'TEXT(1234.5,"#,##0.00")': '1235,##0.00',
  'TEXT(0.125,"0.0%")': '0.1%',
  'TEXT(1234.5,"0.00万元")': '1234.50万元',
};
const formulas = Object.keys(recorded);
const engine = HyperFormula.buildFromArray(formulas.map((formula) => [`=${formula}`]), { licenseKey: 'gpl-v3' });
for (const [row, formula] of formulas.entries()) {
  const seen = engine.getCellValue({ sheet: 0, row, col: 0 });
  console.log(formula, '->', seen);
  assert.equal(seen, recorded[formula]);
}
EOF
node probe.mjs
