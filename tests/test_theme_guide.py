"""docs/themes.md, followed word for word: each of its examples has the effect that it promises."""

import re
from collections.abc import Callable
from pathlib import Path

from generator.layout import bundled_themes
from tests.conftest import Site

GUIDE = (Path(__file__).parent.parent / "docs" / "themes.md").read_text("utf-8")


def example(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE)


def test_a_theme_made_by_the_guide(site: Callable[..., Site]) -> None:
    one = site()
    program = (one.content / "program.yml").read_text("utf-8")
    (line, translator), (style,), (logo,) = example("yaml"), example("css"), example("html")
    one.change({"program.yml": program + line})
    theme = one.root / "themes" / "maple"
    base = (bundled_themes() / "default/templates/base.html").read_text("utf-8")
    title = next(text for text in base.splitlines() if 'class="masthead-title"' in text)
    for name, text in {
        "styles/zz-maple.css": style,
        "templates/base.html": base.replace(title, logo.strip()),
        "static/maple.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
        "words.yml": translator,
    }.items():
        path = theme / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    outcome = one.build()

    assert [problem.message for problem in outcome.problems if problem.is_error] == []
    page = one.page("teachers/ana-lopez/visible-thinking")
    assert 'src="../../../assets/maple.svg"' in page
    assert ">Our teachers</a>" in page
    assert "What we saw, class by class" in page
    sheet = next((one.output / "assets").glob("site-*.css")).read_text("utf-8")
    assert sheet.rstrip().endswith(style.strip())


def test_what_the_guide_says_a_theme_holds_is_what_the_default_has() -> None:
    named = set(re.findall(r"^\| `([a-z]+)[/.]", GUIDE, re.MULTILINE))
    folders = {path.name for path in (bundled_themes() / "default").iterdir() if path.is_dir()}
    assert folders <= named


def test_the_filters_that_it_names_exist() -> None:
    source = (Path(__file__).parent.parent / "generator/site/rendering/template_renderer.py").read_text(
        "utf-8"
    )
    said = re.search(r"and the filters (.*?)\. Nothing else", GUIDE)
    assert said
    for name in re.findall(r"`(\w+)`", said[1]):
        assert re.search(rf"^        {name}=", source, re.MULTILINE), name


def test_the_new_names_of_fields_are_fields_of_views() -> None:
    root = Path(__file__).parent.parent / "generator/site"
    fields = {
        name
        for source in root.rglob("*.py")
        for name in re.findall(r"^    (?:def )?(\w+)(?::|\(self\))", source.read_text("utf-8"), re.MULTILINE)
    }
    rows = re.findall(r"^\|[^|]*\| (`.*) \|$", GUIDE.partition("| then | now |")[2], re.MULTILINE)
    names = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert len(names) >= 11
    assert names - fields == set()
