"""The addresses of links as notes for paper."""

from markupsafe import Markup

from generator.site.rendering.paper_notes import with_notes, without_note

HERE = "https://maple-grove.example.org/portfolios/teachers/ana-lopez/talk/"


def test_each_address_has_one_number_wherever_it_stands() -> None:
    html = Markup(
        '<a href="https://example.org/?a=1&amp;b=2">one</a>'
        ' <a class="x" href="../../../tools/talk/index.html">two</a>'
        ' <a href="https://example.org/?a=1&amp;b=2">again</a>'
    )
    noted = with_notes(html, HERE)
    assert noted.addresses == (
        "https://example.org/?a=1&b=2",
        "https://maple-grove.example.org/portfolios/tools/talk/",
    )
    assert [part.partition("<")[0] for part in noted.html.split('aria-hidden="true">')[1:]] == ["1", "2", "1"]


def test_places_on_the_page_and_mail_have_none() -> None:
    html = Markup('<a href="#data">data</a> <a href="mailto:ana@example.org">Ana</a>')
    assert with_notes(html, HERE).addresses == ()
    assert with_notes(html, HERE).html == html


def test_without_an_address_of_the_site_only_links_out_of_it_are_noted() -> None:
    html = Markup('<a href="../b/index.html">b</a> <a href="https://example.org/">web</a>')
    noted = with_notes(html, "")
    assert noted.addresses == ("https://example.org/",)
    assert noted.html.count("<sup") == 1


def test_a_link_that_becomes_words_leaves_no_note() -> None:
    noted = with_notes(
        Markup('<p><a href="../../zoe/talk/index.html">Zoe</a>, <a href="https://example.org/">web</a></p>'),
        HERE,
    )
    listed = "".join(
        f'<li value="{number}">{at}</li>\n' for number, at in enumerate(noted.addresses, start=1)
    )
    page = f"{noted.html}<ol>{listed}</ol>"
    assert "teachers/zoe/talk/" in page
    without = without_note(page, "../../zoe/talk/index.html")
    assert without == (
        '<p><a href="../../zoe/talk/index.html">Zoe</a>, <a href="https://example.org/">web</a>'
        '<sup class="paper-note" aria-hidden="true">2</sup></p>'
        '<ol><li value="2">https://example.org/</li>\n</ol>'
    )
    assert without_note(without, "../../zoe/talk/index.html") == without
