"""What a submission freezes."""

from hashlib import sha256

from generator.reading.file_digests import combined_digest, digests_of

FILES = {
    "teachers/ana/talk/inquiry.md": b"settings",
    "teachers/ana/talk/data/p2.csv": b"numbers",
    "teachers/ana/talk/photos/board.jpg": b"picture",
    "teachers/ana/talk/reviews/a.yml": b"what assessors add later",
    "teachers/ana/talk/submissions/1.json": b"what was frozen",
    "teachers/ana/talk-2/inquiry.md": b"another inquiry's",
}


def test_the_files_of_the_inquirys_author_and_no_others() -> None:
    digests = digests_of("teachers/ana/talk", FILES)
    assert list(digests) == ["data/p2.csv", "inquiry.md", "photos/board.jpg"]
    assert digests["inquiry.md"] == sha256(b"settings").hexdigest()


def test_one_digest_for_all_depends_on_every_name_and_content() -> None:
    digests = digests_of("teachers/ana/talk", FILES)
    renamed = {path.replace("p2", "p3"): digest for path, digest in digests.items()}
    assert combined_digest(digests) != combined_digest(renamed)
    assert combined_digest(digests) == combined_digest(dict(reversed(digests.items())))
