"""Every link of a finished page leads to a file of the site or to an id."""

import pytest

from generator.problems import Place
from generator.site.rendering.content_links import ContentLink
from generator.site.rendering.link_check import (
    CrossUnitLink,
    check_content_links,
    find_broken_links,
    ids_of,
    inspect_pages,
    remove_link,
    resolve_own_links,
)


def site(body: str) -> dict[str, bytes]:
    """A page with this body, and one beside it that has the id `top`."""
    return {
        "tools/talk/index.html": f"<!doctype html><body>{body}</body>".encode(),
        "tools/index.html": b"<h1 id='top'>Tools</h1>",
    }


def broken(body: str) -> list[object]:
    """The links that the check calls broken, within the part and beyond it."""
    problems, outward = inspect_pages(site(body))
    return [problem.values["link"] for problem in problems] + [link.link for link in outward]


def test_a_link_to_a_page_and_to_an_id_of_it_is_fine() -> None:
    assert broken('<a href="../index.html#top">Tools</a> <i id="here"></i><a href="#here">here</a>') == []


@pytest.mark.parametrize(
    "body",
    [
        '<a href="../index.html#nowhere">',
        "<a href='../index.html#nowhere'>",
        "<a href=../index.html#nowhere>",
        '<a HREF = "../index.html#nowhere">',
        '<a href="..&#47;index.html#nowhere">',
        '<a title="a > b" href="../index.html#nowhere">',
        '<template><a href="../index.html#nowhere"></a></template>',
    ],
)
def test_a_broken_link_is_seen_however_the_theme_writes_it(body: str) -> None:
    assert broken(body) == ["../index.html#nowhere"]


def test_an_id_is_found_however_the_theme_writes_it() -> None:
    assert broken("<b id=one></b><b id='two'></b><a href='#one'></a><a href='#two'></a>") == []
    assert broken("<b data-id='one'></b><a href='#one'></a>") == ["#one"]


def test_what_a_browser_does_not_read_as_a_link_is_not_one() -> None:
    assert broken('<!-- <a href="gone.html"> --><script>const a = \' href="gone.html"\';</script>') == []
    assert broken('<a href="https://example.org/x">x</a> <a href="mailto:a@example.org">y</a>') == []


def test_a_link_to_another_part_waits_for_the_whole_site() -> None:
    problems, outward = inspect_pages(site("<img src='../../assets/logo.svg'>"))
    logo = CrossUnitLink("tools/talk/index.html", "../../assets/logo.svg", "assets/logo.svg", "")
    assert (problems, outward) == ([], (logo,))
    assert find_broken_links(outward, {"assets/logo.svg": b""}, lambda file: ()) == []
    (problem,) = find_broken_links(outward, {}, lambda file: ())
    assert problem.code == "theme-link"
    assert problem.place == Place("themes: tools/talk/index.html")


def content_link(address: str) -> ContentLink:
    return ContentLink(address, Place("pages/about.md", 3, 5), "../tools/talk.yml")


def test_an_authors_link_to_a_page_that_is_missing_is_a_warning_and_to_a_heading_an_error() -> None:
    files = site("")
    links = [("", content_link("tools/gone/")), ("", content_link("tools/#nowhere"))]
    for page, link in links:
        dead, (problem,) = check_content_links([(page, link)], files, lambda file: ids_of(files[file]))
        assert dead == [(page, link)]
        assert problem.is_error == ("#" in link.address)
    assert check_content_links([("", content_link("tools/#top"))], files, lambda file: {"top"}) == ([], [])


def test_a_dead_link_of_a_part_becomes_words_and_all_else_stays() -> None:
    page = b'<p class=x>See <a href="tools/gone/index.html">the\n <em>tool</em></a> &amp; <a href="b">b</a>.'
    assert remove_link(page, "", content_link("tools/gone/")) == (
        b'<p class=x>See the\n <em>tool</em> &amp; <a href="b">b</a>.'
    )
    files, links, problems = resolve_own_links(
        {"index.html": page}, (("", content_link("tools/gone/")),), lambda file: file.startswith("tools/")
    )
    assert files == {"index.html": b'<p class=x>See the\n <em>tool</em> &amp; <a href="b">b</a>.'}
    assert links == ()
    assert [problem.code for problem in problems] == ["link-to-unpublished"]


@pytest.mark.parametrize("told", ["verify/index.html#ana.talk.visible", "search/index.html#talk"])
def test_what_a_page_looks_up_behind_its_sign_is_no_id(told: str) -> None:
    _, (link,) = inspect_pages({"index.html": f'<a href="{told}">It</a>'.encode()})
    assert (link.file, link.anchor) == (told.partition("#")[0], "")


def test_what_a_tally_page_is_told_behind_its_sign_is_no_id() -> None:
    page = b'<a href="tally/index.html#class=Period%202&amp;n=26">Period 2</a>'
    problems, outward = inspect_pages({"visit/index.html": page})
    assert not problems
    assert [(link.file, link.anchor) for link in outward] == [("visit/tally/index.html", "")]
