"""What goes wrong while the program's pages are made stays with the file or the card that causes it."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from generator.building.options import BuildOutcome
from generator.site.program import program_pages
from tests.conftest import PROGRAM, Site
from tests.terminal import portfolio

MakeSite = Callable[..., Site]
NESTED = "".join(f"{'    ' * depth}- and\n" for depth in range(300))
CORRECTED = "This page is being corrected"


def failed(outcome: BuildOutcome) -> list[tuple[str, str]]:
    return [(problem.code, problem.place.file) for problem in outcome.problems if problem.is_error]


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("pages/about.md", "pages/about"),
        ("change-ideas/talk.md", "change-ideas/talk"),
        ("micro-credentials/visible.md", "micro-credentials/visible"),
    ],
)
def test_lists_nested_without_end_cost_that_text_and_nothing_else(
    site: MakeSite, file: str, address: str
) -> None:
    one = site({file: str(PROGRAM[file]) + "\n" + NESTED})
    ran = portfolio("build", inside=one.root)
    assert ran.status == 1
    assert re.search(rf"^content/{file}:\d+:1: error: ", ran.err, re.MULTILINE)
    assert "Traceback" not in ran.err
    assert "<li>and" not in one.page(address)
    assert "Ana Lopez" in one.page("teachers/ana-lopez")
    one.change({file: str(PROGRAM[file]) + "\n- and\n"})
    assert failed(one.build()) == []
    assert "<li>and" in one.page(address)


def test_a_tool_is_named_by_the_file_that_it_is_made_of(
    site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(program_pages, "_tool", fail)
    one = site({"tools/math-talk.yml": None, "tools/Math Talk.yaml": PROGRAM["tools/math-talk.yml"]})
    assert failed(one.build()) == [("page-failed", "content/tools/Math Talk.yml")]
    for page in ("tools/math-talk", "tools/math-talk/sheet", "tools/math-talk/tally"):
        assert CORRECTED in one.page(page)


@pytest.mark.parametrize("builder", ["filter_rows", "change_idea_results", "home_pages"])
def test_a_card_that_no_list_can_show_is_left_out_and_named(
    site: MakeSite, monkeypatch: pytest.MonkeyPatch, builder: str
) -> None:
    real = getattr(program_pages, builder)

    def fail_for_ana(context: Any, *more: Any) -> Any:
        if any(card.id == "ana-lopez" for card in context.cards):
            raise ZeroDivisionError
        return real(context, *more)

    monkeypatch.setattr(program_pages, builder, fail_for_ana)
    one = site()
    outcome = one.build()
    assert failed(outcome) == [("card-failed", "content/teachers/ana-lopez")]
    assert "Traceback" in next(problem.traceback for problem in outcome.problems if problem.is_error)
    assert "Ben Carter" in one.page("teachers")
    assert "Ana Lopez" not in one.page("teachers")
    assert "Ana Lopez" in one.page("teachers/ana-lopez")


def test_a_mistake_that_neither_a_file_nor_a_card_causes_is_raised(
    site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(program_pages, "not_found_page", fail)
    with pytest.raises(ZeroDivisionError):
        site().build()
