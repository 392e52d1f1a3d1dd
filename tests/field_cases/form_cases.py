"""Exports of forms, and tables with a row a student."""

from tests.field_cases.field_case import PERIOD_2, READ, READ_TWO, WEEKS, FieldCase, book, day

ROSTER = "date,student,explains\n" + "".join(
    f"{date},S{number:02d},{'x' if number <= did else blank}\n"
    for date, did, blank in (("2025-09-08", 3, "{no}"), ("2025-09-15", 2, "{no}"))
    for number in range(1, 8)
)
FORM = "Timestamp,Which class?,Students present,Explains own thinking\n"

FORMS = [
    FieldCase(
        "a quiz of Google: score and user are dropped",
        "answers.csv",
        '"Timestamp","Username","Score","Which class?","How many students were present?",'
        '"Explains own thinking"\n'
        '"2025/09/08 9:52:31 AM EST","visitor@example.org","8 / 24","Period 2","24","8"\n'
        '"2025/09/15 9:52:31 AM EST","visitor@example.org","10 / 24","Period 2","24","10"\n'
        '"2025/09/22 9:52:31 AM GMT+5:30","visitor@example.org","9 / 24","Period 2","24","9"\n',
        READ,
        ("dropped: points of a quiz", "dropped: personal"),
    ),
    FieldCase(
        "an addition in brackets, and a typographic apostrophe",
        "answers.csv",
        'Timestamp,Which class?,Students present,"1. Explains own thinking (number of students)",'
        "2) Restates a classmate\u2019s idea\n"
        "9/8/2025 9:52:31,Period 2,24,8,4\n9/15/2025 9:52:31,Period 2,24,10,5\n",
        READ_TWO,
    ),
    FieldCase(
        "un formulario en español",
        "respuestas.csv",
        "Marca temporal,¿Qué período?,¿Cuántos estudiantes había?,Explains own thinking\n"
        "08/09/2025 9:52:31,Period 2,24,8\n15/09/2025 9:52:31,Period 2,24,10\n"
        "22/09/2025 9:52:31,Period 2,24,9\n",
        READ,
    ),
    FieldCase(
        "which period, two a day",
        "answers.csv",
        "Timestamp,Which period?,How many students were present?,Explains own thinking\n"
        "9/8/2025 9:10:00,Period 2,24,8\n9/8/2025 11:05:00,Period 4,23,9\n9/15/2025 9:10:00,Period 2,24,10\n",
        {
            "period-2.csv": ["date,class,n,explains", *WEEKS[:2]],
            "period-4.csv": ["date,class,n,explains", "2025-09-08,Period 4,23,9"],
        },
    ),
    FieldCase(
        "no class anywhere",
        "answers.csv",
        "Timestamp,Students present,Explains own thinking\n9/15/2025 9:52:31,24,10\n",
        says=("This file does not say which class it is.", '--class "Period 2"'),
    ),
    FieldCase(
        "no class, in a file that is called one",
        "one.csv",
        "date,n,explains\n2025-09-08,24,8\n",
        says=("This file does not say which class it is.",),
    ),
    FieldCase(
        "sent again with other numbers",
        "a.csv",
        FORM + "9/15/2025 9:52:31,Period 2,24,10\n9/15/2025 14:02:11,Period 2,24,9\n",
        says=("nothing tells the two rows apart", "--same later", "--same lessons", "--same observers"),
    ),
    FieldCase(
        "sent again with the same numbers",
        "a.csv",
        FORM + "9/15/2025 9:52:31,Period 2,24,10\n9/15/2025 9:52:58,Period 2,24,10\n",
        {"period-2.csv": ["date,class,n,explains", WEEKS[1]]},
        ("count once: Period 2 2025-09-15",),
    ),
    FieldCase(
        "Microsoft Forms",
        "Talk tally(1-3).xlsx",
        book(
            (
                "Sheet1",
                [
                    ["Id", "Start time", "Completion time", "Email", "Name", "Students", "Explains"],
                    [1, day("2025-09-08T09:52"), day("2025-09-08T10:12"), "anonymous", None, 24, 8],
                    [2, day("2025-09-15T09:52"), day("2025-09-15T10:12"), "anonymous", None, 24, 10],
                    [3, day("2025-09-22T09:52"), day("2025-09-22T10:12"), "anonymous", None, 24, 9],
                ],
            )
        ),
        READ,
        ("dropped: when the form was sent",),
        PERIOD_2,
    ),
]
STUDENTS = [
    FieldCase(
        "a class list with blanks is asked about",
        "period-2.csv",
        ROSTER.replace("{no}", ""),
        says=("Does an empty cell mean no?", "Type no where a student did not do it"),
    ),
    FieldCase(
        "the same list with no",
        "period-2.csv",
        ROSTER.replace("{no}", "no"),
        {
            "period-2.csv": [
                "date,class,n,explains",
                "2025-09-08,Period 2,7,3",
                "2025-09-15,Period 2,7,2",
            ]
        },
    ),
    FieldCase(
        "one column with yes and blanks beside one with 1 and 0",
        "period-2.csv",
        "date,student,explains,restates\n2025-09-08,S01,x,0\n2025-09-08,S02,,1\n2025-09-08,S03,,0\n",
        says=("column explains: error: Does an empty cell mean no?",),
    ),
    FieldCase(
        "an exit ticket that students answered with their names",
        "answers.csv",
        "Timestamp,Email Address,Your name,Answers the question of the day,Gives a reason\n"
        + "".join(
            f"9/15/2025 14:1{number}:00,s{number}@example.org,Pupil {number},{answers},{reason}\n"
            for number, answers, reason in (
                (1, "Yes", "Yes"),
                (2, "Yes", "No"),
                (3, "No", "No"),
                (4, "Yes", "No"),
                (5, "No", "No"),
                (6, "Yes", "Yes"),
            )
        ),
        {"period-2.csv": ["date,class,n,answers,reasons", "2025-09-15,Period 2,6,4,2"]},
        options=PERIOD_2,
        tool="exit-ticket",
    ),
    FieldCase(
        "the same for an inquiry with another tool",
        "answers.csv",
        "Timestamp,Your name,Gives a reason\n9/8/2025 14:10:00,Pupil 1,Yes\n9/8/2025 14:11:00,Pupil 2,No\n",
        says=("None of its columns is a prompt of the tool Classroom discussion tally.",),
        options=PERIOD_2,
    ),
]
