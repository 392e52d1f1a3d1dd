"""What every page is rendered with, and the parts of the site that come of it."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from generator.model import FreePage, Issuer, Program, Prose
from generator.problems import Place, warning
from generator.site.rendering.content_links import LinkTargets
from generator.site.rendering.context import SitePart, join_parts
from tests.site.views import default_theme, render_context

PROBLEM = warning("x", Place("a.md"), "A.")


def test_parts_are_joined_and_the_later_file_stays() -> None:
    first = SitePart({"a": b"1", "b": b"1"}, problems=(PROBLEM,))
    second = SitePart({"b": b"2"})
    joined = join_parts([first, second])
    assert joined.files == {"a": b"1", "b": b"2"}
    assert joined.problems == (PROBLEM,)
    assert first + second == joined
    assert join_parts([]) == SitePart()


def test_the_menu_has_the_programs_own_pages_in_their_order() -> None:
    pages = tuple(
        FreePage(name, name.title(), Prose("", f"pages/{name}.md", 1), order)
        for name, order in (("about", 2), ("help", 1))
    )
    part = render_context(Program("Hill", pages=pages)).correction_notice("teachers/ana/", ())
    html = part.files["teachers/ana/index.html"].decode()
    assert html.index("Teachers") < html.index("Search") < html.index(">Help<") < html.index(">About<")


def test_a_notice_keeps_the_address_of_a_page_that_is_being_corrected() -> None:
    part = render_context().correction_notice("teachers/ana/", ())
    assert list(part.files) == ["teachers/ana/index.html"]
    assert b"This page is being corrected" in part.files["teachers/ana/index.html"]


def test_the_program_that_issues_links_to_the_page_that_checks() -> None:
    issuing = Program("Hill", url="https://hill.example.org/", issuer=Issuer("Hill District"))
    pages = [render_context(program).correction_notice("x/", ()) for program in (issuing, Program("Hill"))]
    assert [b"verify/index.html" in part.files["x/index.html"] for part in pages] == [True, False]


def test_a_themes_own_wording_is_another_language_to_what_is_remembered() -> None:
    theme = replace(default_theme(), wording={"Teachers": "Our teachers"})
    digests = {
        render_context(theme=theme).language_digest,
        render_context().language_digest,
        render_context(Program("Hill", language="es")).language_digest,
    }
    assert len(digests) == 3
    assert b"Our teachers" in render_context(theme=theme).correction_notice("x/", ()).files["x/index.html"]


def test_a_text_is_asked_for_by_all_that_it_depends_on() -> None:
    keys: list[bytes] = []

    def remember(key: bytes, work: Callable[[], Any], shape: Any = None) -> Any:
        keys.append(key)
        return work()

    context = replace(render_context(), memoize=remember)
    prose, sources = Prose("Some *text*.", "pages/about.md", 3), LinkTargets(frozenset())
    html, part = context.render_prose(prose, "pages/about/", sources)
    assert html == "<p>Some <em>text</em>.</p>"
    assert part == SitePart()
    context.render_prose(prose, "pages/about/", sources)
    context.render_prose(replace(prose, line=4), "pages/about/", sources)
    context.render_prose(prose, "pages/about/", LinkTargets(frozenset({"tools/talk.yml"})))
    context.render_prose(prose, "pages/about/", sources, top=3)
    assert keys[0] == keys[1]
    assert len(set(keys)) == 4
