#!/usr/bin/env bash
# papaparse 5.7.1: one line end decides for the whole file.
#
# Behaviour: the parser chooses one line end by what comes first in the text and then splits on that one alone. A file
# whose first line ends in CR LF and whose rows end in LF becomes a single row: the last cell of each line, the line end
# and the first cell of the next line are one field. The other way round each last cell keeps a CR. `errors` is empty.
#
# Why it matters: offices put a title line or a header made on Windows over rows exported by a Linux server
# (copy /b, cat, "append to file"). The amounts are usually the last column, so "1200.5\r" fails or "1200.5\n02" is read.
#
# Seen:
#   CR LF, then LF: [["编码","户数","金额"],["01","12","1200.5\n02","30","300\n03","4","80"],[""]] errors []
#   LF, then CR LF: [["标题：项目表"],["编码","户数","金额\r"],["01","12","1200.5\r"],["02","30","300"]] errors []
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --prefix . papaparse@5.7.1 >/dev/null
cat > probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import Papa from 'papaparse';

function look(name, text) {
  const { data, errors } = Papa.parse(text);
  console.log(`${name}:`, JSON.stringify(data), 'errors', JSON.stringify(errors));
  return { data, errors };
}
const crlfFirst = look('CR LF, then LF', '编码,户数,金额\r\n01,12,1200.5\n02,30,300\n03,4,80\r\n');
const lfFirst = look('LF, then CR LF', '标题：项目表\n编码,户数,金额\r\n01,12,1200.5\r\n02,30,300');
assert.deepEqual(crlfFirst, { data: [['编码', '户数', '金额'], ['01', '12', '1200.5\n02', '30', '300\n03', '4', '80'], ['']], errors: [] });
assert.deepEqual(lfFirst, { data: [['标题：项目表'], ['编码', '户数', '金额\r'], ['01', '12', '1200.5\r'], ['02', '30', '300']], errors: [] });
EOF
node probe.mjs
