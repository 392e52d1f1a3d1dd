"""What the list of teachers can be filtered by."""

import json
from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from generator.credential.decision import DecisionState
from generator.model import Outcome, Program
from generator.site.program.inquiry_filter import filter_rows, inquiry_finder
from generator.site.program.program_context import CardPair, ProgramContext
from generator.site.teacher_card import AwardCard
from tests.site.views import class_card, inquiry_card, micro_credential, program_context, teacher_card

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
    classes=(class_card("Period 2", Outcome.NO_CLEAR_CHANGE), class_card("Period 3")),
    latest=date(2026, 1, 9),
    school_year="2025–26",
)
ANA = teacher_card("Ana", TALK, subject="Science", grade="Grade 10")
BEN = teacher_card("Ben", subject="Art", grade="Grade 9")


def choices(context: ProgramContext, pairs: Sequence[CardPair] | None = None) -> dict[str, list[str]]:
    finder = inquiry_finder(context, "", context.inquiries if pairs is None else pairs)
    return {choice.name: [value for value, _ in choice.choices] for choice in finder.filters}


def test_choices_are_those_that_some_card_has_in_natural_order() -> None:
    asks = inquiry_card("Who asks?", school_year="2026–27", micro_credential="talk")
    context = program_context(ANA, teacher_card("Ben", asks, subject="Art", grade="Grade 9"), program=PROGRAM)
    assert choices(context) == {
        "subject": ["Art", "Science"],
        "grade": ["Grade 9", "Grade 10"],
        "year": ["2026–27", "2025–26"],
        "credential": ["visible", "talk"],
    }


def test_with_one_of_each_there_is_nothing_to_choose() -> None:
    assert choices(program_context(ANA, program=PROGRAM)) == {}


def test_a_list_offers_only_what_its_own_inquiries_have() -> None:
    asks = inquiry_card("Who asks?", school_year="2026–27")
    context = program_context(ANA, teacher_card("Ben", asks, subject="Art"))
    assert choices(context, context.inquiries[:1]) == {}


def test_an_award_is_told_apart_from_what_is_only_earned_and_from_what_was_taken_back() -> None:
    earned = {"micro_credential": "visible", "state": DecisionState.EARNED}
    award = AwardCard("a.b.visible", "visible", "", "", "", None, holds=True)
    revoked = replace(award, holds=False, revoked=True)
    inquiries = [
        inquiry_card("Awarded?", **earned, awards=(award,)),
        inquiry_card("Earned?", **earned),
        inquiry_card("Taken back?", **earned, awards=(revoked,)),
    ]
    context = program_context(teacher_card("Ana", *inquiries), program=PROGRAM)
    assert choices(context)["state"] == ["awarded", "earned", "taken_back"]


def test_rows_are_a_script_with_a_row_for_each_inquiry_linked_from_the_root() -> None:
    part = filter_rows(program_context(ANA, BEN, program=PROGRAM))
    script, start = part.files["teachers/inquiries.js"].decode(), "window.runfolioInquiries = "
    assert script.startswith(start)
    (row,) = json.loads(script.removeprefix(start).rstrip(";\n"))
    html = row.pop("row")
    assert html.startswith('<li class="row">') and html.endswith("</li>")
    assert 'href="teachers/t/who-talks/index.html"' in html and "Period 2: no signal" in html
    assert row == {
        "words": "Ana Grade 10 Science Who talks?",
        "name": "Ana",
        "latest": "2026-01-09",
        "subject": "Science",
        "grade": "Grade 10",
        "school": "",
        "year": "2025–26",
        "state": "shared",
        "credential": "visible",
        "tool": "",
        "verdict": ["no_signal"],
    }


def test_the_scripts_texts_are_in_the_programs_language() -> None:
    english = json.loads(str(inquiry_finder(program_context(), "", ()).texts))
    spanish = program_context(program=Program("Hill", language="es"))
    assert english["none"] == "Nothing matches all of these."
    assert json.loads(str(inquiry_finder(spanish, "", ()).texts)) != english


def test_a_page_further_down_finds_the_rows_from_where_it_stands() -> None:
    finder = inquiry_finder(program_context(), "tools/talk/page-2/", (), ("tool", "talk"))
    assert (finder.root, finder.within) == ("../../../", ("tool", "talk"))
