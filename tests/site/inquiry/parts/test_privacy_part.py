"""What was done to protect students: each sentence only where it is so."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from generator.model import Attestation, Photo, Program, Safeguard, Unit
from generator.privacy.privacy_context import PrivacyContext
from generator.site.inquiry.parts.privacy_part import build_privacy_part
from tests.site.inquiry.inquiries import (
    PROGRAM,
    TOOL,
    inquiry,
    inquiry_context,
    observations,
    render_context,
)


def lines(program: Program = PROGRAM, *, roster: bool = False, **fields: Any) -> tuple[str, ...]:
    context = inquiry_context(inquiry(**fields), program)
    render = render_context(program, privacy=PrivacyContext(has_roster=roster))
    return build_privacy_part(replace(context, render=render)).lines


def test_what_is_said_of_every_inquiry_that_counts_students() -> None:
    assert lines() == (
        "Only counts of a whole class or group are published, never of a student.",
        "A visit with fewer than 10 students is not published. The smallest group here has 24 students.",
        "This page was built without a list of students' names to compare it with.",
        "No one has confirmed reading this version for students' names.",
    )


def test_names_were_compared_only_where_there_was_a_roster() -> None:
    compared = "Texts and tables were compared with students' names before this was published."
    assert compared in lines(roster=True)
    assert compared not in lines(roster=False)


def test_the_size_of_groups_is_of_students_only() -> None:
    minutes = replace(PROGRAM, tools={TOOL.id: replace(TOOL, unit=Unit.MINUTES)})
    assert not [line for line in lines(minutes) if "fewer than" in line]
    without_n = tuple(observations("Period 2", [6], n=None))
    assert "A visit with fewer than 10 students is not published." in lines(observations=without_n)


@pytest.mark.parametrize(
    ("rules", "begins"),
    [
        (["P06"], ["Smaller counts"]),
        (["P07"], ["Smaller counts"]),
        (["P08"], ["Where all of the students or none"]),
        (["P06", "P08"], ["Smaller counts", "Where all of the students or none"]),
        (["P13"], []),
    ],
)
def test_what_the_gate_hid(rules: list[str], begins: list[str]) -> None:
    hidden = lines(safeguards=tuple(Safeguard(rule) for rule in rules))[2:-2]
    assert [line[: len(begin)] for line, begin in zip(hidden, begins, strict=True)] == begins


def test_what_a_second_person_allowed_stands_with_the_reason() -> None:
    allowed = Safeguard("P06", "R. Diaz", "2026-06-30", "The parents agreed.")
    said = lines(safeguards=(allowed,))
    (line,) = (line for line in said if "R. Diaz" in line)
    assert line.startswith("Checked and allowed by R. Diaz until 2026-06-30: ")
    assert line.endswith("Reason: The parents agreed.")
    assert not [line for line in said if line.startswith("Smaller counts")]


def test_observers_and_photos() -> None:
    rows = tuple(observations("Period 2", [6], observer="M. Rivera"))
    said = lines(observations=rows, photos={"wall.jpg": Photo("wall.jpg")})
    assert "In the tables, observers appear as A and B." in said
    assert any(line.startswith("Location and camera data were removed") for line in said)


def test_who_read_this_version_is_named() -> None:
    attestation = Attestation("0" * 64, "J. Park", date(2026, 1, 30))
    assert lines(attestation=attestation)[-1] == (
        "J. Park confirmed on January 30, 2026 reading this version for students' names."
    )
