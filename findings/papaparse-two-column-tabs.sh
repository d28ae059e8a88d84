#!/usr/bin/env bash
# papaparse 5.7.1: the line end at the end of a short file hides its delimiter.
#
# Behaviour: the guess of the delimiter looks at ten lines, wants two fields a line on average and counts the empty piece
# behind the last line end as a line of one field. A table of two columns and up to nine lines therefore has too few, the
# tab (or semicolon) is passed over, and the commas in the amounts split the lines instead. The tenth line, or leaving
# out the final line end, makes it right. Where the amounts have two commas each, no error is given either.
#
# Why it matters: 乡镇 and 金额 are two columns, a county's summary is short, programs end files with a line end, and
# 1,200,000 has commas. The result is a table of plausible cells ("200", "000"); a test with more rows does not show it.
#
# Seen (delimiter, second line, number of errors):
#   9 lines with a line end: "," ["东村镇\t1","200","000"] 0
#   9 lines without: "\t" ["东村镇","1,200,000"] 0
#   10 lines with a line end: "\t" ["东村镇","1,200,000"] 0
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . papaparse@5.7.1 >/dev/null
cat > probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import Papa from 'papaparse';

function look(name, lines, ending) {
  const rows = Array.from({ length: lines - 1 }, () => '东村镇\t1,200,000');
  const { data, errors, meta } = Papa.parse(['乡镇\t金额', ...rows].join('\n') + ending);
  console.log(`${name}:`, JSON.stringify(meta.delimiter), JSON.stringify(data[1]), errors.length);
  return [meta.delimiter, data[1], errors.length];
}
const whole = ['\t', ['东村镇', '1,200,000'], 0];
assert.deepEqual(look('9 lines with a line end', 9, '\n'), [',', ['东村镇\t1', '200', '000'], 0]);
assert.deepEqual(look('9 lines without', 9, ''), whole);
assert.deepEqual(look('10 lines with a line end', 10, '\n'), whole);
EOF
node probe.mjs
