"""What a tool and its prompts say of themselves."""

import pytest

from generator.model import Prompt, PromptKind, Tool

TOOL = Tool(
    "talk",
    "Talk",
    (
        Prompt("explains", "Explains own thinking"),
        Prompt("asks", "Asks a question", kind=PromptKind.TALLY),
        Prompt("score", "Mean score", kind=PromptKind.SCALE),
    ),
)


@pytest.mark.parametrize(
    ("kind", "share"),
    [
        (PromptKind.COUNT_OF, True),
        (PromptKind.PERCENT, True),
        (PromptKind.TALLY, False),
        (PromptKind.SCALE, False),
    ],
)
def test_counts_of_n_and_percentages_are_drawn_from_0_to_100(kind: PromptKind, share: bool) -> None:
    assert Prompt("p", "P", kind=kind).is_share is share


def test_a_visitor_taps_everything_but_mean_scores() -> None:
    assert [prompt.id for prompt in TOOL.tapped] == ["explains", "asks"]


def test_a_prompt_by_its_id() -> None:
    assert TOOL.prompt("asks").text == "Asks a question"
