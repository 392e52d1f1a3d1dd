"""What a page carries within itself can neither end its element nor be refused by the page's policy."""

import json

from generator.site.rendering.inline_json import json_in_html, source_hash


def test_data_in_a_page_cannot_end_its_element() -> None:
    text = str(json_in_html({"text": "</script><!-- & \u2028"}))
    assert "<" not in text
    assert "&" not in text
    assert "\u2028" not in text
    assert json.loads(text) == {"text": "</script><!-- & \u2028"}


def test_a_hash_is_the_one_a_browser_works_out() -> None:
    # the example of the CSP specification
    assert source_hash("alert('Hello, world.');") == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"


def test_the_same_values_give_the_same_text_in_any_order() -> None:
    assert json_in_html({"b": 1, "a": [None, True, "é"]}) == '{"a":[null,true,"é"],"b":1}'
    assert json_in_html({"a": [None, True, "é"], "b": 1}) == json_in_html({"b": 1, "a": [None, True, "é"]})
