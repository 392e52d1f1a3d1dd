"""A teacher whose students only grew, and what she might try in order to be awarded all the same."""

import json
from collections.abc import Callable

import pytest

from tests.conftest import ANA, PROGRAM, Site, weekly
from tests.openbadges.awards import award, earned

GROWING = weekly([3, 5, 4, 7, 5, 8, 6, 9, 8, 11, 9, 12, 11, 14, 12, 15, 13, 16, 15, 18])
EASIER = str(PROGRAM["micro-credentials/visible.md"]).replace("{classes: 1}", "{classes: 1, growth: shown}")
FROZEN_SINCE = ("requirement", "basis", "rules")  # the second edition
NOT_SEPARABLE = "Improvement, not separable from growth"


@pytest.fixture
def growing(site: Callable[..., Site]) -> Site:
    """Submitted under the second edition, and reviewed."""
    return earned(site, {f"{ANA}/data/period-2.csv": GROWING})


def submission(site: Site) -> dict[str, object]:
    return dict(json.loads((site.content / ANA / "submissions/1.json").read_text("utf-8")))


def submit_again(site: Site, **parts: object) -> None:
    """The submission as somebody typed it."""
    site.change({f"{ANA}/submissions/1.json": json.dumps(submission(site) | parts)})


def test_growth_alone_earns_nothing(growing: Site) -> None:
    done = award(growing)
    assert (done.status, NOT_SEPARABLE in done.out + done.err) == (1, True), done.out + done.err
    assert "This says nothing against the change." in done.out + done.err


def test_a_micro_credential_made_easier_afterwards_changes_nothing(growing: Site) -> None:
    growing.change({"micro-credentials/visible.md": EASIER})
    done = award(growing)
    assert (done.status, NOT_SEPARABLE in done.out + done.err) == (1, True)


def test_nor_does_another_one_named_afterwards(growing: Site) -> None:
    """What was frozen belongs to one micro-credential."""
    frozen = dict(submission(growing)["requirement"])  # type: ignore[call-overload]
    submit_again(
        growing,
        requirement=frozen | {"micro_credential": "easier", "growth": "shown"},
        basis={"micro-credentials/easier": "of then"},
    )
    done = award(growing)
    assert (done.status, "waiting for the first review" in done.out + done.err) == (1, True)


@pytest.mark.parametrize("key", ["growth", "classes", "prompts", "verdict", "micro_credential"])
def test_a_key_that_is_taken_out_of_the_submission_is_an_error(growing: Site, key: str) -> None:
    frozen = {
        name: value
        for name, value in dict(submission(growing)["requirement"]).items()  # type: ignore[call-overload]
        if name != key
    }
    submit_again(growing, requirement=frozen)
    done = award(growing)
    assert (done.status, "not as  portfolio submit  wrote it" in done.err) == (1, True), done.err


def test_a_requirement_typed_into_the_submission_is_an_error(growing: Site) -> None:
    """The micro-credential has not changed since, so it is known what was frozen."""
    frozen = dict(submission(growing)["requirement"])  # type: ignore[call-overload]
    submit_again(growing, requirement=frozen | {"growth": "shown"})
    done = award(growing)
    assert (done.status, "asks for something else" in done.err) == (1, True), done.err


def test_one_that_might_have_been_frozen_earlier_is_not_awarded(growing: Site) -> None:
    frozen = dict(submission(growing)["requirement"])  # type: ignore[call-overload]
    basis = dict(submission(growing)["basis"])  # type: ignore[call-overload]
    submit_again(
        growing,
        requirement=frozen | {"growth": "shown"},
        basis=basis | {"micro-credentials/visible": "0" * 64},
    )
    done = award(growing)
    assert (done.status, "asks for less than the micro-credential does today" in done.err) == (1, True)


def test_an_attempt_dressed_up_as_one_of_the_first_edition_says_so(growing: Site) -> None:
    frozen = {key: value for key, value in submission(growing).items() if key not in FROZEN_SINCE}
    growing.change({f"{ANA}/submissions/1.json": json.dumps(frozen | {"schema": 1})})
    done = award(growing)
    assert "Submitted on January 17, 2026 under the first edition of the rules" in done.out + done.err
    growing.change({f"{ANA}/submissions/1.json": json.dumps(frozen | {"schema": 1, "date": "2027-01-01"})})
    assert "first edition" not in award(growing, "--anew").err
