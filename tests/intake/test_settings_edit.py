"""Settings with more entries: what was there stays, byte for byte, and what is added can be read."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.settings_edit import SettingsText, quoted, yaml_text

WORDS = st.text("ab #:,{}[]'\"é?-", min_size=1, max_size=8)
MAPPINGS = st.dictionaries(WORDS, st.one_of(WORDS, st.none(), st.lists(WORDS, max_size=2)), max_size=3)


def settings(head: str) -> SettingsText:
    read = SettingsText.read(f"---\n{head}---\n\nText.\n".encode())
    assert read is not None
    return read


@given(MAPPINGS, st.booleans(), WORDS, WORDS)
def test_an_entry_joins_any_mapping(before: dict[str, object], flow: bool, key: str, value: str) -> None:
    if key in before:
        return
    head = yaml.safe_dump({"title": "T", "columns": before}, default_flow_style=flow, allow_unicode=True)
    changed = settings(head).with_entries(["columns"], {quoted(key): quoted(value)})
    assert changed is not None
    assert yaml.safe_load(changed.head)["columns"] == {**before, key: value}
    assert changed.rest == "---\n\nText.\n"


@given(st.lists(WORDS, max_size=3), st.booleans(), WORDS)
def test_an_item_joins_any_list(before: list[str], flow: bool, item: str) -> None:
    head = yaml.safe_dump({"also": before}, default_flow_style=flow, allow_unicode=True)
    changed = settings(head).with_items(["also"], [quoted(item)])
    assert changed is not None
    assert yaml.safe_load(changed.head)["also"] == [*before, item]


@pytest.mark.parametrize(("text", "expected"), [("skip", "skip"), ("yes", '"yes"'), ("P 2", '"P 2"')])
def test_only_a_plain_word_needs_no_quotation_marks(text: str, expected: str) -> None:
    assert yaml_text(text) == expected


@pytest.mark.parametrize("data", [b"\xff", b"no settings", b"---\ntitle: [\n---\n"])
def test_what_cannot_be_read_is_not_edited(data: bytes) -> None:
    assert SettingsText.read(data) is None
