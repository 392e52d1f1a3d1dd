"""The published shape of findings.json: every file has it, and little else does."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import jsonschema

from generator.authoring.scaffold import demo_content
from generator.building.options import BuildOptions
from generator.building.site_assembly import BuiltSite, build_in_memory
from generator.evidence.findings_schema import findings_schema
from tests.conftest import ANA, Site

SCHEMA = jsonschema.Draft202012Validator(findings_schema())


def test_every_findings_json_of_the_example_has_the_published_shape() -> None:
    site = build_in_memory(BuildOptions(demo_content(), Path("output"), date(2026, 3, 1)), lambda *_: None)
    assert isinstance(site, BuiltSite)
    documents = [data for name, data in site.files.items() if name.endswith("/findings.json")]
    assert len(documents) == 7
    for data in documents:
        SCHEMA.validate(json.loads(data))
    assert json.loads(site.files["findings.schema.json"]) == findings_schema()


def test_another_key_or_verdict_has_not_the_published_shape(site: Callable[..., Site]) -> None:
    program = site()
    program.build()
    findings = json.loads((program.output / ANA / "findings.json").read_text("utf-8"))
    assert SCHEMA.is_valid(findings)
    findings["series"][0]["verdict"] = "wonderful"
    assert not SCHEMA.is_valid(findings)
    del findings["series"][0]["verdict"]
    assert not SCHEMA.is_valid(findings)
