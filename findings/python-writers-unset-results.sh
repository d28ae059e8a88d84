#!/usr/bin/env bash
# Debian's openpyxl 3.0.9, XlsxWriter 3.0.2 and xlwt 1.3.0: three different things stand for "not calculated yet".
#
# Behaviour: none of the three calculates, yet each stores something in the place of a formula's result. openpyxl writes an
# empty <v>; XlsxWriter writes the number 0, also for a formula that can only give a text; xlwt (.xls) stores an empty text,
# also for a SUM. No flag on the cell tells it from a real result.
#
# Why it matters: a reader that trusts the stored result sees blanks, zeros or texts in the 合计 row of a book made by a
# script, until somebody has opened and saved it in Excel. "0" and "" are also results that Excel itself stores, so a
# reader has to calculate the formula, or say that the result is missing.
#
# Seen:
#   openpyxl   SUM: <c r="C1"><f>SUM(A1:B1)</f><v></v></c>
#   XlsxWriter SUM: <c r="C1"><f>SUM(A1:B1)</f><v>0</v></c>
#   XlsxWriter text: <c r="D1"><f>A1&amp;"元"</f><v>0</v></c>
#   xlwt       SUM: cell type 1 (text), value ''
set -euo pipefail
declare -A wanted=([python3-openpyxl]=3.0.9-1 [python3-xlsxwriter]=3.0.2-2 [python3-xlwt]=1.3.0-4 [python3-xlrd]=1.2.0-3)
for package in "${!wanted[@]}"; do
  dpkg-query -W "$package" >/dev/null 2>&1 || apt-get install -y -qq --no-install-recommends "$package" >/dev/null
  version=$(dpkg-query -W -f '${Version}' "$package")
  if [ "$version" != "${wanted[$package]}" ]; then
    echo "needs $package ${wanted[$package]}, found $version" >&2
    exit 2
  fi
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > probe.py <<'EOF'
import re
import zipfile

import openpyxl
import xlrd
import xlsxwriter
import xlwt


def cell(file, place):
    xml = zipfile.ZipFile(file).read("xl/worksheets/sheet1.xml").decode()
    return re.search(f'<c r="{place}".*?</c>', xml).group(0)


book = openpyxl.Workbook()
book.active.append([3, 4, "=SUM(A1:B1)"])
book.save("openpyxl.xlsx")

book = xlsxwriter.Workbook("xlsxwriter.xlsx")
book.add_worksheet().write_row(0, 0, [3, 4, "=SUM(A1:B1)", '=A1&"元"'])
book.close()

book = xlwt.Workbook()
row = book.add_sheet("a").row(0)
row.write(0, 3)
row.write(1, 4)
row.write(2, xlwt.Formula("SUM(A1:B1)"))
book.save("xlwt.xls")
stored = xlrd.open_workbook("xlwt.xls").sheet_by_index(0).cell(0, 2)

seen = [
    cell("openpyxl.xlsx", "C1"),
    cell("xlsxwriter.xlsx", "C1"),
    cell("xlsxwriter.xlsx", "D1"),
    (stored.ctype, stored.value),
]
print("openpyxl   SUM:", seen[0])
print("XlsxWriter SUM:", seen[1])
print("XlsxWriter text:", seen[2])
print(f"xlwt       SUM: cell type {stored.ctype} (text), value {stored.value!r}")
assert seen == [
    '<c r="C1"><f>SUM(A1:B1)</f><v></v></c>',
    '<c r="C1"><f>SUM(A1:B1)</f><v>0</v></c>',
    '<c r="D1"><f>A1&amp;"元"</f><v>0</v></c>',
    (xlrd.XL_CELL_TEXT, ""),
]
EOF
PYTHONIOENCODING=utf-8 /usr/bin/python3 probe.py
