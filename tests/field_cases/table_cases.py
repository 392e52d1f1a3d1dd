"""Dates, and the files that tables come in."""

from openpyxl.utils.datetime import MAC_EPOCH

from tests.field_cases.field_case import PERIOD_2, READ, SHARES, WEEK_CELLS, WEEKS, FieldCase, book

DATES = [
    FieldCase(
        "excel shows a typed date as 8-Sep-25",
        "period-2.csv",
        "Date,N,Explains\n8-Sep-25,24,8\n15-Sep-25,24,10\n22-Sep-25,24,9\n",
        READ,
    ),
    FieldCase(
        "the same in Spanish, with semicolons",
        "period-2.csv",
        "Fecha;N;Explains\n8-sep-25;24;8\n15-sep-25;24;10\n22-sept.-25;24;9\n",
        READ,
    ),
    FieldCase(
        "dates as text in a workbook, with spaces",
        "period-2.xlsx",
        book(
            (
                "Sheet",
                [
                    ["Date", "N", "Explains"],
                    ["8 Sep 25", "24", "8"],
                    ["15 Sep 25", "24", "10"],
                    ["22 Sep 25", "24", "9"],
                ],
            )
        ),
        READ,
    ),
    FieldCase(
        "a date without its year",
        "period-2.csv",
        "Date,N,Explains\n8-Sep,24,8\n15-Sep,24,10\n",
        says=("row 2, column Date: error: 8-Sep does not say the year (and 1 more row).", "with its year"),
    ),
    FieldCase(
        "un día sin su año",
        "period-2.csv",
        "Fecha,N,Explains\n8 de septiembre,24,8\n15 de septiembre,24,10\n",
        says=("8 de septiembre does not say the year (and 1 more row).",),
    ),
    FieldCase(
        "seconds since 1970",
        "period-2.csv",
        "time,value\n1757340180,8\n1757944980,10\n",
        says=("This table has no column with the dates of the visits.", "Call that column  date"),
    ),
    FieldCase(
        "milliseconds in a column called date",
        "period-2.csv",
        "date,n,explains\n1757340180000,24,8\n1757944980000,24,10\n",
        says=("row 2, column date: error: 1757340180000 is not a date",),
    ),
    FieldCase(
        "weeks by their number",
        "period-2.csv",
        "Week,N,Explains\nWeek 1,24,8\nWeek 2,24,10\n",
        says=("The column Week is not one of the tool's prompts",),
    ),
    FieldCase(
        "a workbook with the dates of 1904",
        "period-2.xlsx",
        book(("Sheet", WEEK_CELLS), epoch=MAC_EPOCH),
        READ,
    ),
]
FORMS_OF_FILES = [
    FieldCase(
        "CSV of an old Macintosh",
        "period-2.csv",
        "Date,N,Explains\r9/8/25,24,8\r9/15/25,24,10\r",
        {"period-2.csv": ["date,class,n,explains", *WEEKS[:2]]},
    ),
    FieldCase(
        "a title above the headings",
        "period-2.csv",
        "Table 1\nDate,N,Explains\n9/8/25,24,8\n9/15/25,24,10\n9/22/25,24,9\n",
        READ,
        ("The headings are in row 2. What is above them is not read.",),
    ),
    FieldCase(
        "a title and an empty row in a workbook",
        "period-2.xlsx",
        book(("Sheet", [["Period 2 talk tally"], [], *WEEK_CELLS])),
        READ,
        ("The headings are in row 3.",),
    ),
    FieldCase(
        "two rows of titles and a separator line",
        "period-2.csv",
        "sep=;\nRegistro de observación;;\nOtoño de 2025;;\nFecha;N;Explains\n2025-09-08;24;8\n"
        "2025-09-15;24;10\n2025-09-22;24;9\n",
        READ,
    ),
    FieldCase(
        "tabs in a .csv",
        "a.csv",
        "Date\tN\tExplains\n9/8/2025\t24\t8\n9/15/2025\t24\t10\n9/22/2025\t24\t9\n",
        READ,
        options=PERIOD_2,
    ),
    FieldCase(
        "Unicode text of Excel",
        "a.txt",
        "Date\tN\tExplains\r\n9/8/2025\t24\t8\r\n9/15/2025\t24\t10\r\n9/22/2025\t24\t9\r\n".encode("utf-16"),
        READ,
        options=PERIOD_2,
    ),
    FieldCase(
        "a French spreadsheet: day first, decimal comma, a narrow space before the percent sign",
        "a.csv",
        "Date;Explains\r\n08/09/2025;33,3\u202f%\r\n15/09/2025;41,7\u00a0%\r\n",
        SHARES,
        options=PERIOD_2,
    ),
    FieldCase(
        "a German sheet, where plain values are percentages and that is said",
        "period-2.csv",
        'Date,Value\n08.09.2025,"33,3"\n15.09.2025,"41,7"\n',
        SHARES,
        ("The numbers in Value are read as percentages of students, for the prompt explains.",),
    ),
    FieldCase(
        "the summary in front of the answers",
        "answers.xlsx",
        book(("Summary", [["Average", 4]]), ("Form Responses 1", WEEK_CELLS)),
        READ,
        ("Read from the sheet Form Responses 1. Other sheets are not read: Summary.",),
        PERIOD_2,
    ),
    FieldCase(
        "two sheets of visits",
        "answers.xlsx",
        book(("P2", WEEK_CELLS), ("P4", WEEK_CELLS)),
        says=("This workbook has several sheets: P2, P4.", '--sheet "P2"'),
        options=PERIOD_2,
    ),
    FieldCase(
        "a Markdown table",
        "a.csv",
        "| Date | N | Explains |\n|---|---|---|\n| 2025-09-08 | 24 | 8 |\n",
        says=("row 2: error: This is a Markdown table", "save that as CSV"),
        options=PERIOD_2,
    ),
    FieldCase(
        "an export of The Observer, a row an event",
        "a.txt",
        '"Number of header lines:";"4"\n"Experiment";"Talk"\n\n"Date_dmy";"Time_Absolute_hms";"Behavior";'
        '"Event_Type"\n"08-09-2025";"09:00:00";"Explains";"State start"\n',
        says=("row 4: error: None of its columns is a prompt of the tool",),
        options=PERIOD_2,
    ),
    FieldCase(
        "a register with a column a day",
        "register.csv",
        "Enrollment No.,Student Name,9/8/2025,9/15/2025,9/22/2025\n24001,Pupil One,Present,Absent,Present\n",
        says=("This table is sideways", "Give each visit a row"),
    ),
    FieldCase(
        "una lista de asistencia, y las fechas en la primera fila",
        "lista.csv",
        "Alumno;08/09/2025;15/09/2025;22/09/2025\nUno;P;A;P\nDos;P;P;P\n",
        says=("This table is sideways",),
    ),
    FieldCase(
        "counters, a row each, with milliseconds",
        "counters.csv",
        "Explains,1757340202000,1757340262000\nRestates,1757340222000,1757945012000\n",
        says=("error:",),
    ),
    FieldCase(
        "a table of single-case research, without dates",
        "scd.csv",
        "Case,Session_number,Condition,Outcome\nPeriod 1,1,A,9\nPeriod 1,2,A,11\nPeriod 2,1,A,10\n",
        says=("The file has: Case, Session_number, Condition, Outcome.", '--column "HEADING=PROMPT"'),
    ),
]
