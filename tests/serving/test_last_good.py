"""What an error leaves out keeps its last good page."""

from collections.abc import Callable

import pytest

from generator.building.site_assembly import build_in_memory
from generator.serving.last_good import ServedSite, next_site
from generator.site.audience import Audience
from tests.conftest import ANA, PROGRAM, SUSTAINED, Site

PAGE = f"{ANA}/index.html"


def made(site: Site, before: ServedSite) -> ServedSite:
    return next_site(before, build_in_memory(site.options(Audience.AUTHOR), lambda *_: None))


BROKEN = "date,n,explains\n2025-10-06,24,25\n"
DRAFT = {f"{ANA}/inquiry.md": str(PROGRAM[f"{ANA}/inquiry.md"]).replace("publish: true", "publish: false")}
TEMPLATE = "../themes/ours/templates/page.html"
THEMED = {"program.yml": "title: Maple Grove\ntheme: ours\n", TEMPLATE: "<body>{{ page.title }}</body>"}

Changes = dict[str, str | bytes | None]
SPOILED: dict[str, tuple[Changes, Changes, str]] = {
    "an inquiry": ({}, {f"{ANA}/data/period-2.csv": BROKEN}, PAGE),
    "a draft, which is otherwise not spoken of": (
        {**DRAFT},
        {f"{ANA}/data/period-2.csv": BROKEN},
        PAGE,
    ),
    "what the privacy gate withdraws": ({}, {f"{ANA}/data/period-2.csv": SUSTAINED.replace("24", "4")}, PAGE),
    "the list on which it would be missing": ({}, {f"{ANA}/data/period-2.csv": BROKEN}, "index.html"),
    "its teacher's page": ({}, {f"{ANA}/data/period-2.csv": BROKEN}, "teachers/ana-lopez/index.html"),
    "a tool": ({}, {"tools/math-talk.yml": "title: [\n"}, "tools/math-talk/index.html"),
    "the inquiry that uses the tool": ({}, {"tools/math-talk.yml": "title: [\n"}, PAGE),
    "a page": ({}, {"pages/about.md": "---\ntitel: A\n---\n"}, "pages/about/index.html"),
    "a template": ({**THEMED}, {TEMPLATE: "<body>{{ page.tit"}, "pages/about/index.html"),
}


@pytest.mark.parametrize("what", SPOILED)
def test_what_an_error_spoils_keeps_its_last_good_page(site: Callable[..., Site], what: str) -> None:
    first, mistake, page = SPOILED[what]
    one = site(first)
    good = made(one, ServedSite())
    bad = made(one.change(mistake), good)
    assert any(problem.is_error for problem in bad.problems)
    assert bad.files[page] == good.files[page]
    mended = made(one.change({name: {**PROGRAM, **first}[name] for name in mistake}), bad)
    assert mended.files == good.files
    assert not mended.known_errors


def test_everybody_elses_pages_go_on_changing(site: Callable[..., Site]) -> None:
    one = site()
    good = made(one, ServedSite())
    now = made(
        one.change(
            {
                f"{ANA}/data/period-2.csv": BROKEN,
                "teachers/ben-carter/reading/inquiry.md": "---\ntitle: Reading\n---\n\nNow it begins.\n",
            }
        ),
        good,
    )
    assert b"Now it begins." in now.files["teachers/ben-carter/reading/index.html"]


def test_an_error_from_the_beginning_holds_nothing_up(site: Callable[..., Site]) -> None:
    one = site({"pages/about.md": "---\ntitel: A\n---\n"})
    first = made(one, ServedSite())
    now = made(
        one.change({f"{ANA}/reflections/2025-10-03.md": "---\ndate: 2025-10-03\n---\n\nNew.\n"}), first
    )
    assert any(problem.is_error for problem in now.problems)
    assert b"<p>New.</p>" in now.files[PAGE]
    mended = made(one.change({"pages/about.md": str(PROGRAM["pages/about.md"])}), now)
    assert not mended.known_errors
    assert "pages/about/index.html" in mended.files


def test_an_inquirys_error_keeps_its_page_and_its_files(site: Callable[..., Site]) -> None:
    one = site()
    good = made(one, ServedSite())
    bad = made(one.change({f"{ANA}/data/period-2.csv": "date,n,explains\n2025-10-06,24,25\n"}), good)
    assert bad.files[PAGE] == good.files[PAGE]
    assert bad.files[f"{ANA}/data.csv"] == good.files[f"{ANA}/data.csv"]
    assert any(problem.is_error for problem in bad.problems)
    assert (good.version, bad.version) == (1, 2)


def test_a_teachers_error_keeps_all_of_hers(site: Callable[..., Site]) -> None:
    one = site()
    good = made(one, ServedSite())
    bad = made(one.change({"teachers/ana-lopez/about.md": "---\nnam: Ana\n---\n"}), good)
    for file in ("teachers/ana-lopez/index.html", PAGE):
        assert bad.files[file] == good.files[file]


def test_an_error_from_the_beginning_shows_the_notice(site: Callable[..., Site]) -> None:
    one = made(site({f"{ANA}/data/period-2.csv": "date,n,explains\n2025-10-06,24,25\n"}), ServedSite())
    assert b"being corrected" in one.files[PAGE]


def test_without_a_readable_program_everything_stays(site: Callable[..., Site]) -> None:
    one = site()
    good = made(one, ServedSite())
    bad = made(one.change({"program.yml": "title: [Maple\n"}), good)
    assert bad.files == good.files
    assert bad.problems


def test_what_was_deleted_is_gone(site: Callable[..., Site]) -> None:
    one = site()
    good = made(one, ServedSite())
    now = made(one.change({f"{ANA}/inquiry.md": None}), good)
    assert PAGE in good.files
    assert PAGE not in now.files
