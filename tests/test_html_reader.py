"""What a browser makes of a page: its links, its ids, its words."""

import pytest

from generator.html_reader import PageReferences, read_references, read_text


def words(html: str, *, aloud: str = "alt") -> list[str]:
    """The lines of text that are read from a page, with the attributes called `aloud`."""
    text = read_text(html, lambda name, value: name == aloud)
    return [line.strip() for line in text.splitlines() if line.strip()]


def test_links_and_ids_are_read_in_any_quotes_and_each_once() -> None:
    page = """<p id=a><a href='x.html'>x</a><a HREF=" x.html ">x</a><img src=y.png>
    <svg viewBox="0 0 9 9"><use href="#a"/><g id="b"/></svg><a href="?q=1&amp;p=2" id="">"""
    assert read_references(page) == PageReferences(
        ("x.html", "y.png", "#a", "?q=1&p=2"), frozenset(["a", "b"])
    )


def test_attributes_of_other_names_are_not_links() -> None:
    assert read_references('<p data-href="x" xlink:href="y" title="href=\'z\'">src="w"') == PageReferences(
        (), frozenset()
    )


def test_a_template_is_read_as_what_a_script_will_show_of_it() -> None:
    page = "<Template id='t'><a href='x'>Jay</a><template><b id=in>len</b></template></Template>"
    assert read_references(page) == PageReferences(("x",), frozenset(["t", "in"]))
    assert words(page) == ["Jay", "len"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>It was <b>Jay</b>len.</p>", ["It was Jaylen."]),
        ("<p>Jay<!-- a -->len &amp; J&#97;y</p>", ["Jaylen & Jay"]),
        ("<table><tr><td>Jay<td>Len</table>", ["Jay", "Len"]),
        ("one<br>two<script>three</script><style>four</style>", ["one", "two"]),
        ("<title>five</title><svg><text>six</text></svg>", ["five", "six"]),
        ("<svg><![CDATA[seven > six]]></svg>", ["seven > six"]),
        ("say <img alt='eight' title=nine> it", ["say", "it", "eight"]),
        ("<p>never closed <i>at all", ["never closed at all"]),
        ("", []),
    ],
)
def test_words_as_a_reader_meets_them(html: str, expected: list[str]) -> None:
    assert words(html) == expected


def test_elements_may_be_nested_very_deep() -> None:
    assert words("<div>" * 50_000 + "deep") == ["deep"]
