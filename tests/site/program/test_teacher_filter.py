"""What the list of teachers can be filtered by."""

import json
from datetime import date

from generator.model import Program, Verdict
from generator.site.program.teacher_filter import filter_choices, filter_rows, filter_texts
from tests.site.views import inquiry_card, micro_credential, program_context, teacher_card

PROGRAM = Program(
    "Hill",
    micro_credentials={
        "visible": micro_credential("visible", "Visible thinking"),
        "talk": micro_credential("talk", "Talk"),
    },
)
TALK = inquiry_card(
    "Who talks?",
    micro_credential="visible",
    verdicts=(("Period 2", Verdict.NO_SIGNAL), ("Period 3", None)),
    latest=date(2026, 1, 9),
    school_year="2025–26",
)
ANA = teacher_card("Ana", TALK, subject="Science", grade="Grade 10")
BEN = teacher_card("Ben", subject="Art", grade="Grade 9")


def test_choices_are_those_that_some_card_has_in_natural_order() -> None:
    choices = filter_choices(program_context(ANA, BEN, program=PROGRAM))
    assert choices.subjects == (("Art", "Art"), ("Science", "Science"))
    assert [value for value, _ in choices.grades] == ["Grade 9", "Grade 10"]
    assert choices.credentials == (("visible", "Visible thinking"),)
    assert choices.verdicts == ((Verdict.NO_SIGNAL, "no signal"),)
    assert choices.any


def test_with_one_of_each_there_is_nothing_to_choose() -> None:
    assert not filter_choices(program_context(ANA, program=PROGRAM)).any


def test_the_latest_school_year_stands_first() -> None:
    later = inquiry_card("Who asks?", school_year="2026–27")
    choices = filter_choices(program_context(teacher_card("Ana", TALK, later)))
    assert choices.school_years == (("2026–27", "2026–27"), ("2025–26", "2025–26"))
    assert choices.any


def test_rows_are_a_script_with_a_row_for_each_inquiry() -> None:
    script = filter_rows(program_context(ANA, BEN, program=PROGRAM)).decode()
    start = "window.runfolioInquiries = "
    assert script.startswith(start)
    (row,) = json.loads(script.removeprefix(start).rstrip(";\n"))
    assert row == [
        *("Ana", "Grade 10 Science", "Science", "Grade 10", "teachers/t/who-talks/index.html", "Who talks?"),
        *(
            "visible",
            [["Period 2", "no_signal", "no signal"], ["Period 3", None, "no verdict"]],
            "2026-01-09",
            "2025–26",
        ),
    ]


def test_the_scripts_texts_are_in_the_programs_language() -> None:
    english = json.loads(str(filter_texts(program_context())))
    spanish = json.loads(str(filter_texts(program_context(program=Program("Hill", language="es")))))
    assert english.keys() == spanish.keys()
    assert english["none"] == "Nothing fits all of that."
    assert english != spanish
