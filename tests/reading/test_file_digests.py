"""Digests are of what files say: not of line ends, nor of settings that say nothing of the inquiry."""

from hashlib import sha256

import pytest

from generator.reading.file_digests import (
    combined_digest,
    compare_digests,
    digests_of,
    equivalent_digests,
    file_digest,
)

TALK = "teachers/ana/talk"
SETTINGS = b"---\ntitle: Talk\nstatus: draft\npublish: false\nquestion: Why?\n---\n\nWords.\n"
FILES = {
    f"{TALK}/inquiry.md": SETTINGS,
    f"{TALK}/data/p2.csv": b"date,n\n2025-10-03,24\n",
    f"{TALK}/photos/board.jpg": b"pic\r\nture",
    f"{TALK}/reviews/a.yml": b"what assessors add later",
    f"{TALK}/submissions/1.json": b"what was frozen",
    "teachers/ana/talk-2/inquiry.md": b"another inquiry's",
}
WINDOWS = {
    path: data if path.endswith(".jpg") else data.replace(b"\n", b"\r\n") for path, data in FILES.items()
}


def with_settings(text: str) -> dict[str, bytes]:
    return FILES | {f"{TALK}/inquiry.md": text.encode()}


def test_the_files_of_the_inquirys_author_and_no_others() -> None:
    digests = digests_of(TALK, FILES)
    assert list(digests) == ["data/p2.csv", "inquiry.md", "photos/board.jpg"]
    assert digests["data/p2.csv"] == sha256(b"date,n\n2025-10-03,24\n").hexdigest()


def test_one_digest_for_all_depends_on_every_name_and_content() -> None:
    digests = digests_of(TALK, FILES)
    renamed = {path.replace("p2", "p3"): digest for path, digest in digests.items()}
    assert combined_digest(digests) != combined_digest(renamed)
    assert combined_digest(digests) == combined_digest(dict(reversed(digests.items())))


def test_a_checkout_with_windows_line_ends_is_the_same_content() -> None:
    assert digests_of(TALK, FILES) == digests_of(TALK, WINDOWS)


def test_what_is_no_text_counts_byte_for_byte() -> None:
    assert file_digest("photos/board.jpg", b"a\r\nb") != file_digest("photos/board.jpg", b"a\nb")
    utf16 = "a\r\nb".encode("utf-16")
    assert file_digest("data/p2.csv", utf16) == sha256(utf16).hexdigest()


@pytest.mark.parametrize(
    "settings",
    [
        "---\ntitle: Talk\nstatus: submitted\npublish: true\nquestion: Why?\n---\n\nWords.\n",
        "---\ntitle: Talk\nquestion: Why?\n---\n\nWords.\n",
        "---\ntitle: Talk\nquestion: Why?\nformerly:\n- old-name\n- older # 2024\n---\n\nWords.\n",
        "---\nheard: publish\ntitle: Talk\nquestion: Why?\nformerly: [a,\n  b]\n---\n\nWords.\n",
        "\ufeff---\ntitle: Talk\nquestion: Why?\n'status': submitted\n---\n\nWords.\n",
    ],
)
def test_who_may_see_it_and_where_it_stands_and_lay_is_no_change(settings: str) -> None:
    assert digests_of(TALK, with_settings(settings)) == digests_of(TALK, FILES)


@pytest.mark.parametrize(
    "settings",
    [
        "---\ntitle: Talk\nquestion: Why not?\n---\n\nWords.\n",
        "---\ntitle: Talk\nquestion: Why?\n---\n\nOther words.\n",
        "---\ntitle: Talk\nquestion: Why?\n---\n\nstatus: draft\nWords.\n",
        '---\ntitle: Talk\nquestion: "Why?\nstatus: draft\n"\n---\n\nWords.\n',  # a line of the question's
        "{title: Talk, status: draft, question: Why?}",  # not read
    ],
)
def test_everything_else_is(settings: str) -> None:
    assert digests_of(TALK, with_settings(settings)) != digests_of(TALK, FILES)


@pytest.mark.parametrize("first_edition", [FILES, WINDOWS])
@pytest.mark.parametrize("today", [FILES, WINDOWS])
def test_digests_that_the_first_edition_took_still_hold(
    first_edition: dict[str, bytes], today: dict[str, bytes]
) -> None:
    kept = {path: sha256(first_edition[f"{TALK}/{path}"]).hexdigest() for path in digests_of(TALK, FILES)}
    assert not compare_digests(kept, digests_of(TALK, today), equivalent_digests(TALK, today))


def test_what_is_new_what_changed_and_what_is_gone() -> None:
    kept = digests_of(TALK, FILES)
    now = {path: data for path, data in FILES.items() if not path.endswith(".jpg")}
    now |= {f"{TALK}/data/p2.csv": b"date,n\n", f"{TALK}/data/p4.csv": b"date,n\n"}
    changes = compare_digests(kept, digests_of(TALK, now), equivalent_digests(TALK, now))
    assert (changes.added, changes.changed, changes.gone) == (
        ("data/p4.csv",),
        ("data/p2.csv",),
        ("photos/board.jpg",),
    )
