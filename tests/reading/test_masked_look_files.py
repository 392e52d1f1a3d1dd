"""What a reader saw in masked charts, as the page saves it."""

from datetime import date

import pytest

from generator.model import LevelChange, MaskedAnswer
from generator.problems import Place, Severity
from generator.reading.masked_look_files import read_masked_look

FILE = "teachers/ana/talk/masked-looks/b.yml"
SAVED = """\
reader: "B"
date: 2026-02-03
charts: "6dab782ba0df"
unseen: true
answers:
  A: {change: up, visit: 9}
  b: {change: none}
"""


def test_a_saved_file_reads_back_as_it_was_answered() -> None:
    look, problems = read_masked_look(SAVED.encode(), FILE)
    assert problems == []
    assert look is not None
    assert (look.date, look.reader, look.charts, look.unseen) == (date(2026, 2, 3), "B", "6dab782ba0df", True)
    assert look.answers == {"A": MaskedAnswer(LevelChange.UP, 9), "B": MaskedAnswer(LevelChange.NONE)}
    assert look.place == Place(FILE)


def test_a_change_needs_its_visit() -> None:
    look, (problem,) = read_masked_look(SAVED.replace(", visit: 9", "").encode(), FILE)
    assert look is None
    assert problem.severity is Severity.WARNING
    assert problem.place.line == 6
    assert problem.remedy == "Add it: visit: 9"


@pytest.mark.parametrize(
    ("written", "instead"),
    [("change: up", "change: better"), ("visit: 9", "visit: 1"), ('reader: "B"', "reader:")],
)
def test_what_no_page_saves_is_set_aside_with_a_warning(written: str, instead: str) -> None:
    look, problems = read_masked_look(SAVED.replace(written, instead).encode(), FILE)
    assert look is None
    assert [problem.severity for problem in problems] == [Severity.WARNING]


def test_who_did_not_say_so_had_perhaps_seen_it() -> None:
    look, _ = read_masked_look(SAVED.replace("unseen: true\n", "").encode(), FILE)
    assert look is not None
    assert not look.unseen
