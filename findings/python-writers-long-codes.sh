#!/usr/bin/env bash
# Debian's openpyxl 3.0.9 and XlsxWriter 3.0.2: exact whole numbers are written with 16 digits.
#
# Behaviour: a Python int has all its digits, and so has the XML of a sheet; both writers format every number with 16
# significant digits. A code of 17 or 18 digits given as an int loses its last ones in the file, without a word, and
# openpyxl reads its own file back as a float.
#
# Why it matters: project codes of 16 to 18 digits are kept as numbers by scripts (pandas makes int64 of them). Two
# different codes become equal in the file: the loss is in the writer, before Excel's 15 digits come into it.
#
# Seen:
#   openpyxl:   <v>5.304022021123457e+17</v> for 530402202112345678 and for 530402202112345679
#   XlsxWriter: <v>5.304022021123457E+17</v> for 530402202112345678 and for 530402202112345679
#   openpyxl reads it back as 530402202112345728
set -euo pipefail
declare -A wanted=([python3-openpyxl]=3.0.9-1 [python3-xlsxwriter]=3.0.2-2)
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
import xlsxwriter

CODES = [530402202112345678, 530402202112345679]


def values(file):
    return re.findall("<v>.*?</v>", zipfile.ZipFile(file).read("xl/worksheets/sheet1.xml").decode())


book = openpyxl.Workbook()
book.active.append(CODES)
book.save("openpyxl.xlsx")
book = xlsxwriter.Workbook("xlsxwriter.xlsx")
book.add_worksheet().write_row(0, 0, CODES)
book.close()

back = int(openpyxl.load_workbook("openpyxl.xlsx").active["A1"].value)
for name, file in [("openpyxl:  ", "openpyxl.xlsx"), ("XlsxWriter:", "xlsxwriter.xlsx")]:
    first, second = values(file)
    print(name, first, "for", CODES[0], "and for" if first == second else f"but {second} for", CODES[1])
print("openpyxl reads it back as", back)
assert values("openpyxl.xlsx") == ["<v>5.304022021123457e+17</v>"] * 2
assert values("xlsxwriter.xlsx") == ["<v>5.304022021123457E+17</v>"] * 2
assert back == 530402202112345728, back
EOF
/usr/bin/python3 probe.py
