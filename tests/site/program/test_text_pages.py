"""The program's own pages of text, the privacy page, and the page for a lost reader."""

from generator.model import FreePage, Program, Prose
from generator.privacy.rule_texts import RULES
from generator.site.program.text_pages import free_page_part, not_found_page, privacy_page
from tests.site.views import program_context


def test_an_own_page_is_rendered_with_its_links() -> None:
    page = FreePage("about", "About us", Prose("See [the tool](../tools/talk.yml).", "pages/about.md", 5))
    part = free_page_part(program_context(files=frozenset({"tools/talk.yml"})), page)
    (html,) = part.files.values()
    assert b"<h1>About us</h1>" in html
    assert [link.address for _, link in part.links] == ["tools/talk/"]
    assert not part.problems


def test_a_dead_link_of_an_own_page_is_a_problem() -> None:
    page = FreePage("about", "About us", Prose("See [it](gone.md).", "pages/about.md", 5))
    part = free_page_part(program_context(), page)
    assert [(problem.code, problem.place.line) for problem in part.problems] == [("dead-link", 5)]


def test_the_privacy_page_explains_every_rule() -> None:
    view = privacy_page(program_context())
    assert [rule for rule, _ in view.rules] == list(RULES)
    assert "without a list of students' names" in view.names_compared


def test_the_page_for_a_lost_reader_has_links_only_with_an_address() -> None:
    assert not_found_page(program_context()).root == ""
    program = Program("Hill", url="https://hill.example.org/portfolios")
    assert not_found_page(program_context(program=program)).root == "/portfolios/"
