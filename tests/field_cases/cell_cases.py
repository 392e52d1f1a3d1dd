"""Cells that hold more, or less, than a number."""

from tests.field_cases.field_case import PERIOD_2, READ, SHARES, FieldCase, book, day

CELLS = [
    FieldCase(
        "NA is a gap and never 0",
        "period-2.csv",
        '"date","n","explains"\n"2025-09-08",24,8\n"2025-09-15",24,NA\n"2025-09-22",24,0\n',
        {
            "period-2.csv": [
                "date,class,n,explains",
                "2025-09-08,Period 2,24,8",
                "2025-09-15,Period 2,24,",
                "2025-09-22,Period 2,24,0",
            ]
        },
    ),
    FieldCase(
        "a dash and n/a are gaps too",
        "period-2.csv",
        "date,n,explains\n2025-09-08,24,-\n2025-09-15,24,n/a\n2025-09-22,24,9\n",
        {
            "period-2.csv": [
                "date,class,n,explains",
                "2025-09-08,Period 2,24,",
                "2025-09-15,Period 2,24,",
                "2025-09-22,Period 2,24,9",
            ]
        },
    ),
    FieldCase(
        "a word where a number belongs",
        "period-2.csv",
        "date,n,explains\n2025-09-08,24,8\n2025-09-15,24,absent\n",
        says=("row 3, column explains: error: absent is not a number.", "leave the cell empty"),
    ),
    FieldCase(
        "counts without the number of students",
        "ticks.csv",
        "Date,Explains own thinking\n2025-09-08,8\n2025-09-15,10\n",
        says=("8 of how many?", "(and 1 more row)", "Add a column  n"),
        options=PERIOD_2,
    ),
    FieldCase(
        "tally marks",
        "period-2.csv",
        "date,n,explains\n2025-09-08,24,||||||||\n2025-09-15,24,||||\n",
        says=("|||||||| is not a number (and 1 more row).",),
    ),
    *(
        FieldCase(
            f"8{of}24",
            "period-2.csv",
            f"date,explains\n2025-09-08,8{of}24\n2025-09-15,10{of}24\n2025-09-22,9{of}24\n",
            READ,
        )
        for of in (" of ", " out of ", "/", " de ")
    ),
    FieldCase(
        "shares as fractions",
        "period-2.csv",
        "date,explains\n2025-09-08,0.33\n2025-09-15,0.42\n",
        says=("Does 0.33 mean 33%? It is not a number of students (and 1 more row).", "(33%)"),
    ),
    FieldCase(
        "shares as fractions beside n, with a decimal comma, in a workbook",
        "period-2.xlsx",
        book(("Sheet", [["Fecha", "N", "Explains"], ["2025-09-08", 24, "0,33"], ["2025-09-15", 24, "0,42"]])),
        says=("Does 0,33 mean 33%?",),
    ),
    FieldCase(
        "shares that Excel shows as percentages",
        "period-2.xlsx",
        book(
            ("Sheet", [["Date", "Explains"], [day("2025-09-08"), 0.333], [day("2025-09-15"), 0.417]]),
            formats={"B2": "0.0%", "B3": "0.0%"},
        ),
        SHARES,
    ),
    *(
        FieldCase(
            f"a column of percentages called {heading}",
            "period-2.csv",
            f"date,n,{heading}\n2025-09-08,24,8\n",
            says=("None of its columns is a prompt of the tool",),
        )
        for heading in ("% Explains own thinking", "Explains own thinking (%)", "Explains %")
    ),
    FieldCase(
        "8/24 that Excel took for a date",
        "period-2.xlsx",
        book(("Sheet", [["Date", "Explains"], [day("2025-09-08"), day("2025-08-24")]])),
        says=("2025-08-24 is a date, and a number belongs here", "Type 8 here and 24 in a column  n"),
    ),
    FieldCase(
        "8/24 that became 24-Aug in a CSV",
        "period-2.csv",
        "Date,Explains\n2025-09-08,24-Aug\n2025-09-15,24-Oct\n",
        says=("24-Aug is a date, and a number belongs here (and 1 more row).", "column  n"),
    ),
    FieldCase(
        "errors of a formula",
        "period-2.xlsx",
        book(
            ("Sheet", [["Date", "N", "Explains"], ["2025-09-08", 24, "#DIV/0!"], ["2025-09-15", 24, "#N/A"]])
        ),
        says=("#DIV/0! is a spreadsheet error", "leave the cell empty"),
    ),
    *(
        FieldCase(
            f"a last row {label}",
            "period-2.csv",
            f"date,n,explains\n2025-09-08,24,8\n2025-09-15,24,10\n{label},24,9\n",
            says=(
                "row 4, column date: error: This row is a total or an average of other rows, not a visit.",
            ),
        )
        for label in ("Average", "Total", "Promedio")
    ),
    FieldCase(
        "values beside n, which are counts or percentages",
        "data.csv",
        "date,value,n\n2011-07-01,14,52\n2011-08-01,12,64\n",
        says=(
            "Is 14 a percentage, or how many of 52? It could be either (and 1 more row).",
            "call the column  count",
        ),
        options=PERIOD_2,
    ),
    FieldCase(
        "the same, called count",
        "data.csv",
        "date,count,n\n2011-07-01,14,52\n2011-08-01,12,64\n",
        {
            "period-2.csv": [
                "date,class,n,explains",
                "2011-07-01,Period 2,52,14",
                "2011-08-01,Period 2,64,12",
            ]
        },
        options=PERIOD_2,
    ),
    FieldCase(
        "several rows an hour apart",
        "x.csv",
        "date,n,explains\n2025-09-08 09:00,24,8\n2025-09-08 08:00,24,1\n",
        says=("Period 2 has different numbers for 2025-09-08 in row 2", "--same lessons"),
        options=PERIOD_2,
    ),
]
