"""`portfolio new photo`: what it asks, writes and says."""

from pathlib import Path

import pytest
from PIL import Image

from generator.authoring.scaffold import init_program
from generator.commands.new_photo import _PEOPLE
from generator.model import PhotoPeople
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


def test_the_option_takes_what_inquiry_md_takes() -> None:
    assert list(_PEOPLE) == [str(people) for people in PhotoPeople if people]


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


def test_a_line_break_in_its_words_is_a_space(program: Path) -> None:
    run = portfolio("new", "photo", "IMG 1.JPG", "--alt", "A red\ndoor", "--people", "none", inside=program)
    assert "![A red door](photos/img-1.jpg)" in run.out


def test_the_larger_picture_below_content_is_to_be_deleted(program: Path) -> None:
    heic = Path(__file__).parents[1] / "authoring" / "pictures" / "red.heic"
    file = program / "content" / TALK / "photos" / "IMG 2.HEIC"
    file.parent.mkdir()
    file.write_bytes(heic.read_bytes())
    run = portfolio("new", "photo", str(file), "--alt", "A door", "--people", "none", inside=program)
    assert "delete" in run.out
    assert "IMG 2.HEIC" in run.out


def test_a_picture_that_is_there_already_is_listed(program: Path) -> None:
    file = program / "content" / TALK / "photos" / "a.jpg"
    file.parent.mkdir()
    Image.new("RGB", (40, 30)).save(file)
    run = portfolio("new", "photo", str(file), "--alt", "A door", "--people", "none", inside=program)
    assert run.status == 0, run.err
    assert "inquiry.md" in run.out
    assert "delete" not in run.out
    assert [entry.name for entry in file.parent.iterdir()] == ["a.jpg"]


def test_the_date_of_a_consent_is_asked(program: Path) -> None:
    run = portfolio("new", "photo", "IMG 1.JPG", inside=program, stdin=b"Two students\n3\n2025-09-01\n")
    assert run.status == 0, run.err
    assert "consent_on_file: 2025-09-01" in (program / "content" / TALK / "inquiry.md").read_text()
