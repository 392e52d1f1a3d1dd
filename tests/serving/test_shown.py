"""What an error leaves out keeps its last good page."""

from collections.abc import Callable

from generator.build import make_site
from generator.serving.shown import Shown, after
from tests.conftest import ANA, Site

PAGE = f"{ANA}/index.html"


def made(site: Site, before: Shown) -> Shown:
    return after(before, make_site(site.options(drafts=True), lambda *_: None))


def test_an_inquirys_error_keeps_its_page_and_its_files(site: Callable[..., Site]) -> None:
    one = site()
    good = made(one, Shown())
    bad = made(one.change({f"{ANA}/data/period-2.csv": "date,n,explains\n2025-10-06,24,25\n"}), good)
    assert bad.files[PAGE] == good.files[PAGE]
    assert bad.files[f"{ANA}/data.csv"] == good.files[f"{ANA}/data.csv"]
    assert any(problem.is_error for problem in bad.problems)
    assert (good.version, bad.version) == (1, 2)


def test_a_teachers_error_keeps_all_of_hers(site: Callable[..., Site]) -> None:
    one = site()
    good = made(one, Shown())
    bad = made(one.change({"teachers/ana-lopez/about.md": "---\nnam: Ana\n---\n"}), good)
    for file in ("teachers/ana-lopez/index.html", PAGE):
        assert bad.files[file] == good.files[file]


def test_an_error_from_the_beginning_shows_the_notice(site: Callable[..., Site]) -> None:
    one = made(site({f"{ANA}/data/period-2.csv": "date,n,explains\n2025-10-06,24,25\n"}), Shown())
    assert b"being corrected" in one.files[PAGE]


def test_without_a_readable_program_everything_stays(site: Callable[..., Site]) -> None:
    one = site()
    good = made(one, Shown())
    bad = made(one.change({"program.yml": "title: [Maple\n"}), good)
    assert bad.files == good.files
    assert bad.problems


def test_what_was_deleted_is_gone(site: Callable[..., Site]) -> None:
    one = site()
    good = made(one, Shown())
    now = made(one.change({f"{ANA}/inquiry.md": None}), good)
    assert PAGE in good.files
    assert PAGE not in now.files
