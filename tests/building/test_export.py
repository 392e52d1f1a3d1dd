"""One teacher's part of the site, as the file that she keeps."""

from collections.abc import Callable

from generator.building.export import export_teacher
from tests.conftest import ANA, Site


def test_the_file_holds_the_portfolio_and_every_published_inquiry(site: Callable[..., Site]) -> None:
    exported, problems = export_teacher(site().options(), "ana-lopez")
    assert exported is not None and exported.data is not None
    page = exported.data.decode()
    assert [problem.code for problem in problems if problem.is_error] == []
    assert "<title>Ana Lopez</title>" in page
    assert page.count('<section class="kept"') == 2
    assert "Kept from Maple Grove, https://maple-grove.example.org/portfolios/." in page


def test_an_inquiry_with_an_error_is_left_out_and_the_error_named(site: Callable[..., Site]) -> None:
    exported, problems = export_teacher(
        site({f"{ANA}/reflections/2025-10-03.md": "---\ndate: soon\n---\n"}).options(), "ana-lopez"
    )
    assert exported is not None and exported.data is not None
    assert exported.data.decode().count('<section class="kept"') == 1
    assert [problem.place.file for problem in problems if problem.is_error] == [
        f"{ANA}/reflections/2025-10-03.md"
    ]


def test_an_error_in_about_md_leaves_nothing_to_keep(site: Callable[..., Site]) -> None:
    exported, problems = export_teacher(
        site({"teachers/ana-lopez/about.md": "---\nrole: Grade 6\n---\n"}).options(), "ana-lopez"
    )
    assert exported is not None and exported.data is None
    assert any(problem.is_error for problem in problems)


def test_a_program_that_cannot_be_read_has_no_teachers(site: Callable[..., Site]) -> None:
    exported, problems = export_teacher(site({"program.yml": "title: [\n"}).options(), "ana-lopez")
    assert exported is None
    assert [problem.place.file for problem in problems if problem.is_error] == ["program.yml"]


def test_messages_do_not_repeat_a_students_name(site: Callable[..., Site]) -> None:
    one = site({f"{ANA}/reflections/2025-10-03.md": "---\ndate: Casey Nakamura\n---\n"})
    (one.root / "private").mkdir()
    (one.root / "private/roster.txt").write_text("Casey Nakamura\n")
    _, problems = export_teacher(one.options(), "ana-lopez")
    assert "Nakamura" not in "".join(problem.message for problem in problems)
    assert "…" in "".join(problem.message for problem in problems)
