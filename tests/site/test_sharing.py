"""What a page is shared, cited and compared by."""

import io
import json
import re
from collections.abc import Callable

import jsonschema
from PIL import Image

from generator.authoring.scaffold import demo_content
from generator.building.options import BuildOptions
from generator.building.site_assembly import BuiltSite, build_in_memory
from generator.evidence.findings_schema import findings_schema
from tests.conftest import ANA, Site
from tests.terminal import portfolio

SCHEMA = jsonschema.Draft202012Validator(findings_schema())


def submitted(site: Site) -> Site:
    assert portfolio("submit", ANA, "--today", "2026-02-02", inside=site.root).status == 0
    return site


def test_every_findings_json_of_the_example_has_the_published_shape() -> None:
    from datetime import date
    from pathlib import Path

    site = build_in_memory(BuildOptions(demo_content(), Path("output"), date(2026, 3, 1)), lambda *_: None)
    assert isinstance(site, BuiltSite)
    found = [data for name, data in site.files.items() if name.endswith("/findings.json")]
    assert len(found) == 7
    for data in found:
        SCHEMA.validate(json.loads(data))
    assert json.loads(site.files["findings.schema.json"]) == findings_schema()


def test_another_key_or_verdict_has_not_the_published_shape(site: Callable[..., Site]) -> None:
    one = site()
    one.build()
    findings = json.loads((one.output / ANA / "findings.json").read_text("utf-8"))
    assert SCHEMA.is_valid(findings)
    findings["series"][0]["verdict"] = "wonderful"
    assert not SCHEMA.is_valid(findings)
    del findings["series"][0]["verdict"]
    assert not SCHEMA.is_valid(findings)


def test_a_page_has_a_card_with_its_main_chart(site: Callable[..., Site]) -> None:
    one = site()
    one.build()
    data = (one.output / ANA / "card.png").read_bytes()
    with Image.open(io.BytesIO(data)) as card:
        assert card.size == (800, 420)
    assert len(data) < 60_000
    page = one.page(ANA)
    address = f"https://maple-grove.example.org/portfolios/{ANA}/card.png"
    assert f'<meta property="og:image" content="{address}">' in page
    assert 'property="og:image:alt"' in page


def test_without_an_address_there_is_no_card_and_no_citation(site: Callable[..., Site]) -> None:
    one = site({"program.yml": "title: Maple Grove\n"})
    one.build()
    assert not (one.output / ANA / "card.png").exists()
    assert "og:image" not in one.page(ANA)
    assert "To cite this version" not in one.page(ANA)


def test_the_citation_names_the_content_and_changes_with_it(site: Callable[..., Site]) -> None:
    def cited(one: Site) -> str:
        one.build()
        found = re.search(r'class="citation">(.*?)</p>', one.page(ANA))
        assert found
        return found[1]

    one = site()
    first = cited(one)
    assert "Ana Lopez: Making thinking visible. In: Maple Grove." in first
    assert re.search(r"Content [0-9a-f]{12}\.", first)
    assert cited(one) == first
    one.change({f"{ANA}/reflections/2025-11-01.md": "---\ndate: 2025-11-01\n---\n\nMore.\n"})
    assert cited(one) != first


def test_nothing_has_changed_since_it_was_submitted(site: Callable[..., Site]) -> None:
    one = submitted(site())
    one.build()
    assert "Nothing has changed since attempt 1 was submitted." in one.page(ANA)


def test_what_has_changed_since_is_named_file_by_file_and_verdict_by_verdict(
    site: Callable[..., Site],
) -> None:
    one = submitted(site())
    table = (one.content / ANA / "data/period-2.csv").read_text("utf-8").splitlines()
    one.change(
        {
            f"{ANA}/data/period-2.csv": "\n".join(table[:12]) + "\n",
            f"{ANA}/reflections/2026-02-03.md": "---\ndate: 2026-02-03\n---\n\nAfter.\n",
            f"{ANA}/reflections/2025-10-03.md": None,
        }
    ).build()
    page = one.page(ANA)
    assert "New since then: reflections/2026-02-03.md." in page
    assert "Changed since then: data/period-2.csv." in page
    assert "Gone since then: reflections/2025-10-03.md." in page
    assert "it was “sustained improvement”, and is “too few points” now." in page


def test_a_review_is_not_a_change(site: Callable[..., Site]) -> None:
    one = submitted(site())
    one.change({f"{ANA}/reviews/a.yml": "date: 2026-02-10\nassessor: A\n"}).build()
    assert "Nothing has changed since attempt 1 was submitted." in one.page(ANA)
