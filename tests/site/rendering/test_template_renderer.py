"""Views become the bytes of pages."""

import pytest
from jinja2 import UndefinedError
from msgspec.structs import replace

from generator.model import Program
from generator.site.rendering.context import NoticePage
from generator.site.rendering.template_renderer import MOST_IN_TITLE, Link, head_title
from generator.site.rendering.theme import Theme
from tests.site.views import default_theme, render_context

VIEW = NoticePage("teachers/ana/", "Corrected", "Soon", (Link("Hill", ""),))


def page(template: str, program: Program | None = None) -> str:
    theme = default_theme()
    own = replace(theme, name="ours", templates={**theme.templates, "notice.html": template})
    part = render_context(program, own).render_page("notice.html", VIEW)
    assert not part.problems
    return part.files["teachers/ana/index.html"].decode()


def test_an_address_becomes_a_link_from_the_page_that_is_made() -> None:
    assert page('{{ "tools/talk/"|way }} {{ ""|way }}') == "../../tools/talk/index.html ../../index.html"


def test_full_addresses_need_the_programs() -> None:
    program = Program("Hill", url="https://hill.example.org/p/")
    assert page("{{ page.address|web }}", program) == "https://hill.example.org/p/teachers/ana/"


def test_words_and_figures_are_in_the_programs_language() -> None:
    template = '{{ say("Teachers") }} {{ 3.5|number(digits=1) }} {{ 35|percent }} {{ ["a", "b"]|listing }}'
    assert page(template) == "Teachers 3.5 35% a and b"
    assert page(template, Program("Colina", language="es")).endswith("a y b")


def test_what_is_put_in_is_escaped() -> None:
    assert page('{{ "<b>" }}') == "&lt;b&gt;"


@pytest.mark.parametrize(
    "template",
    ["{% if %}", "{{ page.gone }}", '{% include "gone.html" %}', "{{ page.title + 1 }}", '{{ "x"|date }}'],
)
def test_a_mistake_in_an_own_template_is_a_problem_and_the_default_is_used(template: str) -> None:
    theme = default_theme()
    own = replace(theme, name="ours", templates={**theme.templates, "notice.html": template})
    part = render_context(theme=own).render_page("notice.html", VIEW)
    assert [problem.code for problem in part.problems] == ["theme-template"]
    assert part.problems[0].place.file == "themes/ours/templates/notice.html"
    assert part.files == render_context().render_page("notice.html", VIEW).files


def test_a_mistake_in_the_default_theme_is_ours_and_is_raised() -> None:
    broken = {**default_theme().templates, "notice.html": "{{ page.gone }}"}
    theme: Theme = replace(default_theme(), templates=broken, fallback=broken)
    with pytest.raises(UndefinedError):
        render_context(theme=theme).render_page("notice.html", VIEW)


@pytest.mark.parametrize(
    ("title", "site", "expected"),
    [
        ("Talk", "Hill", "Talk · Hill"),
        ("T" * 60, "Maple Grove", "T" * 60),
        ("word " * 20, "Hill", "word " * 13 + "…"),
    ],
)
def test_a_head_title_has_the_site_where_both_fit(title: str, site: str, expected: str) -> None:
    shown = head_title(replace(VIEW, title=title.strip()), site)
    assert shown == expected
    assert len(shown) <= MOST_IN_TITLE


def test_the_home_pages_title_is_the_sites() -> None:
    assert head_title(replace(VIEW, address=""), "Hill") == "Hill"


def test_a_mistake_is_named_where_it_stands_also_in_a_template_that_another_includes() -> None:
    theme = default_theme()
    templates = {"notice.html": '<p>\n{% include "box.html" %}\n', "box.html": "\n\n{{ page.gone }}\n"}
    own = replace(theme, name="ours", templates={**theme.templates, **templates})
    part = render_context(theme=own).render_page("notice.html", VIEW)
    assert str(part.problems[0].place) == "themes/ours/templates/box.html:3"


def test_a_macro_that_is_handed_something_wrong_is_named_at_its_line() -> None:
    theme = default_theme()
    source = "{% macro box(size) %}\n{{ size + 1 }}\n{% endmacro %}\n{{ box(page.title) }}"
    own = replace(theme, name="ours", templates={**theme.templates, "notice.html": source})
    part = render_context(theme=own).render_page("notice.html", VIEW)
    assert str(part.problems[0].place) == "themes/ours/templates/notice.html:2"
