"""A photo's entry in inquiry.md: one line more, and every other byte as it was."""

import pytest

from generator.authoring.photo_entry import add_photo_entry
from generator.model import PhotoPeople
from generator.reading.yaml.content_schema import PhotoFile

PHOTO = PhotoFile(alt="A table: tent", people=PhotoPeople.NONE)
ENTRY = "tent.jpg: {alt: 'A table: tent', people: none}"

FORMS = {
    "no photos yet": ("---\ntitle: Talk\n---\nx\n", f"---\ntitle: Talk\nphotos:\n  {ENTRY}\n---\nx\n"),
    "photos as a comment": (
        "---\ntitle: Talk\n# photos:\n---\n",
        f"---\ntitle: Talk\n# photos:\nphotos:\n  {ENTRY}\n---\n",
    ),
    "photos a line each": (
        "---\ntitle: Talk\nphotos:  # a\n    a.jpg: {alt: A, people: none}\ntool: a\n---\n",
        f"---\ntitle: Talk\nphotos:  # a\n    {ENTRY}\n    a.jpg: {{alt: A, people: none}}\ntool: a\n---\n",
    ),
    "photos between braces": (
        "---\nphotos: {a.jpg: {alt: A, people: none}}\ntitle: Talk\n---\n",
        f"---\nphotos: {{{ENTRY}, a.jpg: {{alt: A, people: none}}}}\ntitle: Talk\n---\n",
    ),
    "empty braces": ("---\nphotos: {}\ntitle: Talk\n---\n", f"---\nphotos: {{{ENTRY}}}\ntitle: Talk\n---\n"),
    "Windows": ("---\r\ntitle: Talk\r\n---\r\nx", f"---\r\ntitle: Talk\r\nphotos:\r\n  {ENTRY}\r\n---\r\nx"),
    "an old Mac": ("---\rtitle: Talk\r---\rx", f"---\rtitle: Talk\rphotos:\r  {ENTRY}\r---\rx"),
}


@pytest.mark.parametrize(("before", "after"), FORMS.values(), ids=FORMS)
def test_the_entry_is_added(before: str, after: str) -> None:
    added = add_photo_entry(before.encode(), "tent.jpg", PHOTO)
    assert added is not None
    assert added.decode() == after


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_stays(encoding: str) -> None:
    before = "---\ntitle: “Niño”\n---\nAñade.\n"
    added = add_photo_entry(before.encode(encoding), "tent.jpg", PHOTO)
    assert added is not None
    assert added.decode(encoding) == before.replace("\n---\nA", f"\nphotos:\n  {ENTRY}\n---\nA")


@pytest.mark.parametrize(
    "text",
    ["no settings", "---\ntitel: Talk\n---\n", "---\ntitle: Talk\nphotos: {tent.jpg: {alt: A}}\n---\n"],
)
def test_where_it_cannot_be_added_nothing_is(text: str) -> None:
    assert add_photo_entry(text.encode(), "tent.jpg", PHOTO) is None
