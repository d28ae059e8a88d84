#!/usr/bin/env bash
# papaparse 5.7.1: the line end at the end of a file hides a delimiter.
#
# Behaviour: the guess of the delimiter wants two fields a line on average and counts the empty piece behind the last line
# end as a line of one field. A table of two columns therefore has too few, the tab (or semicolon) is passed over, and the
# commas in the amounts split the lines instead. Without the final line end the very same table is read right. Where the
# amounts have two commas each, not even the `UndetectableDelimiter` error is given.
#
# Why it matters: 乡镇 and 金额 are two columns, programs end files with a line end, and 1,200,000 has commas. The
# result is a table of plausible cells ("200", "000") and no error.
#
# Seen:
#   with a line end: [["乡镇\t金额"],["东村镇\t1","200","000"],["西山乡\t3","000","000"],["南河乡\t4","500","000"],[""]] delimiter "," errors []
#   without: [["乡镇","金额"],["东村镇","1,200,000"],["西山乡","3,000,000"],["南河乡","4,500,000"]] delimiter "\t" errors []
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix . papaparse@5.7.1 >/dev/null
cat > probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import Papa from 'papaparse';

const table = '乡镇\t金额\n东村镇\t1,200,000\n西山乡\t3,000,000\n南河乡\t4,500,000';
function look(name, text) {
  const { data, errors, meta } = Papa.parse(text);
  console.log(`${name}:`, JSON.stringify(data), 'delimiter', JSON.stringify(meta.delimiter), 'errors', JSON.stringify(errors));
  return { delimiter: meta.delimiter, second: data[1], errors };
}
const ended = look('with a line end', `${table}\n`);
const open = look('without', table);
assert.deepEqual(ended, { delimiter: ',', second: ['东村镇\t1', '200', '000'], errors: [] });
assert.deepEqual(open, { delimiter: '\t', second: ['东村镇', '1,200,000'], errors: [] });
EOF
node probe.mjs
