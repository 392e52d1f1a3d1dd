"""All units together: totals, links from one unit to another, and what is said of the whole."""

from collections.abc import Callable

from generator.building.options import BuildOutcome
from generator.building.site_assembly import BuiltSite, build_in_memory
from tests.conftest import ANA, Site

MakeSite = Callable[..., Site]


def built(site: Site) -> BuiltSite:
    made = build_in_memory(site.options(), lambda *_: None)
    assert isinstance(made, BuiltSite)
    return made


def linking(target: str) -> dict[str, str]:
    text = f"---\ndate: 2025-10-03\ntitle: First\n---\n\nAs [Ben]({target}) says.\n"
    return {f"{ANA}/reflections/2025-10-03.md": text}


def test_the_outcome_counts_what_was_built(site: MakeSite) -> None:
    made = built(site())
    assert (made.outcome.teachers, made.outcome.inquiries) == (2, 2)
    assert made.outcome.pages == len([file for file in made.files if file.endswith(".html")])
    assert made.problems == ()


def test_stages_are_reported_in_order(site: MakeSite) -> None:
    stages: list[tuple[str, int, int]] = []
    build_in_memory(site().options(), lambda *stage: stages.append(stage))
    assert stages == [("teachers", 0, 2), ("teachers", 1, 2), ("pages", 0, 1), ("pages", 1, 1)]


def test_a_link_to_another_teacher_is_kept(site: MakeSite) -> None:
    made = built(site(linking("../../../ben-carter/about.md")))
    assert made.problems == ()
    assert b'ben-carter/index.html">Ben</a>' in made.files[f"{ANA}/index.html"]


def test_a_link_to_another_teacher_that_leads_nowhere_becomes_words_and_is_said(site: MakeSite) -> None:
    made = built(site(linking("../../../ben-carter/about.md#nowhere")))
    assert b">Ben</a>" not in made.files[f"{ANA}/index.html"]
    (problem,) = made.problems
    assert problem.place.file == f"content/{ANA}/reflections/2025-10-03.md"


def test_problems_name_files_from_the_programs_root(site: MakeSite) -> None:
    made = built(site({"teachers/ben-carter/about.md": "---\nnam: Ben\n---\n"}))
    assert {problem.place.file for problem in made.problems} == {"content/teachers/ben-carter/about.md"}
    assert made.outcome.teachers == 1


def test_without_an_address_the_remedy_is_said(site: MakeSite) -> None:
    made = built(site({"program.yml": "title: T\n"}))
    assert "no-url" in [problem.code for problem in made.problems]


def test_a_program_that_cannot_be_read_gives_an_outcome_and_no_site(site: MakeSite) -> None:
    made = build_in_memory(site({"program.yml": "title: [\n"}).options(), lambda *_: None)
    assert isinstance(made, BuildOutcome)
    assert not made.readable
    assert [problem.place.file for problem in made.problems] == ["content/program.yml"]
