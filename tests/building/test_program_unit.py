"""The program's own pages: made of its files and the teachers' cards, and of nothing else."""

from collections.abc import Callable

from generator.building import program_unit
from generator.building.site_assembly import BuiltSite, build_in_memory
from generator.memoize import ProcessMemo
from tests.conftest import ANA, PROGRAM, Site

MakeSite = Callable[..., Site]


def built(site: Site, memory: ProcessMemo | None = None) -> BuiltSite:
    made = build_in_memory(site.options(), lambda *_: None, *([memory] if memory else []))
    assert isinstance(made, BuiltSite)
    return made


def test_the_programs_pages_and_lists_are_there(site: MakeSite) -> None:
    files = built(site()).files
    assert {
        "index.html",
        "404.html",
        "pages/about/index.html",
        "teachers/index.html",
        ".nojekyll",
    } <= files.keys()
    assert {"sitemap.xml", "feed.xml"} <= files.keys()
    assert b"/portfolios/teachers/ana-lopez/" in files["sitemap.xml"]


def test_without_an_address_there_is_no_sitemap_and_no_feed(site: MakeSite) -> None:
    files = built(site({"program.yml": "title: Maple Grove\n"})).files
    assert not {"sitemap.xml", "feed.xml"} & files.keys()


def test_a_site_that_wants_no_search_engine_says_so_on_every_page(site: MakeSite) -> None:
    settings = "title: Maple Grove\nurl: https://maple-grove.example.org/\nindex: false\n"
    files = built(site({"program.yml": settings})).files
    assert files["robots.txt"] == b"User-agent: *\nDisallow: /\n"
    assert "sitemap.xml" not in files
    pages = {name: data for name, data in files.items() if name.endswith(".html")}
    assert [name for name, data in pages.items() if b'name="robots" content="noindex"' not in data] == []


def test_by_default_search_engines_may_list_the_site(site: MakeSite) -> None:
    files = built(site()).files
    assert "robots.txt" not in files
    assert b"noindex" not in files["index.html"]


def test_a_page_that_says_a_students_name_is_withdrawn_and_a_notice_stands_there(site: MakeSite) -> None:
    # what the gate cannot see: the name comes together only on the page
    one = site({"pages/visit.md": "---\ntitle: Visit\n---\n\nAsk *Bea*trix Quimby.\n"})
    (one.root / "private").mkdir()
    (one.root / "private" / "roster.txt").write_text("Beatrix Quimby\n")
    made = built(one)
    assert b"Quimby" not in made.files.get("visit/index.html", b"")
    assert any(problem.is_error for problem in made.problems)


def test_it_is_built_again_for_a_card_and_not_for_a_sentence(site: MakeSite) -> None:
    one, memory, worked = site(), ProcessMemo(), []
    real = program_unit._build_unit

    def counted(*given: object) -> object:
        worked.append(1)
        return real(*given)  # type: ignore[arg-type]

    program_unit._build_unit = counted  # type: ignore[assignment]
    try:
        built(one, memory)
        reflection = f"{ANA}/reflections/2025-10-03.md"
        one.change({reflection: str(PROGRAM[reflection]).replace("spoke", "wrote")})
        built(one, memory)
        assert len(worked) == 1
        one.change({"teachers/ben-carter/about.md": "---\nname: Benjamin Carter\n---\n"})
        built(one, memory)
        assert len(worked) == 2
    finally:
        program_unit._build_unit = real
