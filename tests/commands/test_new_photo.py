"""`portfolio new photo`: what it asks, writes and says."""

from pathlib import Path

import pytest
from PIL import Image

from generator.authoring.scaffold import init_program
from tests.terminal import portfolio

TALK = "teachers/ana/talk"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    init_program(tmp_path, demo=False)
    folder = tmp_path / "content" / TALK
    folder.mkdir(parents=True)
    (folder.parent / "about.md").write_text("---\nname: Ana\n---\n")
    (folder / "inquiry.md").write_text("---\ntitle: Talk\n---\n")
    Image.new("RGB", (40, 30), (1, 2, 3)).save(tmp_path / "IMG 1.JPG", "JPEG")
    return tmp_path


def test_options_answer_everything(program: Path) -> None:
    run = portfolio("new", "photo", "IMG 1.JPG", "--alt", "A door", "--people", "none", inside=program)
    assert run.status == 0, run.err
    assert "![A door](photos/img-1.jpg)" in run.out
    assert (program / "content" / TALK / "photos" / "img-1.jpg").is_file()
    assert "img-1.jpg: {alt: A door, people: none}" in (program / "content" / TALK / "inquiry.md").read_text()


def test_what_is_missing_is_asked(program: Path) -> None:
    run = portfolio("new", "photo", "IMG 1.JPG", inside=program, stdin=b"A door\n2\n")
    assert run.status == 0, run.err
    assert "people: adults" in (program / "content" / TALK / "inquiry.md").read_text()


def test_words_for_the_photo_are_needed(program: Path) -> None:
    run = portfolio("new", "photo", "IMG 1.JPG", "--yes", inside=program)
    assert run.status == 2
    assert "--alt" in run.err
    assert not (program / "content" / TALK / "photos").exists()


def test_a_file_that_is_not_there(program: Path) -> None:
    assert portfolio("new", "photo", "IMG 2.JPG", inside=program).status == 2
