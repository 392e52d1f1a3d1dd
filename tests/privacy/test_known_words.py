"""What a log may be quoted with where there is no roster."""

import pytest
from msgspec.structs import replace

from generator.model import Program, Prompt
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
        *("at 9:30", "Case 3", "day 2", "same room", "yes", "none present", "dog ran home"),
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


@pytest.mark.parametrize(
    "text", ["April", "Will", "Rose", "Grace Park", "julio", "Domingo", "Sun", "Bo", "Li"]
)
def test_a_word_that_is_a_name_too_may_not(text: str) -> None:
    assert not may_be_quoted(text, WORDS)


@pytest.mark.parametrize("text", ["he has to go home early", "dog ran home quickly"])
def test_what_somebody_said_may_not(text: str) -> None:
    assert not may_be_quoted(text, WORDS)


@pytest.mark.parametrize("text", ["mathtalk", "Who regroups?"])
def test_the_ids_and_prompts_of_a_tool_may(text: str) -> None:
    tool = replace(TOOL, id="mathtalk", prompts=(Prompt("r", "Who regroups?"),))
    assert may_be_quoted(text, program_vocabulary(Program("Program", tools={tool.id: tool})))
    assert not may_be_quoted(text, program_vocabulary(Program("Program")))


def test_where_the_settings_cannot_be_read_the_format_is_known() -> None:
    assert may_be_quoted("small_groups", program_vocabulary(None))
    assert not may_be_quoted(TOOL.prompts[0].text + " Jaylen", program_vocabulary(None))
