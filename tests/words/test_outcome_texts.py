"""The forms of each outcome."""

import re
from string import Formatter

import pytest
from msgspec.structs import asdict

from generator.model import Outcome
from generator.words.outcome_texts import OUTCOME_FORMS, CountedPhrase, OutcomeForms

# what each place fills in; a form may do without
PLACES = {
    "only_class": {"visits"},
    "some_classes": {"where"},
    "differing": {"where"},
    "counted": {"classes"},
    "program": {"where", "classes"},
    "setback": {"number"},
}
DIRECTIONS = {"up", "down", "more", "fewer", "higher", "lower"}


@pytest.mark.parametrize("outcome", Outcome)
def test_a_form_has_no_place_that_nobody_fills(outcome: Outcome) -> None:
    for name, form in asdict(OUTCOME_FORMS[outcome]).items():
        for text in form if isinstance(form, tuple) else [form or ""]:
            places = {place for _, place, _, _ in Formatter().parse(text) if place}
            assert places <= PLACES.get(name, set()), (name, text)


@pytest.mark.parametrize("name", ["caption", "heading", "differing", "counted", "explained"])
def test_outcomes_are_told_apart(name: str) -> None:
    assert len({getattr(forms, name) for forms in OUTCOME_FORMS.values()}) == len(Outcome)


def test_names_are_true_where_fewer_is_better() -> None:
    for forms in OUTCOME_FORMS.values():
        assert not DIRECTIONS & set(re.findall(r"\w+", f"{forms.heading} {forms.caption}".lower()))


def test_what_the_home_page_must_not_hide_is_bad_news() -> None:
    with_setback = [outcome for outcome, forms in OUTCOME_FORMS.items() if forms.setback]
    assert with_setback == [outcome for outcome in Outcome if outcome.is_bad_news]


def test_every_form_is_given() -> None:
    assert set(OUTCOME_FORMS) == set(Outcome)
    for forms in OUTCOME_FORMS.values():
        assert isinstance(forms, OutcomeForms)
        assert all(forms.program) if isinstance(forms.program, CountedPhrase) else forms.program
