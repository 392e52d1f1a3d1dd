"""A log is public: whatever the content says, it holds no command, no escape sign and no student's name."""

import json
import re

import pytest

from tests.conftest import ANA, PROGRAM, Site, weekly
from tests.openbadges.awards import PEM
from tests.terminal import portfolio

ROSTER = "Jaylen Brown\nDestiny Okafor\n"
NAMES = re.compile("jaylen|destiny|okafor", re.IGNORECASE)
# what a terminal or GitHub's runner obeys: control signs, marks of direction, commands
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]|##\\[")
COMMAND = re.compile(r"^\s*::", re.MULTILINE)
SIGNS = "\\n::add-mask::x\\r\\x1b[2J\\u202e##[error]\\x9b\\u2028::set-output name=a::b"

TABLES = {
    f"{ANA}/inquiry.md": str(PROGRAM[f"{ANA}/inquiry.md"]).replace(
        "classes: [Period 2]", "classes: [Period 9]"
    ),
    f"{ANA}/data/period-2.csv": weekly([6, 9, 7]).replace("asks", "Jaylen Brown"),
    f"{ANA}/data/period-3.csv": "date,n,explains\n2025-13-09,24,Destiny Okafor\n2025-09-16,::error::x,4\n",
    f"{ANA}/data/block-c.csv": (
        "date,class,n,explains,asks\n"
        "2025-09-05,Jaylen Brown,24,5,2\n"
        "2025-09-12,Destiny Okafor,24,4,2\n"
        '2025-09-19,"\u202e::add-mask::\n::stop-commands::x##[error]\x1b[2J",24,5,2\n'
    ),
}
TEXTS = {
    f"{ANA}/inquiry.md": str(PROGRAM[f"{ANA}/inquiry.md"])
    .replace("tool: math-talk", f'tool: "math-talk{SIGNS}"')
    .replace("---\n\nBody", f'"ke{SIGNS}y": "v{SIGNS}"\n---\n\n# H ##[error]\n\n[l](no::where)\n\nBody'),
    f"{ANA}/reflections/2025-10-04.md": (
        f'---\ndate: "tomorrow{SIGNS}"\ntitle: "::error::T"\n---\n\n## ::add-mask::x\x1b[2J\n'
    ),
    f"{ANA}/data/::add-mask::x\x1b[2J.csv": "date,n,explains\n2025-09-09,24,3\n",
    "teachers/ben-carter/about.md": '---\nname: "Ben\\n::error::x\\e[2J"\nrole: "##[error]"\n---\n\n# H\n',
    "teachers/##[error]\u202e/about.md": "---\nname: X\n---\n",
    "teachers/ben-carter/::error::a/inquiry.md": '---\ntitle: "::error::T"\npublish: true\n---\n\nText.\n',
}
COMMANDS = [
    ("build",),
    ("build", "--explain", "--drafts"),
    ("check",),
    ("check", "--format", "json"),
    ("check", "--format", "github"),
    ("export", "ana-lopez"),
    ("export", "ana-lopez/visible-thinking", "--study", "study.csv"),
    ("submit", "ana-lopez/visible-thinking"),
    ("submit", "ana-lopez/::error::x\n::error::y\x1b[2J"),
    ("attest", "--by", "J. Park"),
    ("award", "--all", "--key", "issuer.pem", "--today", "2026-02-02"),
    ("import", "::error::x\x1b[2J.csv", "--inquiry", "ana-lopez/visible-thinking", "--dry-run"),
]


@pytest.fixture(
    scope="module",
    params=[(TABLES, False), (TABLES, True), (TEXTS, False), (TEXTS, True)],
    ids=["tables, no roster", "tables and a roster", "texts, no roster", "texts and a roster"],
)
def hostile(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    files, has_roster = request.param
    program = Site(tmp_path_factory.mktemp("hostile")).change(PROGRAM)
    (program.root / "issuer.pem").write_bytes(PEM)
    program.change(files)
    table = "date,class,n,explains,::error::x\x1b[2J\n2025-09-05,::error::x\u202e,24,##[error],3\n"
    (program.root / "::error::x\x1b[2J.csv").write_text(table, "utf-8")
    if has_roster:
        (program.root / "private").mkdir()
        (program.root / "private/roster.txt").write_text(ROSTER, "utf-8")
    return program


@pytest.mark.parametrize("typed", COMMANDS, ids=" ".join)
def test_nothing_that_is_obeyed_and_no_name(hostile: Site, typed: tuple[str, ...]) -> None:
    ran = portfolio(*typed, inside=hostile.root)
    printed = ran.out + ran.err
    assert printed.strip()
    assert not OBEYED.findall(printed)
    assert not NAMES.findall(printed)
    if "github" in typed:
        kinds = [line.split(" ")[0] for line in printed.splitlines() if COMMAND.match(line)]
        assert set(kinds) <= {"::error", "::warning", "::notice"}
    else:
        assert not COMMAND.findall(printed)
    if "json" in typed:
        assert json.loads(ran.out)["problems"]
