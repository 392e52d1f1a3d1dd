"""Photos as cameras and phones write them -> what may be published."""

import builtins
import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator.authoring.new_photo import add_photo, encode_photo
from generator.model import PhotoPeople
from generator.reading.yaml.content_schema import PhotoFile
from generator.user_error import UserError

RED = (Path(__file__).parent / "pictures" / "red.heic").read_bytes()  # 64 x 48, with a description inside
PHOTO = PhotoFile(alt="A door", people=PhotoPeople.NONE)


def picture(path: Path, form: str) -> Path:
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "secret"  # turned to the right; a description
    Image.new("RGB", (2000, 1000), (200, 50, 50)).save(path, form, exif=exif)
    return path


@pytest.mark.parametrize(("form", "suffix"), [("JPEG", ".jpg"), ("PNG", ".png"), ("WEBP", ".jpg")])
def test_it_is_turned_upright_made_smaller_and_stripped(tmp_path: Path, form: str, suffix: str) -> None:
    encoded = encode_photo(picture(tmp_path / "door", form))
    assert (encoded.width, encoded.height, encoded.suffix) == (800, 1600, suffix)
    assert b"secret" not in encoded.data


def test_a_picture_of_a_phone_becomes_a_jpeg(tmp_path: Path) -> None:
    file = tmp_path / "IMG.JPG"  # what a name says does not count
    file.write_bytes(RED)
    encoded = encode_photo(file)
    assert (encoded.width, encoded.height, encoded.suffix) == (64, 48, ".jpg")
    assert b"secret" in RED
    assert b"secret" not in encoded.data
    red = Image.open(BytesIO(encoded.data)).getpixel((50, 40))
    assert isinstance(red, tuple)
    assert red[0] > 150 > red[2]


def test_without_the_library_it_says_what_to_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load = builtins.__import__

    def refuse(name: str, *rest: object) -> object:
        if name == "pi_heif":
            raise ImportError(name)
        return load(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", refuse)
    (tmp_path / "a.heic").write_bytes(RED)
    with pytest.raises(UserError, match="pip install pi-heif"):
        encode_photo(tmp_path / "a.heic")


@pytest.mark.parametrize("data", [b"", b"GIF", RED[:100], b"\0\0\0\x18ftypheic" + bytes(200)])
def test_what_is_no_photo_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.heic").write_bytes(data)
    with pytest.raises(UserError):
        encode_photo(tmp_path / "a.heic")


def test_it_is_written_with_its_entry_under_a_free_name(tmp_path: Path) -> None:
    (tmp_path / "inquiry.md").write_text("---\ntitle: Talk\n---\n")
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "Door 1.HEIC").write_bytes(RED)
    encoded = encode_photo(picture(tmp_path / "Door 1.JPG", "JPEG"))
    first = add_photo(tmp_path, tmp_path / "Door 1.JPG", encoded, PHOTO)
    second = add_photo(tmp_path, tmp_path / "Door 1.JPG", encoded, PHOTO)
    assert (first.path.name, second.path.name) == ("door-1.jpg", "door-1-2.jpg")
    assert first.line == "![A door](photos/door-1.jpg)"
    assert first.path.read_bytes() == encoded.data
    assert "door-1-2.jpg: {alt: A door, people: none}" in (tmp_path / "inquiry.md").read_text()


def test_where_the_entry_cannot_be_added_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "inquiry.md").write_text("---\ntitel: Talk\n---\n")
    with pytest.raises(UserError):
        add_photo(tmp_path, Path("a.jpg"), encode_photo(picture(tmp_path / "a", "JPEG")), PHOTO)
    assert not (tmp_path / "photos").exists()


@pytest.mark.parametrize(("name", "written"), [("CON", "photo-con.jpg"), ("x" * 240, f"{'x' * 92}.jpg")])
def test_its_name_is_one_that_every_computer_can_store(tmp_path: Path, name: str, written: str) -> None:
    (tmp_path / "inquiry.md").write_text("---\ntitle: Talk\n---\n")
    encoded = encode_photo(picture(tmp_path / "a", "JPEG"))
    assert add_photo(tmp_path, Path(f"{name}.jpg"), encoded, PHOTO).path.name == written


def test_a_picture_that_lies_in_photos_already_is_only_listed(tmp_path: Path) -> None:
    (tmp_path / "inquiry.md").write_text("---\ntitle: Talk\n---\n")
    (tmp_path / "photos").mkdir()
    file = picture(tmp_path / "photos" / "My door.JPG", "JPEG")
    before = file.read_bytes()
    added = add_photo(tmp_path, file, encode_photo(file), PHOTO)
    assert (added.path.name, added.line) == ("My door.JPG", "![A door](photos/My%20door.JPG)")
    assert [entry.name for entry in (tmp_path / "photos").iterdir()] == ["My door.JPG"]
    assert file.read_bytes() == before
    assert "My door.JPG: {alt: A door, people: none}" in (tmp_path / "inquiry.md").read_text()


def test_a_name_that_is_listed_already_is_not_listed_twice(tmp_path: Path) -> None:
    (tmp_path / "inquiry.md").write_text("---\ntitle: Talk\nphotos:\n  a.jpg: {alt: A wall}\n---\n")
    with pytest.raises(UserError, match="listed under photos"):
        add_photo(tmp_path, Path("a.jpg"), encode_photo(picture(tmp_path / "a", "JPEG")), PHOTO)


def test_brackets_in_its_words_do_not_end_them(tmp_path: Path) -> None:
    (tmp_path / "inquiry.md").write_text("---\ntitle: Talk\n---\n")
    photo = PhotoFile(alt="A [red] door")
    added = add_photo(tmp_path, Path("a.jpg"), encode_photo(picture(tmp_path / "a", "JPEG")), photo)
    assert added.line == r"![A \[red\] door](photos/a.jpg)"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jpg")
    with pytest.raises(UserError):
        encode_photo(tmp_path / "a.jpg")
