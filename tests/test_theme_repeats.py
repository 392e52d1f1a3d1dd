"""What scripts, styles and templates of the default theme repeat of the program: the same values twice.

A script runs where no Python is, and a style sheet stands for every page, so they cannot ask; here they are
held against the module that decides.
"""

import re
from pathlib import Path

import pytest

from generator.model import Outcome, Verdict
from generator.openbadges import baking, document_fields, jsonld, status_list
from generator.site.inquiry.invited_classes import MOST_STUDENTS

THEME = Path(__file__).parent.parent / "themes/default"
CREDENTIAL = (THEME / "scripts/credential.js").read_text("utf-8")
INVITED_CLASS = (THEME / "scripts/invited-class.js").read_text("utf-8")
PLOTS = (THEME / "styles/plots.css").read_text("utf-8")


def constant(script: str, name: str) -> str:
    """What a script sets a constant to, as it is written there."""
    match = re.search(rf"^ *const {name} = (.+?);(?: /\*.*)?$", script, re.MULTILINE)
    assert match, name
    return match[1]


def test_a_class_has_as_many_students_on_the_phone_as_on_the_invitation() -> None:
    assert int(constant(INVITED_CLASS, "MOST")) == MOST_STUDENTS


def test_the_page_that_checks_awards_has_the_limits_of_the_command() -> None:
    assert int(constant(CREDENTIAL, "DEEPEST")) == jsonld._DEEPEST
    assert int(constant(CREDENTIAL, "FEWEST")) == status_list.LENGTH
    assert constant(CREDENTIAL, "NAMESPACE") == f'"{baking._NAMESPACE}"'
    assert (
        bytes(int(byte, 16) for byte in re.findall(r"0x(\w\w)", constant(CREDENTIAL, "PNG"))) == baking._PNG
    )


def test_the_page_that_checks_awards_refuses_the_signs_that_the_command_refuses() -> None:
    script = re.compile(constant(CREDENTIAL, "CONTROLS").removeprefix("/").removesuffix("/u"))
    everything = "".join(map(chr, range(0x11000)))
    assert script.findall(everything) == jsonld._CONTROLS.findall(everything)


@pytest.mark.parametrize(
    "moment",
    [
        "2026-01-31T00:00:00Z",
        "2026-01-31T23:59:59.123+05:30",
        "2026-01-31T24:00:00Z",
        "2026-01-31T10:60:00Z",
        "2026-01-31T10:00:00",
        "2026-01-31T10:00:00z",
        "2026-01-31T10:00Z",
        "2026-01-31 10:00:00Z",
        "2026-01-31",
        "2026-01-31T10:00:00+24:00",
        "2026-01-31T10:00:00.Z",
        "2026-01-31T10:00:00Z\n",
    ],
)
def test_a_date_time_is_one_on_the_page_as_in_the_command(moment: str) -> None:
    pattern = constant(CREDENTIAL, "DATE_TIME").strip("/")
    script = re.compile(f"{pattern.removesuffix('$')}\\Z")  # JavaScript's $ is the very end
    assert bool(script.match(moment)) == bool(document_fields._DATE_TIME.fullmatch(moment))


def test_the_key_of_marks_has_each_verdict_once() -> None:
    lists = (THEME / "templates/lists.html").read_text("utf-8")
    listed = re.search(r"for value in \[(.+?)\]", lists)
    assert listed and sorted(re.findall(r'"(\w+)"', listed[1])) == sorted(Verdict)


@pytest.mark.parametrize("prefix", ["rp", "strip"])
def test_plots_are_coloured_by_outcomes_that_there_are(prefix: str) -> None:
    names = set(re.findall(rf"\.{prefix}-(\w+_\w+|lasted|worse)\b", PLOTS))
    assert names and names <= set(Outcome)
