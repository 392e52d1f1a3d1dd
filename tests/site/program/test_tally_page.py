"""The tally page as it is built: what it carries, and what it allows."""

import json
import re
from collections.abc import Callable

import pytest

from generator.model import Prompt, PromptKind, Tool, Unit
from generator.site.program.tally_page import tally_page, tally_service_worker
from generator.site.rendering.inline_json import source_hash
from tests.conftest import ANA, PROGRAM, Site
from tests.site.views import render_context

WORKER = {"sw.js": b'const VERSION = "@VERSION@";'}


def test_a_tool_of_mean_scores_alone_has_nothing_to_tap() -> None:
    score = Prompt("score", "Mean score", kind=PromptKind.SCALE)
    assert tally_page(render_context(), Tool("t", "T", (score,))) is None
    page = tally_page(render_context(), Tool("t", "T", (score, Prompt("a", "A"))))
    assert page is not None
    assert page.written == ("Mean score",)
    assert [one["id"] for one in json.loads(str(page.data))["tool"]["prompts"]] == ["a"]


def test_another_page_is_another_version_of_the_worker() -> None:
    assert tally_service_worker(b"one", WORKER) != tally_service_worker(b"two", WORKER)
    assert tally_service_worker(b"one", WORKER) == tally_service_worker(b"one", WORKER)


def test_the_policy_names_just_what_the_page_carries(site: Callable[..., Site]) -> None:
    one = site()
    one.build()
    page = one.page("tools/math-talk/tally")
    policy = re.search(r'content="(default-src[^"]*)"', page)
    script = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    style = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert policy and len(script) == len(style) == 1
    allowed = policy[1].replace("&#39;", "'")
    assert source_hash(script[0]) in allowed
    assert source_hash(style[0]) in allowed
    assert "unsafe" not in allowed
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)


def test_hostile_prompts_stay_text(site: Callable[..., Site]) -> None:
    one = site(
        {
            "tools/math-talk.yml": "title: '</script><b>T'\nprompts:\n"
            "  - {id: explains, text: '</script><script>alert(1)</script>'}\n  - {id: asks, text: Asks}\n"
        }
    )
    one.build()
    page = one.page("tools/math-talk/tally")
    assert "alert(1)</script>" not in page
    assert page.count("<script") == 2


@pytest.mark.parametrize("unit", list(Unit))
def test_only_a_plain_tally_may_go_beyond_the_number_of_students(unit: Unit) -> None:
    kinds = {kind.value: kind for kind in (PromptKind.COUNT_OF, PromptKind.PERCENT, PromptKind.TALLY)}
    page = tally_page(
        render_context(),
        Tool("t", "T", tuple(Prompt(name, name, kind=kind) for name, kind in kinds.items()), unit=unit),
    )
    assert page is not None
    once = {one["id"]: one["once"] for one in json.loads(str(page.data))["tool"]["prompts"]}
    assert once == {"count_of": True, "percent": True, "tally": False}


def test_a_theme_may_bring_its_own_style_and_script(site: Callable[..., Site]) -> None:
    one = site({"program.yml": str(PROGRAM["program.yml"]) + "theme: ours\n"})
    own = one.root / "themes" / "ours" / "tally" / "tally.css"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"button { min-height: 64px; }\r\n/* \xe9 */\n")
    assert not one.build().problems
    page = one.page("tools/math-talk/tally")
    style = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)[0]
    assert style.startswith("button { min-height: 64px; }\n")
    assert source_hash(style) in page.replace("&#39;", "'")
    assert "serviceWorker" in page


def test_the_worker_lies_beside_the_page_and_is_another_with_another_page(site: Callable[..., Site]) -> None:
    one = site()
    one.build()
    before = (one.output / "tools/math-talk/tally/sw.js").read_bytes()
    assert b"@VERSION@" not in before
    tool = str(PROGRAM["tools/math-talk.yml"]).replace("Asks a question", "Asks why")
    one.change({"tools/math-talk.yml": tool}).build()
    assert (one.output / "tools/math-talk/tally/sw.js").read_bytes() != before


def test_the_evidence_page_leads_to_the_tally_page_and_the_sheet(site: Callable[..., Site]) -> None:
    one = site()
    one.build()
    page = one.page(ANA)
    part = page[page.index('id="tool"') : page.index('id="data"')]
    assert "tools/math-talk/tally/index.html" in part
    assert "tools/math-talk/sheet/index.html" in part


def test_a_tool_of_mean_scores_has_a_sheet_and_no_tally_page(site: Callable[..., Site]) -> None:
    one = site(
        {"tools/scores.yml": "title: Scores\nprompts:\n  - {id: score, text: Mean score, kind: scale}\n"}
    )
    assert not one.build().problems
    assert not (one.output / "tools/scores/tally").exists()
    assert "tally" not in one.page("tools/scores").replace("tally sheet", "")
    assert "the mean score" in one.page("tools/scores/sheet")
