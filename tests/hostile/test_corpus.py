"""Every hostile or tricky input ends as its case says, quickly, and nothing of it is active in the site.

The cases are in cases/*.yml, a line each, and in made.py where they are too large to be typed.
"""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.building.options import BuildOutcome
from generator.building.site_assembly import BuiltSite, build_in_memory
from generator.memoize import ProcessMemo
from tests.conftest import ANA, PROGRAM
from tests.conftest import Site as Folder
from tests.hostile.harmless import what_is_wrong
from tests.hostile.made import MADE, REFLECTION

LONGEST = 10  # seconds
MEMORY = ProcessMemo()  # most of the program is the same in every case
INQUIRY = f"{ANA}/inquiry.md"
TABLE = f"{ANA}/data/period-2.csv"
HERE = Path(__file__).parent / "cases"


def typed_cases() -> list[Any]:
    cases = []
    for file in sorted(HERE.glob("*.yml")):
        for number, case in enumerate(yaml.safe_load(file.read_text("utf-8")), start=1):
            cases.append(
                pytest.param(
                    case["expect"],
                    files_of(case),
                    case.get("says"),
                    id=f"{file.stem}-{number}",
                )
            )
    return cases


def made_cases() -> list[Any]:
    return [
        pytest.param(expect, files, None, id=name.replace(" ", "-")) for name, (expect, files) in MADE.items()
    ]


def files_of(case: Mapping[str, Any]) -> Mapping[str, str | bytes]:
    """A reflection's text, a table, keys of inquiry.md, lines of program.yml, or files as they are."""
    if "reflection" in case:
        return {f"{ANA}/reflections/2025-10-03.md": REFLECTION + case["reflection"] + "\n"}
    if "table" in case:
        own = "---\ntitle: Title\nquestion: Do more explain?\ntool: math-talk\npublish: true\n---\n"
        return {INQUIRY: own, TABLE: case["table"]}
    if "program" in case:
        settings = str(PROGRAM["program.yml"])
        if case["program"].startswith("url:"):
            settings = settings.replace("url: https://maple-grove.example.org/portfolios/\n", "")
        return {"program.yml": f"{settings}{case['program']}\n"}
    if "inquiry" in case:
        keys = {"title": "Title", "question": "Do more explain?", "tool": "math-talk", "publish": "true"}
        lines = "".join(f"{key}: {value}\n" for key, value in (keys | case["inquiry"]).items())
        return {INQUIRY: f"---\n{lines}---\n\nBody.\n"}
    files: Mapping[str, str | bytes] = case["files"]
    return files


@pytest.mark.parametrize(("expect", "files", "says"), [*typed_cases(), *made_cases()])
def test_it_ends_as_expected(
    site: Callable[..., Folder], expect: str, files: Mapping[str, str | bytes], says: str | None
) -> None:
    begun = time.process_time()
    made = build_in_memory(site(files).options(), lambda *_: None, MEMORY)
    MEMORY.end_generation()
    assert time.process_time() - begun < LONGEST
    outcome, pages = (made.outcome, made.files) if isinstance(made, BuiltSite) else (made, {})
    assert ended(outcome) in ({expect} if expect != "inert" else {"accepted", "repaired"}), [
        (one.code, str(one.place), one.message) for one in outcome.problems
    ]
    for problem in outcome.problems:
        assert problem.place.file
        assert problem.hint or not problem.is_error, problem.message
        assert len(problem.message) < 1_500
    if says:
        assert says in [problem.code for problem in outcome.problems]
    assert what_is_wrong(pages) == []
    assert f"{ANA}/index.html" in pages or ended(outcome) == "refused"


def ended(outcome: BuildOutcome) -> str:
    if any(problem.is_error for problem in outcome.problems) or not outcome.readable:
        return "refused"
    return "repaired" if outcome.problems else "accepted"


def test_there_are_many_and_of_every_kind() -> None:
    expected = [case.values[0] for case in (*typed_cases(), *made_cases())]
    assert len(expected) > 250
    assert {kind: expected.count(kind) > 10 for kind in set(expected)} == dict.fromkeys(
        ("refused", "inert", "repaired", "accepted"), True
    ) or min(map(expected.count, set(expected))) >= 5
