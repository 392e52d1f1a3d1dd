"""What the gate refuses is nowhere in the site and nowhere in a message, by whichever way it came in."""

import json
from collections.abc import Callable, Mapping

import pytest

from generator.building.site_assembly import BuiltSite as MadeSite
from generator.building.site_assembly import build_in_memory
from generator.memoize import ProcessMemo
from generator.problems import Problem
from generator.words.problem_format import ProblemFormat
from tests.conftest import ANA, PROGRAM, Site
from tests.terminal import portfolio

MEMORY = ProcessMemo()  # most of the program is the same in every case
ROSTER = "# Period 2\nXimena Quispe-Huaman\nJaylen Brown\n"
SECRETS = ("ximena", "quispe", "huaman", "jaylen", "ana.private@example.org", "555-123-4567")
TITLE = "---\ntitle: {}\nquestion: Do more students explain?\ntool: math-talk\npublish: true\n---\n"
REFLECTION = "---\ndate: 2025-10-03\ntitle: {}\n---\n\n{}\n"
ROW = "date,n,explains,asks,note\n2025-09-05,24,9,1,{}\n"

# how it came in -> files of the program
LEAKS: Mapping[str, Mapping[str, str | bytes]] = {
    "a reflection": {f"{ANA}/reflections/2025-10-03.md": REFLECTION.format("First", "Ximena drew it.")},
    "its title": {f"{ANA}/reflections/2025-10-03.md": REFLECTION.format("Jaylen explains", "So.")},
    "torn by stars": {f"{ANA}/reflections/2025-10-03.md": REFLECTION.format("First", "**Xi**mena")},
    "in signs": {f"{ANA}/reflections/2025-10-03.md": REFLECTION.format("First", "&#88;imena")},
    "an address": {f"{ANA}/reflections/2025-10-03.md": REFLECTION.format("First", "ana.private@example.org")},
    "a coded address": {
        f"{ANA}/reflections/2025-10-03.md": REFLECTION.format("First", "ana.private&#64;example.org")
    },
    "a number": {f"{ANA}/reflections/2025-10-03.md": REFLECTION.format("First", "Call 555-123-4567")},
    "an escape in yaml": {f"{ANA}/inquiry.md": TITLE.format('"\\x58imena draws"')},
    "a comment": {f"{ANA}/reflections/2025-10-03.md": REFLECTION.format("First", "<!-- Ximena -->")},
    "a link": {f"{ANA}/reflections/2025-10-03.md": REFLECTION.format("First", "[it](https://x.org/ximena)")},
    "a cell": {f"{ANA}/data/period-2.csv": ROW.format("Ximena was away")},
    "a class": {f"{ANA}/data/ximena.csv": ROW.format("")},
    "a heading": {f"{ANA}/data/period-2.csv": "date,n,explains,Ximena\n2025-09-05,24,9,1\n"},
    "a wrong cell": {f"{ANA}/data/period-2.csv": "date,n,explains,asks\n2025-09-05,24,Ximena,1\n"},
    "a wrong cell with an address": {
        f"{ANA}/data/period-2.csv": "date,n,explains,asks\n2025-09-05,24,ana.private@example.org,1\n"
    },
    "a photo's name": {f"{ANA}/photos/ximena.jpg": b"no picture"},
    "a folder's name": {"teachers/ana-lopez/ximena-q/inquiry.md": TITLE.format("Other")},
    "an unknown key": {f"{ANA}/inquiry.md": TITLE.format("Title").replace("tool:", "ximena: 1\ntool:")},
    "a review": {
        f"{ANA}/reviews/a.yml": "assessor: A\ndate: 2026-02-01\nfeedback: Jaylen’s words are strong\n"
    },
    "a submission": {f"{ANA}/submissions/1.json": '{"attempt": 1, "date": "2026-01-01", "x": "Ximena"}'},
    "about.md": {"teachers/ana-lopez/about.md": "---\nname: Ana Lopez\n---\n\nXimena likes it here.\n"},
    "a free page": {"pages/about.md": "---\ntitle: About\n---\n\nXimena and Jaylen Brown.\n"},
    "a tool": {"tools/extra.yml": "title: Ximena's tally\nprompts: [{text: Speaks}]\n"},
    "an idea": {"change-ideas/extra.md": "---\ntitle: Extra\n---\n\nAsk Jaylen Brown.\n"},
}


def with_roster(site: Site) -> Site:
    (site.root / "private").mkdir()
    (site.root / "private" / "roster.txt").write_text(ROSTER, "utf-8")
    return site


def texts(problem: Problem) -> list[str]:
    """All that may be printed of a problem."""
    problem_format = ProblemFormat()
    return [*problem_format.lines(problem), problem_format.github_annotation(problem)]


@pytest.mark.parametrize("leak", LEAKS)
def test_nothing_of_it_is_in_the_site_or_in_a_message(site: Callable[..., Site], leak: str) -> None:
    made = build_in_memory(with_roster(site(LEAKS[leak])).options(), lambda *_: None, MEMORY)
    MEMORY.end_generation()
    outcome = made.outcome if isinstance(made, MadeSite) else made
    assert any(problem.is_error for problem in outcome.problems)
    for name, data in (made.files if isinstance(made, MadeSite) else {}).items():
        seen = f"{name}\n{data.decode('utf-8', 'replace')}".lower()
        assert not [secret for secret in SECRETS if secret in seen], name
    shown = [
        *(line for one in outcome.problems for line in texts(one)),
        *outcome.echo,
    ]
    shown.append(ProblemFormat().json_document(outcome.problems, {}))
    for line in shown:
        assert not [secret for secret in SECRETS if secret in line.lower()], line


@pytest.mark.parametrize("leak", ["a reflection", "a cell", "a photo's name", "torn by stars"])
def test_only_the_inquiry_goes_and_leaves_no_trace(site: Callable[..., Site], leak: str) -> None:
    made = with_roster(site(LEAKS[leak]))
    made.build()
    assert not (made.output / ANA).exists()
    assert "Ana Lopez" in made.page("teachers/ana-lopez")
    assert "visible-thinking" not in made.page("teachers/ana-lopez")
    assert "Ben Carter" in made.page("teachers/ben-carter")


def test_a_teacher_whose_own_page_has_it_goes_whole(site: Callable[..., Site]) -> None:
    made = with_roster(site(LEAKS["about.md"]))
    made.build()
    assert not (made.output / "teachers/ana-lopez").exists()
    assert "Ana Lopez" not in made.page("teachers")


def test_a_settings_file_with_a_name_stops_the_build_and_the_old_site_stays(
    site: Callable[..., Site],
) -> None:
    made = with_roster(site())
    made.build()
    before = made.pages()
    made.change({"program.yml": str(PROGRAM["program.yml"]) + "description: Ximena and friends\n"})
    assert not made.build().readable
    assert made.pages() == before


def test_without_a_roster_the_build_and_the_page_say_so(site: Callable[..., Site]) -> None:
    made = site()
    shown = portfolio("build", "--today", "2026-02-01", inside=made.root)
    assert "there is no private/roster.txt here" in shown.out
    assert "without a list of students" in made.page(ANA)
    with_roster(made)
    shown = portfolio("build", "--today", "2026-02-01", inside=made.root)
    assert "roster" not in shown.out
    assert "were compared with students" in made.page(ANA)
    assert json.loads(made.pages()["privacy-report.json"])["names_compared_with_a_roster"] is True


def test_the_report_counts_by_rule(site: Callable[..., Site]) -> None:
    made = with_roster(site(LEAKS["a reflection"]))
    made.build()
    report = json.loads(made.pages()["privacy-report.json"])
    assert report["rules"]["P04"]["errors"] == 1
    assert {rule for rule, own in report["rules"].items() if own["errors"]} == {"P04"}


def test_a_draft_is_looked_at_too(site: Callable[..., Site]) -> None:
    draft = TITLE.format("Ximena draws").replace("publish: true", "publish: false")
    made = with_roster(site({f"{ANA}/inquiry.md": draft}))
    assert [one.code for one in made.build().problems if one.is_error] == ["P04"]


def test_an_allowed_document_is_published_and_another_is_not(site: Callable[..., Site]) -> None:
    plan = {f"{ANA}/plan.pdf": b"%PDF-1.7"}
    link = {f"{ANA}/reflections/2025-10-03.md": REFLECTION.format("First", "[The plan](../plan.pdf)")}
    made = site(plan | link)
    assert [one.code for one in made.build().problems] == ["P11"]
    assert not (made.output / ANA).exists()
    made.change({"program.yml": str(PROGRAM["program.yml"]) + "allow_files: [pdf]\n"})
    assert made.build().problems == ()
    assert made.pages()[f"{ANA}/files/plan.pdf"] == b"%PDF-1.7"
    assert 'href="files/plan.pdf"' in made.page(ANA)


def test_a_suppressed_visit_is_a_gap_everywhere(site: Callable[..., Site]) -> None:
    few = str(PROGRAM[f"{ANA}/data/period-2.csv"]).replace("2025-09-12,24,9,4", "2025-09-12,7,6,5")
    made = site(
        {
            f"{ANA}/data/period-2.csv": few,
            "program.yml": str(PROGRAM["program.yml"]) + "small_groups: suppress\n",
        }
    )
    assert [(one.severity, one.code) for one in made.build().problems] == [("notice", "P06")]
    assert "n &lt; 10" in made.page(ANA)
    assert "2025-09-12,Period 2,explains,,,\n" in made.pages()[f"{ANA}/data.csv"].decode()
    assert "Smaller counts" in made.page(ANA)
