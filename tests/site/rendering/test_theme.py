"""A program's own theme: single files over the default's."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.problems import Severity
from generator.site.rendering.theme import load_theme
from tests.conftest import ANA, PROGRAM, Site

OWN = {"program.yml": str(PROGRAM["program.yml"]) + "theme: ours\n"}


def put(site: Site, name: str, text: str) -> None:
    path = site.root / "themes" / "ours" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_one_template_is_replaced_and_the_others_stay(site: Callable[..., Site]) -> None:
    made = site(OWN)
    put(made, "templates/evidence/privacy.html", '<section id="privacy">Our own box.</section>\n')
    assert not made.build().problems
    assert "Our own box." in made.page(ANA)
    assert "Every prompt in every class" in made.page(ANA)


def test_styles_are_replaced_or_added(site: Callable[..., Site]) -> None:
    made = site(OWN)
    put(made, "styles/print.css", "/* nothing for paper */")
    put(made, "styles/school.css", ":root { --accent: navy; }")
    made.build()
    sheet = next((made.output / "assets").glob("site-*.css")).read_text("utf-8")
    assert "nothing for paper" in sheet
    assert "On paper: black on white" not in sheet
    assert sheet.index("--accent: navy") > sheet.index("--paper")


def test_words_are_replaced(site: Callable[..., Site]) -> None:
    made = site(OWN)
    put(made, "words.yml", "The data: Our diary\n")
    made.build()
    assert "Our diary" in made.page(ANA)


@pytest.mark.parametrize("wording", ["{date}", "{day:d}", "{day!a}", "{day:>9999999999}", "{day.real}", "{"])
def test_wording_with_places_that_the_text_has_not_is_a_problem(
    site: Callable[..., Site], wording: str
) -> None:
    made = site(OWN)
    put(made, "words.yml", f'"Visit of {{day}}": "Visit on {wording}"\n')
    problems = made.build().problems
    assert [(problem.code, problem.place.file) for problem in problems] == [
        ("other-places", "themes/ours/words.yml")
    ]


def test_wording_of_a_text_that_the_program_does_not_have_is_named_with_the_nearest(
    site: Callable[..., Site],
) -> None:
    made = site(OWN)
    put(
        made,
        "words.yml",
        "The data: Our diary\nzzz: Our chart\nRuncharts: Ours\nqqq: Q\n",
    )
    problems = made.build().problems
    assert [(problem.code, problem.severity, problem.place.line, problem.hint) for problem in problems] == [
        ("unknown-text", Severity.WARNING, 2, "Type the English text exactly as an English site shows it."),
        ("unknown-text", Severity.WARNING, 3, "Did you mean Run charts?"),
        ("unknown-text", Severity.WARNING, 4, "Type the English text exactly as an English site shows it."),
    ]
    assert problems[1].message == "runfolio has no text “Runcharts”, so this wording is not used."
    assert "Our diary" in made.page(ANA)


def test_wording_of_a_text_of_the_themes_own_templates_is_in_order(site: Callable[..., Site]) -> None:
    made = site(OWN)
    put(made, "templates/notice.html", '<p>{{ say("A word from the head") }}</p>\n')
    put(made, "words.yml", "A word from the head: From the principal\n")
    assert not made.build().problems


def test_a_broken_template_is_a_problem_and_the_defaults_is_used(site: Callable[..., Site]) -> None:
    made = site(OWN)
    put(made, "templates/tool.html", "{% if %}\n")
    problems = made.build().problems
    assert {problem.code for problem in problems} == {"theme-template"}
    assert problems[0].place.file == "themes/ours/templates/tool.html"
    assert problems[0].place.line == 1
    assert "Math talk" in made.page("tools/math-talk")


def test_a_broken_template_of_many_pages_is_one_problem(site: Callable[..., Site]) -> None:
    made = site(OWN)
    put(made, "templates/base.html", "{{ page.gone }}\n")
    assert [str(problem.place) for problem in made.build().problems] == ["themes/ours/templates/base.html:1"]
    assert "Math talk" in made.page("tools/math-talk")


def test_a_link_of_a_template_that_leads_nowhere_is_found(site: Callable[..., Site]) -> None:
    made = site(OWN)
    put(made, "templates/notice.html", '<a href="gone.html">x</a>')
    put(made, "templates/privacy.html", '<a href="gone.html">x</a>')
    assert {problem.code for problem in made.build().problems} == {"theme-link"}


def test_a_theme_that_is_not_there(tmp_path: Path) -> None:
    theme, problems = load_theme("oures", tmp_path)
    assert [problem.code for problem in problems] == ["unknown-theme"]
    assert "evidence.html" in theme.templates
