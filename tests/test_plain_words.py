"""Words that must not come back, in what people read: texts, templates, guides and starter files."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from generator.words.catalogue import LOCALES
from generator.words.catalogue_update import extract_texts

ROOT = Path(__file__).parents[1]
# whole words, as an editor would strike them out; the option --anew of `award` is the one exception
STRUCK = {
    "is no date, number ...": r"(?<!there )\bis no (?:date|number|JPEG|PNG|web address|e-mail|credential"
    r"|level|text)\b",
    "anew": r"(?<!--)\banew\b",
    "taken over": r"\btaken over\b",
    "mend": r"\bmend(?:ed|s|ing)?\b",
    "earned 0 times": r"\bearned 0 times\b",
    "1 teachers": r"\b1 (?:teachers|visits|classes|inquiries|rows|students|files)\b",
    "from 1 to 1": r"\bfrom 1 to 1\b",
    "stands here": r"\b(?:stands|lies) (?:here|in|outside)\b",
    "take it away": r"\btake (?:it|this|them|the \w+) (?:away|out)\b",
    "recognise": r"\brecognis\w+|\bspelt\b",
    "work for a micro-credential": r"\bmicro-credential do you work for\b",
    "a day or a percent as in Europe": r"\b\d{1,2} (?:January|February|March|April|August|September|October"
    r"|November|December) \d{4}\b|\d %(?!\w)",
    "she for a colleague": r"\b(?:she|her|hers|herself)\b",
}


def english_texts() -> Iterator[tuple[str, str]]:
    """(where it stands, text) of everything that people read in English."""
    for message in extract_texts():
        for text in (message.id,) if isinstance(message.id, str) else message.id or ():
            yield ", ".join(place for place, _ in message.locations), text
    guides = [*ROOT.glob("docs/*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md"]
    starter = [path for path in (ROOT / "generator/starter").rglob("*") if path.suffix in (".md", ".yml")]
    for path in (*guides, *starter):
        yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")


# words of Spain only, and those that the United States and Latin America have a better one for
STRUCK_SPANISH = (
    r"\bficheros?\b|\bordenador\w*|\bvosotros\b|\bmóvil(?:es)?\b|\bvale un\b|\bmiradas?\b|\bbarajad\w+"
    r"|\ben la 1\b|\bmicro-credencial\w*|\bañad\w+|\bel curso escolar\b"
)


@pytest.fixture(scope="module")
def texts() -> list[tuple[str, str]]:
    return list(english_texts())


@pytest.mark.parametrize("struck", STRUCK)
def test_a_word_that_was_struck_out_does_not_come_back(texts: list[tuple[str, str]], struck: str) -> None:
    pattern = re.compile(STRUCK[struck], re.IGNORECASE)
    back = [
        f"{place}: …{text[max(match.start() - 40, 0) : match.end() + 20]}…"
        for place, text in texts
        for match in pattern.finditer(text)
    ]
    assert back == []


@pytest.mark.parametrize(
    ("struck", "sentence"),
    [
        ("is no date, number ...", "The value is no date."),
        ("anew", "Sign the list anew."),
        ("mend", "until it is mended"),
        ("1 teachers", "Built 1 teachers."),
        ("a day or a percent as in Europe", "on 8 September 2025"),
        ("a day or a percent as in Europe", "at least 95 % of"),
    ],
)
def test_a_struck_word_is_seen(struck: str, sentence: str) -> None:
    assert re.search(STRUCK[struck], sentence, re.IGNORECASE)


@pytest.mark.parametrize(
    "sentence", ["add --anew", "a commendable amendment", "There is no date.", "1 teacher"]
)
def test_other_words_that_hold_one_are_let_be(sentence: str) -> None:
    assert not any(re.search(pattern, sentence, re.IGNORECASE) for pattern in STRUCK.values())


def test_spanish_is_that_of_the_united_states_and_latin_america() -> None:
    pattern = re.compile(STRUCK_SPANISH, re.IGNORECASE)
    with (LOCALES / "es.po").open("rb") as file:
        texts = [
            text
            for message in read_po(file)
            for text in ((message.string,) if isinstance(message.string, str) else message.string or ())
        ]
    assert [text for text in texts if pattern.search(text)] == []
