#!/usr/bin/env bash
# @formulajs/formulajs 4.6.1: SUM takes the beginning of a text for its value.
#
# Behaviour: texts in a range count as far as they begin with digits: "1,200" as 1, "12万" as 12, "2024-03" as 2024, a text
# code of 18 digits as its rounded number. A spreadsheet leaves texts in a range out of SUM. VALUE("1,200") of the same
# package is 1200, and MAX does leave such a text out, so the functions disagree with each other.
#
# Why it matters: amounts typed as text are the commonest fault of submitted tables. A program that recalculates 合计
# with this gets neither the spreadsheet's sum nor the true one, but a third that looks plausible.
#
# Seen:
#   SUM(["1,200",3]) = 4
#   SUM(["12万",3]) = 15
#   SUM(["2024-03",3]) = 2027
#   VALUE("1,200") = 1200
#   MAX(["1,200",3]) = 3
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . @formulajs/formulajs@4.6.1 >/dev/null
cat > probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import { MAX, SUM, VALUE } from '@formulajs/formulajs';

const sums = ['1,200', '12万', '2024-03'].map((text) => {
  const sum = SUM([text, 3]);
  console.log(`SUM(["${text}",3]) = ${sum}`);
  return sum;
});
const others = [VALUE('1,200'), MAX(['1,200', 3])];
console.log(`VALUE("1,200") = ${others[0]}`);
console.log(`MAX(["1,200",3]) = ${others[1]}`);
assert.deepEqual([sums, others], [[4, 15, 2027], [1200, 3]]);
EOF
node probe.mjs
