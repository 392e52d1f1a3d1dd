"""HTML is edited as it was written: all that is not edited stays byte for byte."""

import pytest

from generator.html_source import (
    SourceToken,
    TokenKind,
    edit_attributes,
    element_end,
    join_source,
    split_source,
    without_elements,
    without_tags,
)

PAGE = (
    "<!doctype html>\n<P class=a  title='x &gt; y'>one &amp; &#39;two&#39;<br/>\n"
    '<svg viewBox="0 0 1 1"><path d="M1 2" /></svg><!-- <b> --><script>if (a<b) "</p>"</script></P>\n'
)


@pytest.mark.parametrize("html", [PAGE, "", "text", "a < b", "<p a='1' b>x", "&am", "<![CDATA[x]]>", "<"])
def test_the_pieces_joined_are_the_source(html: str) -> None:
    assert join_source(split_source(html)) == html


def test_tags_are_told_with_their_attributes_decoded() -> None:
    first, *_ = (token for token in split_source(PAGE) if token.kind is TokenKind.START)
    assert first == SourceToken(
        TokenKind.START, "<P class=a  title='x &gt; y'>", "p", {"class": "a", "title": "x > y"}
    )
    empty = [token.source for token in split_source(PAGE) if token.kind is TokenKind.EMPTY]
    assert empty == ["<br/>", '<path d="M1 2" />']


def test_an_element_ends_where_its_own_end_stands() -> None:
    tokens = split_source("<div><div>in</div></div>out<div>open")
    assert join_source(tokens[: element_end(tokens, 0)]) == "<div><div>in</div></div>"
    last = next(index for index, token in enumerate(tokens) if token.source == "out") + 1
    assert element_end(tokens, last) == len(tokens)


def test_elements_go_with_their_content_and_tags_without() -> None:
    tokens = split_source("a<i>b<b>c</b></i>d<br>e<i>f</i>")
    assert join_source(without_elements(tokens, lambda token: token.tag == "i")) == "ad<br>e"
    assert join_source(without_tags(tokens, lambda token: token.tag == "i")) == "ab<b>c</b>d<br>ef"


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("<a href=\"x\" title='it&#39;s'>", "<a href=\"X\" title='it&#39;s'>"),
        ("<a\n  HREF='a&amp;b' download>", '<a\n  href="A&amp;B" download>'),
        ("<a href=x/>", '<a href="X/">'),
        ('<a data-href="x" href="">', '<a data-href="x">'),
        ('<svg viewBox="0 0 1 1" href="q">', '<svg viewBox="0 0 1 1" href="Q">'),
    ],
)
def test_only_the_attributes_that_are_edited_change(tag: str, expected: str) -> None:
    def to_capitals(name: str, value: str) -> dict[str, str]:
        if name != "href":
            return {name: value}
        return {name: value.upper()} if value else {}

    (token,) = split_source(tag)
    assert edit_attributes(token, to_capitals) == expected
