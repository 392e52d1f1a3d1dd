"""The tally page, the sheet and the invitation, as they are built."""

import json
import re
from collections.abc import Callable
from hashlib import sha256

from generator.model import Kind, Prompt, Tool
from generator.site.inline import json_in_html, source_hash
from generator.site.tally import tally_page, worker
from generator.words.speech import Words
from tests.conftest import ANA, Site

FILES = {"tally.css": b"p{}", "tally.js": b"'use strict';", "sw.js": b'const VERSION = "@VERSION@";'}


def test_data_in_a_page_cannot_end_its_element() -> None:
    text = str(json_in_html({"text": "</script><!-- & \u2028"}))
    assert "<" not in text
    assert "&" not in text
    assert "\u2028" not in text
    assert json.loads(text) == {"text": "</script><!-- & \u2028"}


def test_a_hash_is_the_one_a_browser_works_out() -> None:
    # the example of the CSP specification
    assert source_hash("alert('Hello, world.');") == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"


def test_a_tool_of_mean_scores_alone_has_nothing_to_tap() -> None:
    score = Prompt("score", "Mean score", kind=Kind.SCALE)
    assert tally_page(Words(), Tool("t", "T", (score,)), FILES) is None
    page = tally_page(Words(), Tool("t", "T", (score, Prompt("a", "A"))), FILES)
    assert page is not None
    assert page.written == ("Mean score",)
    assert [one["id"] for one in json.loads(str(page.data))["tool"]["prompts"]] == ["a"]


def test_another_page_is_another_version_of_the_worker() -> None:
    assert worker(b"one", FILES) != worker(b"two", FILES)
    assert worker(b"one", FILES) == worker(b"one", FILES)


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
    assert sha256(page.encode()).digest()


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


def test_the_sheet_has_the_tables_columns_and_a_code_where_the_site_has_an_address(
    site: Callable[..., Site],
) -> None:
    one = site()
    one.build()
    sheet = one.page("tools/math-talk/sheet")
    for column in ("date", "class", "explains", "asks"):
        assert re.search(rf'<th scope="col">{column}<', sheet)
    assert 'class="qr"' in sheet
    assert 'role="img" aria-label="QR code of the tally page"' in sheet
    without = one.change({"program.yml": "title: Maple Grove\n"})
    without.build()
    assert 'class="qr"' not in without.page("tools/math-talk/sheet")


def test_the_invitation_says_what_to_look_at_and_is_not_to_be_found(site: Callable[..., Site]) -> None:
    one = site()
    one.build()
    page = one.page(f"{ANA}/visit")
    assert "Do more students explain?" in page
    assert "nobody judges" in page
    assert "tools/math-talk/tally/index.html" in page
    assert '<meta name="robots" content="noindex">' in page
    sitemap = (one.output / "sitemap.xml").read_text()
    assert "/visit/" not in sitemap
    assert "/tally/" not in sitemap
    assert "tools/math-talk/" in sitemap


def test_a_draft_has_no_invitation_in_the_site(site: Callable[..., Site]) -> None:
    one = site()
    text = (one.content / ANA / "inquiry.md").read_text()
    one.change({f"{ANA}/inquiry.md": text.replace("publish: true", "publish: false")}).build()
    assert not (one.output / ANA).exists()


def test_an_inquiry_without_a_tool_has_no_invitation(site: Callable[..., Site]) -> None:
    one = site()
    one.build()
    assert not (one.output / "teachers/ben-carter/reading/visit").exists()
