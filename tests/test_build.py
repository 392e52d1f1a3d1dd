"""The whole way: one mistake, one message, and everything else is built."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.build import build, check
from generator.problems import Problem, Severity
from tests.conftest import ANA, PROGRAM, SUSTAINED, Site

MakeSite = Callable[..., Site]
INQUIRY = str(PROGRAM[f"{ANA}/inquiry.md"])
TABLE = f"{ANA}/data/period-2.csv"


def errors(problems: tuple[Problem, ...]) -> list[Problem]:
    return [problem for problem in problems if problem.is_error]


def edited(old: str, new: str) -> dict[str, str]:
    assert old in INQUIRY
    return {f"{ANA}/inquiry.md": INQUIRY.replace(old, new)}


MISTAKES = {
    "unknown key": (edited("colleague:", "coleague:"), "unknown-key", "inquiry.md:6:1", "colleague"),
    "wrong type": (
        edited("publish: true", "publish: true\nplanned_visits: many"),
        "wrong-type",
        ":8:17",
        "whole number",
    ),
    "unclosed front matter": (
        {f"{ANA}/inquiry.md": INQUIRY.replace("\n---\n\nBody.", "\n\nBody.")},
        "unclosed-front-matter",
        "inquiry.md:1:1",
        "---",
    ),
    "a colon in a title": (
        edited("title: Making thinking visible", "title: Week 3: Fractions"),
        "colon-in-text",
        "inquiry.md:2:14",
        'title: "Week 3: Fractions"',
    ),
    "a change for a class that no table has": (
        edited("[Period 2]", "[Period 3]"),
        "unknown-class",
        "inquiry.md:10:59",
        "Did you mean Period 2?",
    ),
    "a photo that is not there": (
        edited("publish: true", "publish: true\nphotos: {a.jpg: {alt: A card, people: none}}"),
        "photo-not-there",
        "inquiry.md:8:10",
        "a.jpg",
    ),
    "a link to nowhere": (
        {f"{ANA}/reflections/2025-10-03.md": "---\ndate: 2025-10-03\n---\n\nSee [it](2025-10-04.md).\n"},
        "dead-link",
        "2025-10-03.md:5:10",
        "2025-10-04.md",
    ),
    "25 of 24": (
        {TABLE: SUSTAINED.replace("2025-09-12,24,9", "2025-09-12,24,25")},
        "more-than-n",
        "row 3, column explains",
        "25 of 24",
    ),
    "a total row": (
        {TABLE: SUSTAINED + "Total,,190,95\n"},
        "total-row",
        "row 19, column date",
        "Delete the row",
    ),
    "an Excel file renamed": (
        {TABLE: b"PK\x03\x04" + b"\0" * 40},
        "excel-renamed",
        "period-2.csv",
        "CSV UTF-8",
    ),
    "ambiguous dates": (
        {TABLE: "date,n,explains,asks\n10/3/2025,24,5,2\n10/10/2025,24,6,2\n11/7/2025,24,6,2\n"},
        "ambiguous-dates",
        "row 2, column date",
        "date_format",
    ),
    "an unknown column": (
        {TABLE: SUSTAINED.replace("asks", "askss")},
        "unknown-column",
        "row 1, column askss",
        "Did you mean asks?",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_one_error_with_place_and_remedy(site: MakeSite, mistake: str) -> None:
    changes, code, place, text = MISTAKES[mistake]
    outcome = site(changes).build()
    found = errors(outcome.problems)
    assert [problem.code for problem in found] == [code]
    assert str(found[0].place).endswith(place)
    assert text in f"{found[0].message} {found[0].hint}"
    assert found[0].place.file.startswith(f"content/{ANA}/")


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_costs_only_its_own_inquiry(site: MakeSite, mistake: str) -> None:
    made = site(MISTAKES[mistake][0])
    outcome = made.build()
    assert outcome.withheld == ("ana-lopez/visible-thinking",)
    assert "is being corrected" in made.page(ANA)
    assert "Ben Carter" in made.page("teachers/ben-carter")
    assert not (made.output / ANA / "data.csv").exists()


def test_the_small_program_has_no_problem(site: MakeSite) -> None:
    made = site()
    outcome = made.build()
    assert not [problem for problem in outcome.problems if problem.severity is not Severity.NOTICE]
    assert "sustained improvement" in made.page(ANA)


def test_a_mistake_in_about_withholds_the_teacher(site: MakeSite) -> None:
    made = site({"teachers/ana-lopez/about.md": "---\nnmae: Ana\n---\n"})
    outcome = made.build()
    assert {problem.code for problem in errors(outcome.problems)} == {"unknown-key"}
    assert "is being corrected" in made.page("teachers/ana-lopez")
    assert not (made.output / ANA).exists()
    assert "Ben Carter" in made.page("teachers")


def test_every_problem_of_every_file_in_one_run(site: MakeSite) -> None:
    outcome = site(
        {
            "tools/math-talk.yml": "title: T\nprompts:\n  - {id: explains, text: Explains, kind: conut_of}\n",
            "change-ideas/talk.md": "no front matter",
            **edited("status: submitted", "status: done\nplaned: 3"),
            "teachers/ben-carter/reading/inquiry.md": "---\ntitle: [\n---\n",
        }
    ).build()
    codes = {problem.code for problem in errors(outcome.problems)}
    assert {"bad-choice", "no-front-matter", "unknown-key", "yaml"} <= codes
    assert {problem.place.file for problem in errors(outcome.problems)} == {
        "content/tools/math-talk.yml",
        "content/change-ideas/talk.md",
        f"content/{ANA}/inquiry.md",
        "content/teachers/ben-carter/reading/inquiry.md",
    }


@pytest.mark.parametrize(
    ("name", "data"),
    {
        "BOM": SUSTAINED.encode("utf-8-sig"),
        "semicolons and decimal commas": SUSTAINED.replace(",", ";").replace(";6;", ";6,0;").encode(),
        "tabs": SUSTAINED.replace(",", "\t").encode(),
        "sep line": b"sep=;\n" + SUSTAINED.replace(",", ";").encode(),
        "UTF-16": SUSTAINED.encode("utf-16"),
        "Windows-1252": SUSTAINED.replace("asks", "asks,note")
        .replace("2025-09-05,24,6,3", "2025-09-05,24,6,3,caf\u00e9")
        .encode("cp1252"),
        "Windows line ends": SUSTAINED.replace("\n", "\r\n").encode(),
    }.items(),
)
def test_tables_as_spreadsheets_save_them_are_simply_read(site: MakeSite, name: str, data: bytes) -> None:
    made = site({TABLE: data})
    assert not errors(made.build().problems)
    plain = site()
    plain.build()
    assert (made.output / ANA / "data.csv").read_bytes() == (plain.output / ANA / "data.csv").read_bytes()


def test_a_draft_is_nowhere_in_the_site(site: MakeSite) -> None:
    made = site({"teachers/ben-carter/secret/inquiry.md": "---\ntitle: Zebrafinch\n---\n\nZebrafinch.\n"})
    made.build()
    assert not [name for name, data in made.pages().items() if b"ebrafinch" in data or "secret" in name]


def test_a_draft_with_an_error_is_nowhere_in_the_site_either(site: MakeSite) -> None:
    made = site({"teachers/ben-carter/secret/inquiry.md": "---\ntitle: Z\ntool: unknown\n---\n"})
    outcome = made.build()
    assert errors(outcome.problems)
    assert not [name for name in made.pages() if "secret" in name]


def test_what_the_privacy_gate_refuses_leaves_no_page(site: MakeSite) -> None:
    made = site({TABLE: SUSTAINED.replace("2025-09-12,24,9", "2025-09-12,9,9")})
    outcome = made.build()
    assert [problem.code for problem in errors(outcome.problems)] == ["P06"]
    assert not (made.output / ANA).exists()


def test_a_link_to_a_teacher_who_is_not_published_loses_its_link_only(site: MakeSite) -> None:
    made = site({"pages/about.md": "---\ntitle: About\n---\n\nSee [Zoe](../teachers/zoe/about.md) there.\n"})
    outcome = made.build()
    assert [problem.code for problem in outcome.problems] == ["link-to-unpublished"]
    assert "See Zoe there." in made.page("pages/about")


def test_without_program_yml_nothing_is_touched(site: MakeSite) -> None:
    made = site()
    made.build()
    before = made.pages()
    outcome = made.change({"program.yml": None}).build()
    assert not outcome.readable
    assert [problem.code for problem in outcome.problems] == ["no-program"]
    assert made.pages() == before


def test_a_second_build_writes_nothing(site: MakeSite) -> None:
    made = site()
    made.build()
    written = made.build().written
    assert written is not None
    assert (written.written, written.removed) == (0, 0)


def test_what_is_taken_away_from_content_is_taken_away_from_the_site(site: MakeSite) -> None:
    made = site()
    made.build()
    made.change({"pages/about.md": None}).build()
    assert not (made.output / "pages").exists()


BUILD = """
import sys; from datetime import date; from pathlib import Path
from generator.build import build
from generator.building.options import BuildOptions
build(BuildOptions(Path(sys.argv[1]), Path(sys.argv[2]), date(2026, 2, 1)))
"""


@pytest.mark.parametrize(
    ("zone", "locale", "seed"),
    [("Pacific/Kiritimati", "C", "1"), ("America/Los_Angeles", "C.UTF-8", "2")],
)
def test_the_same_content_gives_the_same_bytes_anywhere(
    site: MakeSite, tmp_path: Path, zone: str, locale: str, seed: str
) -> None:
    made = site()
    made.build()
    other = tmp_path / "elsewhere"
    environment = {**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed}
    subprocess.run([sys.executable, "-c", BUILD, made.content, other], check=True, env=environment)
    assert Site(tmp_path, {}).pages() == {
        path.relative_to(other).as_posix(): path.read_bytes()
        for path in sorted(other.rglob("*"))
        if path.is_file() and not path.name.startswith(".runfolio")
    }


def test_a_build_with_nothing_to_do_imports_nothing_that_makes_pages(site: MakeSite) -> None:
    """Most of such a build would else be imports: half a second for nothing."""
    made = site()
    code = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from generator.build import build; from generator.building.options import BuildOptions\n"
        f"root = Path({str(made.root)!r})\n"
        "build(BuildOptions(root / 'content', root / 'output', date(2026, 2, 1), cache=root / 'cache'))\n"
        "heavy = {'altair', 'vl_convert', 'pydantic', 'jinja2', 'PIL', 'markdown', 'nh3', 'asyncio'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True) for _ in range(2)]
    assert "pydantic" in runs[0].stdout
    assert runs[1].stdout.strip() == "[]"


def test_a_cache_that_git_tracks_is_refused_and_said(site: Callable[..., Site]) -> None:
    program = site()
    options = replace(program.options(), cache=program.root / ".portfolio-cache")
    build(options)
    for command in (["init", "-q"], ["add", "-f", ".portfolio-cache"]):
        subprocess.run(["git", *command], cwd=program.root, check=True, capture_output=True)
    before = (program.root / ".portfolio-cache/memory.sqlite").read_bytes()
    for outcome in (build(options), check(options)):
        (problem,) = [each for each in outcome.problems if each.code == "memory-in-git"]
        assert problem.is_error and problem.place.file == ".portfolio-cache"
    assert (program.root / ".portfolio-cache/memory.sqlite").read_bytes() == before


def test_a_log_beside_the_cache_that_no_build_left_is_not_read(site: Callable[..., Site]) -> None:
    program = site()
    options = replace(program.options(), cache=program.root / ".portfolio-cache")
    build(options)
    log = program.root / ".portfolio-cache/memory.sqlite-wal"
    assert not log.exists()
    assert build(options).why == ()
    log.write_bytes(b"somebody else's")
    assert [reason.reason for reason in build(options).why] == ["new", "new"]
    assert not log.exists()


def test_a_second_check_says_the_same_and_makes_nothing_again(site: MakeSite) -> None:
    program = site(
        {"teachers/ana-lopez/visible-thinking/data/period-2.csv": "date,n,explains\n2025-13-01,20,5\n"}
    )
    options = replace(program.options(), cache=program.root / ".portfolio-cache")
    first, second = check(options), check(options)
    assert [problem.code for problem in errors(first.problems)] == [
        problem.code for problem in errors(second.problems)
    ]
    assert errors(second.problems)
    assert (first.echo, first.names_checked) == (second.echo, second.names_checked)
    assert len(first.why) > 0
    assert second.why == ()


def test_a_check_leaves_the_site_and_what_builds_remember_alone(site: MakeSite) -> None:
    program = site()
    options = replace(program.options(), cache=program.root / ".portfolio-cache")
    build(options)
    before = program.pages()
    check(options)
    assert program.pages() == before
    assert build(options).why == ()


def test_a_check_on_the_next_day_looks_at_dates_again(site: MakeSite) -> None:
    program = site()
    options = replace(program.options(), cache=program.root / ".portfolio-cache")
    early = replace(options, today=options.today.replace(year=2025, month=9, day=1))
    assert any("future" in problem.code for problem in check(early).problems)
    assert not any("future" in problem.code for problem in check(options).problems)


def test_two_checks_at_once_do_not_wait_for_one_another(site: MakeSite) -> None:
    from generator.writing.output_folder import open_output

    program = site()
    options = replace(program.options(), cache=program.root / ".portfolio-cache")
    check(options)
    with open_output(program.root / ".portfolio-cache/check/output", program.root / "content"):
        assert check(replace(options, today=options.today.replace(day=2))).readable


def test_what_is_said_on_a_screen_is_not_said_in_a_log_afterwards(site: MakeSite) -> None:
    program = site(
        {"teachers/ana-lopez/visible-thinking/data/period-2.csv": "date,n,Quimby\n2025-09-01,20,5\n"}
    )
    options = replace(program.options(), cache=program.root / ".portfolio-cache", quotes_content=True)
    on_screen = " ".join(str(problem.values) for problem in build(options).problems)
    in_log = " ".join(
        str(problem.values) for problem in build(replace(options, quotes_content=False)).problems
    )
    assert "Quimby" in on_screen
    assert "Quimby" not in in_log
