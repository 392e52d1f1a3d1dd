"""The figures of an answer, one class or several."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from generator.model import Better, Prompt, PromptKind, Unit
from tests.site.inquiry.inquiries import (
    BEFORE,
    LOST,
    RISING,
    SHIFTED,
    SUSTAINED,
    TOOL,
    answer_of,
    plain,
)


@pytest.mark.parametrize(
    ("classes", "figures"),
    [
        ([SUSTAINED, SHIFTED], "31% before, 63% since"),
        ([SUSTAINED, [*BEFORE, *[12.0] * 9]], "31% before, 63% and 50% since"),
        ([SUSTAINED, RISING], "31% before, 63% since (Room 1); 27% before, 63% since (Room 2)"),
        ([SUSTAINED] * 3 + [RISING], "27% to 31% before, 63% since"),
        ([LOST] * 4, "31% before, 60% while it lasted, 13% since"),
    ],
)
def test_the_figures_of_several_classes(classes: Sequence[Sequence[float]], figures: str) -> None:
    several = answer_of({f"Room {number}": counts for number, counts in enumerate(classes, start=1)})
    assert f"“Explains own thinking”: {figures}. " in f"{plain(several.rest)} "


@pytest.mark.parametrize(
    ("better", "kind", "counts", "begins"),
    [
        (
            Better.LOWER,
            PromptKind.COUNT_OF,
            [24 - count for count in SUSTAINED],
            "Fewer students show “Waits”",
        ),
        (Better.LOWER, PromptKind.COUNT_OF, SUSTAINED, "“Waits”: 31%"),
        (Better.HIGHER, PromptKind.TALLY, SUSTAINED, "“Waits”: 31.3 students before, 62.5 students since"),
    ],
)
def test_what_is_counted_and_which_way_is_better(
    better: Better, kind: PromptKind, counts: list[float | None], begins: str
) -> None:
    tool = replace(TOOL, prompts=(Prompt("explains", "Waits", kind=kind, better=better),))
    assert plain(answer_of({"Period 2": counts}, tool).rest).startswith(begins)


def test_shares_of_something_else_than_students_are_no_students() -> None:
    assert answer_of({"Period 2": SUSTAINED}, replace(TOOL, unit=Unit.RESPONSES)).rest.startswith("“Explains")
