"""A check remembers: whatever was changed in between, it says what a check that knows nothing says."""

import os
import random
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.build import check
from generator.building.options import BuildOptions, BuildOutcome
from generator.layout import ATTESTATIONS, CACHE, REVIEW_EXCEPTIONS, ROSTER
from generator.site.audience import Audience
from tests.programs import attest, write_program

TODAY = date(2026, 2, 2)
EDITS = int(os.environ.get("EXAMPLES", "10"))

Edit = Callable[[Path, random.Random], None]


def _a_file(root: Path, dice: random.Random, pattern: str = "**/*") -> Path:
    return dice.choice(sorted(path for path in (root / "content").glob(pattern) if path.is_file()))


def _change_a_character(root: Path, dice: random.Random) -> None:
    path = _a_file(root, dice)
    data = bytearray(path.read_bytes())
    data[dice.randrange(len(data))] = dice.choice(b"x1,:\n#")
    path.write_bytes(data)


def _change_and_keep_size_and_time(root: Path, dice: random.Random) -> None:
    path = _a_file(root, dice, "teachers/*/*/data/*.csv")
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b",24,", b",2x,", 1))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _delete(root: Path, dice: random.Random) -> None:
    _a_file(root, dice, "teachers/*/**/*").unlink()


def _rename(root: Path, dice: random.Random) -> None:
    path = _a_file(root, dice, "teachers/*/**/*")
    path.rename(path.with_name(f"{dice.randrange(99)}-{path.name}"))


def _rename_a_teacher(root: Path, dice: random.Random) -> None:
    path = dice.choice(sorted((root / "content/teachers").iterdir()))
    path.rename(path.with_name(f"other-{dice.randrange(99)}"))


def _copy_a_teacher(root: Path, dice: random.Random) -> None:
    path = dice.choice(sorted((root / "content/teachers").iterdir()))
    shutil.copytree(path, path.with_name(f"copy-{dice.randrange(9999)}"))


def _name_a_student(root: Path, dice: random.Random) -> None:
    page = _a_file(root, dice, "teachers/*/**/*.md")
    page.write_text(page.read_text("utf-8", "replace") + "\nMarisol asked why.\n", "utf-8")


def _roster(root: Path, dice: random.Random) -> None:
    (root / ROSTER).parent.mkdir(exist_ok=True)
    (root / ROSTER).write_text(dice.choice(["Marisol Vega\n", "", "Wen Li\nMarisol Vega\n", "Asks Why\n"]))


def _no_roster(root: Path, dice: random.Random) -> None:
    (root / ROSTER).unlink(missing_ok=True)


def _exceptions(root: Path, dice: random.Random) -> None:
    texts = ["exceptions: []\n", "exceptions: {\n", "nobody: knows\n", ""]
    (root / REVIEW_EXCEPTIONS).write_text(dice.choice(texts))


def _attestations(root: Path, dice: random.Random) -> None:
    attest(root / "content")
    if dice.random() < 0.5:
        path = root / ATTESTATIONS
        path.write_bytes(path.read_bytes()[: dice.randrange(200)])


def _theme(root: Path, dice: random.Random) -> None:
    folder = root / "themes/maple/templates"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "home.html").write_text(dice.choice(["{{ nothing.here }}", "{% if", "<h1>Ours</h1>"]))
    settings = root / "content/program.yml"
    settings.write_text(f"title: Ours\ntheme: {dice.choice(['maple', 'oak', 'default'])}\n")


def _link(root: Path, dice: random.Random) -> None:
    page = _a_file(root, dice, "teachers/*/**/*.md")
    other = _a_file(root, dice, "teachers/*/about.md").parent.name
    page.write_text(page.read_text("utf-8", "replace") + f"\n[see](/teachers/{other}/talk/)\n", "utf-8")


def _swap_tools(root: Path, dice: random.Random) -> None:
    path = root / "content/tools/discussion.yml"
    path.write_text(f"title: Tally {dice.randrange(9)}\nprompts:\n  - {{id: explains, text: Explains}}\n")


EDITS_OF_EVERY_KIND: tuple[Edit, ...] = (
    _change_a_character,
    _change_and_keep_size_and_time,
    _delete,
    _rename,
    _rename_a_teacher,
    _copy_a_teacher,
    _name_a_student,
    _roster,
    _no_roster,
    _exceptions,
    _attestations,
    _theme,
    _link,
    _swap_tools,
)


def _said(outcome: BuildOutcome) -> dict[str, object]:
    """Everything that a report is made of."""
    return {
        "problems": sorted(map(repr, outcome.problems)),
        "echo": list(outcome.echo),
        "readable": outcome.readable,
        "withheld": sorted(outcome.withheld),
        "teachers": outcome.teachers,
        "inquiries": outcome.inquiries,
        "names_checked": outcome.names_checked,
    }


@pytest.mark.parametrize("seed", range(int(os.environ.get("SEEDS", "2"))))
def test_a_check_after_a_check_says_what_a_first_one_says(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    content = write_program(tmp_path, 3, classes=1, visits=6)
    today = TODAY
    for number in range(EDITS):
        edit = dice.choice(EDITS_OF_EVERY_KIND)
        edit(tmp_path, dice)
        if dice.random() < 0.3:
            today += timedelta(days=dice.choice([-200, -1, 1, 40]))
        options = BuildOptions(
            content,
            tmp_path / "output",
            today,
            Audience.PREVIEW,
            jobs=1,
            cache=tmp_path / CACHE,
            quotes_content=dice.random() < 0.3,
        )
        fresh = _said(check(replace(options, cache=None)))
        assert _said(check(options)) == fresh, (number, edit.__name__)
        assert _said(check(options)) == fresh, (number, edit.__name__, "with nothing changed")
