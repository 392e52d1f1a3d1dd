"""A small program to break in one place, and the whole way to see what comes of it."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from generator.build import build, check
from generator.building.options import BuildOptions, BuildOutcome
from generator.site.audience import Audience
from tests.pictures import remember_pictures
from tests.programs import attest

# the same examples in every run, so that a red test is the change's; EXAMPLES=N looks elsewhere too
settings.register_profile(
    "same-examples",
    derandomize="EXAMPLES" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow],  # of a busy machine, as the deadline
    deadline=None,
)
settings.load_profile("same-examples")

Files = Mapping[str, str | bytes]

ANA = "teachers/ana-lopez/visible-thinking"


def weekly(values: list[int], *, n: int = 24, column: str = "explains") -> str:
    """A wide table: one visit a week from September 5, 2025, a count of n students each."""
    first = date(2025, 9, 5).toordinal()
    rows = [
        f"{date.fromordinal(first + 7 * week)},{n},{value},{value // 2}" for week, value in enumerate(values)
    ]
    return "\n".join([f"date,n,{column},asks", *rows]) + "\n"


SUSTAINED = weekly([6, 9, 7, 8, 5, 9, 7, 8, 14, 15, 13, 16, 15, 14, 17, 15, 16])

PROGRAM: Files = {
    "program.yml": ("title: Maple Grove\nurl: https://maple-grove.example.org/portfolios/\n"),
    "pages/about.md": "---\ntitle: About\n---\n\nWho we are.\n",
    "tools/math-talk.yml": (
        "title: Math talk\nprompts:\n"
        "  - {id: explains, text: Explains own thinking}\n"
        "  - {id: asks, text: Asks a question}\n"
    ),
    "change-ideas/talk.md": "---\ntitle: Exploratory talk\n---\n\nTry it.\n",
    "micro-credentials/visible.md": (
        "---\ntitle: Visible thinking\nmastery:\n  criteria:\n"
        "    - {id: question, title: Asks a question}\nimpact: {classes: 1}\n---\n\nWhy.\n"
    ),
    "teachers/ana-lopez/about.md": "---\nname: Ana Lopez\nrole: Grade 6\n---\n\nHello.\n",
    f"{ANA}/inquiry.md": (
        "---\ntitle: Making thinking visible\nquestion: Do more students explain?\ntool: math-talk\n"
        "micro_credential: visible\ncolleague: M. Rivera\npublish: true\nstatus: submitted\n"
        "changes:\n  - {date: 2025-10-27, title: Talk, idea: talk, classes: [Period 2]}\n---\n\nBody.\n"
    ),
    f"{ANA}/data/period-2.csv": SUSTAINED,
    f"{ANA}/reflections/2025-10-03.md": "---\ndate: 2025-10-03\ntitle: First\n---\n\nThey spoke.\n",
    "teachers/ben-carter/about.md": "---\nname: Ben Carter\n---\n",
    "teachers/ben-carter/reading/inquiry.md": "---\ntitle: Reading\npublish: true\n---\n\nSoon.\n",
}


class NoWeb:
    """A machine without the web: it answers nothing, not even that something is absent."""

    def __call__(self, address: str) -> None:
        return None

    def is_absent(self, address: str) -> bool:
        return False


@dataclass(slots=True)
class Site:
    """A program on the disk, which somebody has read: `site({...}).build()`; files given as None are taken
    away."""

    root: Path
    files: dict[str, str | bytes] = field(default_factory=dict)
    output_name: str = "output"

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def output(self) -> Path:
        return self.root / self.output_name

    def change(self, files: Mapping[str, str | bytes | None]) -> "Site":
        for name, data in files.items():
            path = self.content / name
            if data is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data.encode() if isinstance(data, str) else data)
        attest(self.content)
        return self

    def options(self, audience: Audience = Audience.PUBLIC) -> BuildOptions:
        return BuildOptions(self.content, self.output, date(2026, 2, 2), audience, quotes_content=True)

    def build(self) -> BuildOutcome:
        return build(self.options())

    def check(self) -> BuildOutcome:
        return check(self.options(Audience.PREVIEW))

    def page(self, address: str) -> str:
        return (self.output / address / "index.html").read_text("utf-8")

    def pages(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.output).as_posix(): path.read_bytes()
            for path in sorted(self.output.rglob("*"))
            if path.is_file() and not path.name.startswith(".runfolio")
        }


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Site]:
    """The small program, with changes: `site({"tools/math-talk.yml": "..."})`."""

    def make(changes: Mapping[str, str | bytes | None] | None = None) -> Site:
        return Site(tmp_path).change(PROGRAM).change(changes or {})

    return make


@pytest.fixture(scope="session")
def _first_award(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Earned, awarded and built, once for all tests that begin there."""
    from tests.openbadges.awards import award, earned

    root = tmp_path_factory.mktemp("awarded")
    one = earned(lambda changes: Site(root).change(PROGRAM).change(changes))
    done = award(one)
    assert done.status == 0, done.err
    one.build()
    return one


@pytest.fixture
def awarded(_first_award: Site, tmp_path: Path) -> Site:
    """A program with one award (tests/openbadges/awards.py), built; a copy, to change."""
    shutil.copytree(_first_award.root, tmp_path / "copy")
    return Site(tmp_path / "copy")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Thousands of tests are made, and none goes before the end: looking for those that went took a third of
    the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _pictures_are_drawn_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        remember_pictures(patch)
        yield


@pytest.fixture(autouse=True)
def _no_web(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is asked of the web; where a test wants one, it makes its own."""
    monkeypatch.setattr("generator.commands.web_files.WebFiles", NoWeb)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may speak any language; commands in tests begin in English."""
    for name in ("PORTFOLIO_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
