#!/usr/bin/env bash
# hyperformula 3.5.0: with its default settings a plain cell of 123,456,789,012 gives 123,456,789,010.
#
# Behaviour: values are rounded on the way out to `precisionRounding` significant digits (10, in fact 11 are kept). That
# is meant for the dust of 0.1 + 0.2, but it also takes the last digits of a whole number that was only stored. The
# option is documented; that the default is too small for ordinary money is not.
# Comparing inside is done on the full values: two cells that both show 98765432101 are not equal.
#
# Why it matters: eleven digits of 分 end just below 10 亿元, and an amount in 元 with its two decimals has the same
# digits: totals of a county's plan of several years are beyond that.
#
# Seen:
#   99999999999 -> 99999999999
#   100000000001 -> 100000000000
#   123456789012 -> 123456789010
#   12345678901.23 -> 12345678901
#   98765432101.23 and 98765432101.24 -> 98765432101 and 98765432101, equal: false
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . hyperformula@3.5.0 >/dev/null
cat > probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import { HyperFormula } from 'hyperformula';

const at = (row, col) => ({ sheet: 0, row, col });
const recorded = [
  [99999999999, 99999999999],
  [100000000001, 100000000000],
  [123456789012, 123456789010],
  [12345678901.23, 12345678901],
];
const engine = HyperFormula.buildFromArray(recorded.map(([value]) => [value]), { licenseKey: 'gpl-v3' });
for (const [row, [value, shown]] of recorded.entries()) {
  const seen = engine.getCellValue(at(row, 0));
  console.log(value, '->', seen);
  assert.equal(seen, shown);
}
const pair = HyperFormula.buildFromArray([[98765432101.23, 98765432101.24, '=A1=B1']], { licenseKey: 'gpl-v3' });
const [a, b, equal] = [0, 1, 2].map((col) => pair.getCellValue(at(0, col)));
console.log(`98765432101.23 and 98765432101.24 -> ${a} and ${b}, equal: ${equal}`);
assert.deepEqual([a, b, equal], [98765432101, 98765432101, false]);
EOF
node probe.mjs
