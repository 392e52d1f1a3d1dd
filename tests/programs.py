"""Programs of any size, invented from a seed: for tests of speed, memory and equality."""

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from generator.layout import ATTESTATIONS
from generator.model import Attestation
from generator.privacy.attestations import write_attestations
from generator.reading.file_digests import combined_digest, digests_of
from generator.slugs import slug

TOOL = (
    "title: Classroom discussion tally\ninterval_minutes: 2\nprompts:\n"
    "  - {id: explains, text: Explains own thinking}\n  - {id: restates, text: Restates an idea}\n"
    "  - {id: asks, text: Asks a question}\n  - {id: builds, text: Builds on an idea}\n"
)
_KNOWN = "they said because then we asked why it works and one group drew a table of the steps"
PROMPTS = ("explains", "restates", "asks", "builds")
PROGRAM = "title: Invented district\nurl: https://district.example.org/portfolios/\n"


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown file below content/: what stands in its front matter, and its text."""

    path: str
    fields: Mapping[str, str]
    body: str

    @property
    def title(self) -> str:
        return self.fields.get("title") or self.fields["name"]

    def text(self) -> str:
        head = "".join(f"{key}: {value}\n" for key, value in self.fields.items())
        return f"---\n{head}---\n\n{self.body}"


def files_of(
    teachers: int, *, classes: int = 3, visits: int = 18, seed: int = 1
) -> Iterator[tuple[str, str]]:
    """(path below content/, text) of a program whose teachers each have one inquiry with data."""
    dice = random.Random(seed)
    yield "program.yml", PROGRAM
    yield "tools/discussion.yml", TOOL
    yield "change-ideas/talk.md", "---\ntitle: Exploratory talk\n---\n\nTry it.\n"
    yield (
        "micro-credentials/visible.md",
        ("---\ntitle: Visible thinking\nmastery:\n  criteria:\n    - {id: question, title: Asks}\n---\n"),
    )
    for number in range(teachers):
        base = f"teachers/teacher-{number:05d}"
        yield (
            f"{base}/about.md",
            f"---\nname: Teacher {number}\nrole: Grade {number % 8 + 1}\n---\n\nHello.\n",
        )
        yield (
            f"{base}/talk/inquiry.md",
            (
                "---\ntitle: More talk\nquestion: Do more students explain?\ntool: discussion\n"
                "micro_credential: visible\npublish: true\n"
                "changes:\n  - {date: 2025-11-03, title: Talk, idea: talk}\n---\n\nBody.\n"
            ),
        )
        for week in (0, 9, 17):
            day = date(2025, 9, 5) + timedelta(weeks=week)
            yield (
                f"{base}/talk/reflections/{day}.md",
                (f"---\ndate: {day}\ntitle: Week {week + 1}\n---\n\n{_words(dice, 60)}\n"),
            )
        for period in range(1, classes + 1):
            yield f"{base}/talk/data/period-{period}.csv", _table(dice, visits)


def write_program(root: Path, teachers: int, **size: int) -> Path:
    """The program below `root`/content; returns that folder."""
    return write_files(root / "content", files_of(teachers, **size))


def pages_of(teachers: int, *, seed: int = 1) -> Iterator[Page]:
    """Six Markdown files a teacher: about, an inquiry without data, four reflections of about 1.2 KB
    with a table, a list, a quotation and a footnote."""
    dice = random.Random(seed)
    for number in range(teachers):
        base = f"teachers/teacher-{number:05d}"
        about = {"name": f"Teacher {number}", "role": f"Grade {number % 8 + 1}"}
        yield Page(f"{base}/about.md", about, f"{_words(dice, 50)}\n")
        inquiry = {"title": "More talk", "question": "Do more students explain?", "publish": "true"}
        yield Page(f"{base}/talk/inquiry.md", inquiry, f"{_words(dice, 60)}\n\n{_words(dice, 40)}\n")
        for week in (0, 6, 11, 17):
            day = str(date(2025, 9, 5) + timedelta(weeks=week))
            fields = {"date": day, "title": f"Week {week + 1}"}
            yield Page(f"{base}/talk/reflections/{day}.md", fields, _reflection(dice))


def write_pages(root: Path, teachers: int, *, seed: int = 1) -> Path:
    """The program of these Markdown files below `root`/content; returns that folder."""
    pages = ((page.path, page.text()) for page in pages_of(teachers, seed=seed))
    return write_files(root / "content", [("program.yml", PROGRAM), *pages])


def write_files(content: Path, files: Iterable[tuple[str, str]]) -> Path:
    for name, text in files:
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return content


def _reflection(dice: random.Random) -> str:
    rows = "".join(f"| Period {period} | {dice.randrange(20, 70)} % |\n" for period in (2, 4, 5))
    return (
        f"{_words(dice, 60)} We counted again.[^1]\n\n"
        f"| class | explains, *median* |\n|---|--:|\n{rows}\n"
        f"> {_words(dice, 25)}\n\n"
        f"{_words(dice, 30)} **Not yet** what I hoped for:\n\n"
        f"- {_words(dice, 10)}\n- {_words(dice, 12)}\n- {_words(dice, 8)}\n\n"
        f"{_words(dice, 45)}\n\n"
        f"[^1]: {_words(dice, 20)}\n"
    )


def _table(dice: random.Random, visits: int) -> str:
    rows = [f"date,n,{','.join(PROMPTS)}"]
    rate = dice.uniform(0.2, 0.4)
    for week in range(visits):
        day = date(2025, 9, 5) + timedelta(weeks=week)
        now = rate + (0.2 if week > 8 else 0)
        counts = [sum(dice.random() < now for _ in range(24)) for _ in PROMPTS]
        rows.append(f"{day},24,{','.join(map(str, counts))}")
    return "\n".join(rows) + "\n"


def _words(dice: random.Random, number: int) -> str:
    known = _KNOWN.split()
    return " ".join(dice.choice(known) for _ in range(number)) + "."


def attest(content: Path) -> None:
    """Somebody has read every inquiry of a program for students' names, as it is now."""
    attestations = {}
    for page in content.glob("teachers/*/*/inquiry.md"):
        files = {path.relative_to(content).as_posix(): path for path in page.parent.rglob("*")}
        data = {name: path.read_bytes() for name, path in files.items() if path.is_file()}
        digests = digests_of(page.parent.relative_to(content).as_posix(), data)
        name = f"{slug(page.parent.parent.name)}/{slug(page.parent.name)}"
        attestations[name] = Attestation(combined_digest(digests), "J. Park", date(2026, 1, 30))
    (content.parent / ATTESTATIONS).write_bytes(write_attestations(attestations))
