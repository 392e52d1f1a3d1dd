"""What a log may be quoted with where there is no roster."""

import pytest

from generator.model import Program
from generator.privacy.known_words import may_be_quoted, program_vocabulary
from tests.privacy.visits import TOOL

WORDS = program_vocabulary(Program("Program", tools={TOOL.id: TOOL}))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "12/24",
            "2025-13-01",
            "Period 2",
            "explains",
            "8-Sep",
            "May 12",
            "Block C",
            "",
            "Sábado",
            "Room 9",
        ),
        *("Sábado", "Room 9", "12x", "micro_credential", "photos/board.jpg", "share", "none"),
    ],
)
def test_numbers_and_words_of_the_program_may(text: str) -> None:
    assert may_be_quoted(text, WORDS)


@pytest.mark.parametrize(
    "text", ["Jaylen Brown", "Period 2 Jaylen", "Nguyễn", "李小龙", "jaylen@example.org", "photos/jaylen.jpg"]
)
def test_what_could_be_a_name_may_not(text: str) -> None:
    assert not may_be_quoted(text, WORDS)


@pytest.mark.parametrize("text", ["Juan", "Perod 2", "Marta", "titel"])
def test_nearly_a_known_word_is_not_known(text: str) -> None:
    assert not may_be_quoted(text, WORDS)


@pytest.mark.parametrize("text", ["April", "Will", "Rose", "Grace Park", "julio", "Domingo"])
def test_a_word_that_is_a_name_too_may_not(text: str) -> None:
    assert not may_be_quoted(text, WORDS)


def test_what_somebody_said_may_not() -> None:
    assert not may_be_quoted("he has to go home early", WORDS)


def test_where_the_settings_cannot_be_read_the_format_is_known() -> None:
    assert may_be_quoted("small_groups", program_vocabulary(None))
    assert not may_be_quoted(TOOL.prompts[0].text + " Jaylen", program_vocabulary(None))
