"""The program's story in numbers."""

from datetime import date

from generator.credential.decision import DecisionState
from generator.model import Program, Verdict
from generator.site.program.home_page import SHOWN_ON_HOME, home_page, program_totals
from tests.site.views import inquiry_card, micro_credential, program_context, teacher_card

UP, NONE = Verdict.SUSTAINED_IMPROVEMENT, Verdict.NO_SIGNAL


def test_totals_count_what_all_teachers_have_published() -> None:
    talk = inquiry_card(
        "Talk?",
        visits=17,
        reflections=2,
        verdicts=(("Period 2", UP), ("Period 3", NONE)),
        state=DecisionState.EARNED,
    )
    reading = inquiry_card("Reading?", visits=4, reflections=1, verdicts=(("Block A", None),))
    totals = program_totals(program_context(teacher_card("Ana", talk), teacher_card("Ben", reading)))
    assert (totals.teachers, totals.inquiries, totals.classes) == (2, 2, 3)
    assert (totals.visits, totals.reflections, totals.earned) == (21, 3, 1)
    assert {verdict: number for verdict, number in totals.verdicts if number} == {UP: 1, NONE: 1}
    assert totals.classes_with_verdict == 2


def test_school_years_are_those_of_the_inquiries() -> None:
    cards = [inquiry_card(f"In {year}?", school_year=year) for year in ("2025–26", "2026–27", "")]
    assert program_totals(program_context(teacher_card("Ana", *cards))).school_years == 2


def test_an_empty_program_has_an_empty_story() -> None:
    view = home_page(program_context(), [])
    assert (view.totals.inquiries, view.latest, view.more, view.ideas) == (0, (), 0, ())


def test_only_the_latest_inquiries_are_shown_and_the_others_counted() -> None:
    cards = [inquiry_card(f"Inquiry {n}?", latest=date(2025, 9, 1)) for n in range(SHOWN_ON_HOME + 3)]
    view = home_page(program_context(teacher_card("Ana", *cards)), [])
    assert (len(view.latest), view.more) == (SHOWN_ON_HOME, 3)


def test_each_micro_credential_says_how_many_inquiries_earned_it() -> None:
    program = Program(
        "Hill",
        micro_credentials={name: micro_credential(name, name.title()) for name in ("visible", "talk")},
    )
    earned = inquiry_card("A?", micro_credential="visible", state=DecisionState.EARNED)
    waiting = inquiry_card("B?", micro_credential="visible", state=DecisionState.SUBMITTED)
    view = home_page(program_context(teacher_card("Ana", earned, waiting), program=program), [])
    numbers = [(credential.id, *counts) for credential, *counts in view.credentials]
    assert numbers == [("visible", 1, 1), ("talk", 0, 0)]
