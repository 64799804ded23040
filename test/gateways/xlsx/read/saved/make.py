"""Makes the workbooks beside it with two writers that are not ours.

Debian: apt-get install python3-openpyxl python3-xlsxwriter; then: python3 make.py
"""

from datetime import datetime, time

import openpyxl
import xlsxwriter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table

ROWS = [
    ["Mã", "Tên", "Giá trị", "Tỷ lệ", "Ngày", "Đạt", "Công thức"],
    ["CT1", 'Tỷ lệ & "điểm" <10>\nxuống dòng', 85.5, 0.85, datetime(2025, 6, 5), True, "=C2*2"],
    ["CT2", "  hai đầu  ", -3, 0.125, datetime(2025, 12, 31, 12), False, '=A2&"!"'],
    ["6.10", "😀 ≥ 01", 0.0000001, 1, time(8, 10), True, "=1/0"],
]
RESULTS = [171, "CT1!", "#DIV/0!"]
FORMATS = {2: "#,##0.0", 3: "0.0%", 4: "dd/mm/yyyy"}


def with_openpyxl():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Chỉ tiêu"
    for row in ROWS:
        sheet.append(row)
    for row in sheet.iter_rows(min_row=2, max_row=3):
        for column, code in FORMATS.items():
            row[column].number_format = code
    sheet["D4"].number_format = FORMATS[3]
    sheet["A6"] = "Gộp"
    sheet.merge_cells("A6:C6")
    sheet.add_table(Table(displayName="ChiTieu", ref="A1:G4"))
    book.create_sheet("Ẩn").sheet_state = "hidden"
    book.create_sheet("Rất ẩn").sheet_state = "veryHidden"
    book["Rất ẩn"]["C3"] = "định danh"
    book.defined_names.append(DefinedName("KyBaoCao", attr_text="'Chỉ tiêu'!$C$2"))
    book.save("openpyxl.xlsx")


def with_xlsxwriter():
    book = xlsxwriter.Workbook("xlsxwriter.xlsx")
    sheet = book.add_worksheet("Chỉ tiêu")
    formats = {column: book.add_format({"num_format": code}) for column, code in FORMATS.items()}
    hours = book.add_format({"num_format": "h:mm"})
    for r, row in enumerate(ROWS):
        for c, value in enumerate(row):
            style = formats.get(c) if r > 0 else None
            if isinstance(value, str) and value.startswith("="):
                sheet.write_formula(r, c, value, None, RESULTS[r - 1])
            else:
                sheet.write(r, c, value, hours if isinstance(value, time) else style)
    sheet.merge_range("A6:C6", "Gộp")
    sheet.add_table("A1:G4", {"name": "ChiTieu", "columns": [{"header": h} for h in ROWS[0]]})
    book.add_worksheet("Ẩn").hide()
    hidden = book.add_worksheet("Rất ẩn")
    hidden.hide()
    hidden.write("C3", "định danh")
    book.define_name("KyBaoCao", "='Chỉ tiêu'!$C$2")
    book.close()


with_openpyxl()
with_xlsxwriter()
