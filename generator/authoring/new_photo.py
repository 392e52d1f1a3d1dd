"""A photo from a camera or a phone -> the picture and the entry of an inquiry."""

import posixpath
import re
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

from msgspec import Struct
from PIL import Image

from generator import layout
from generator.authoring.photo_entry import add_photo_entry, has_photo_entry
from generator.file_names import LONGEST, is_reserved
from generator.layout import InquiryFolder
from generator.reading.yaml.content_schema import PhotoFile
from generator.site.rendering.images import MAX_PIXELS, EncodedImage, encode_for_web, encode_opened
from generator.slugs import slug
from generator.user_error import UserError
from generator.writing.whole_file import make_parents, write_new, write_whole

_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"hevc")
_LARGEST_FILE = 200_000_000  # bytes; a photo of 50 megapixels without compression has 150 million


class AddedPhoto(Struct, frozen=True):
    """Where the picture is, and how a text of the inquiry shows it."""

    path: Path
    line: str


def encode_photo(file: Path) -> EncodedImage:
    """The photo upright, at most 1600 pixels long, without what a camera stores in it.

    Raises UserError where it is not a photo that can be read, or HEIC is not installed; OSError.
    """
    if not file.is_file() or file.stat().st_size > _LARGEST_FILE:  # a pipe is never read to its end
        raise _unreadable(file)
    data = file.read_bytes()
    encoded = _encode_heic(data) if _is_heic(data) else encode_for_web(data)
    if encoded is None:
        raise _unreadable(file)
    return encoded


def _unreadable(file: Path) -> UserError:
    return UserError(
        "{file} is not a JPEG, PNG, WebP, or HEIC picture, or it is too large. Open it in a photo program "
        "and save it as JPEG.",
        file=file.name,
    )


def add_photo(folder: Path, file: Path, encoded: EncodedImage, photo: PhotoFile) -> AddedPhoto:
    """Write the picture into photos/ of the inquiry in this folder, and its entry into inquiry.md.  A
    picture that lies there already stays as it is, and only gets its entry.

    Raises UserError where the entry cannot be added; then nothing is written.  Raises OSError.
    """
    photos = folder / InquiryFolder.PHOTOS
    is_there = layout.is_picture(file.name) and photos.is_dir() and file.parent.resolve() == photos.resolve()
    path = photos / file.name if is_there else _free_path(photos, _stem_for(file), encoded.suffix)
    inquiry = folder / layout.INQUIRY
    before = inquiry.read_bytes()
    if has_photo_entry(before, path.name):
        raise UserError(
            "{name} is already listed under photos in {file}. Remove that entry and type the command again.",
            name=path.name,
            file=inquiry.as_posix(),
        )
    added = add_photo_entry(before, path.name, photo)
    if added is None:
        raise UserError(
            "The photo cannot be listed in {file}, so nothing was written. Type  portfolio check  to see "
            "what is wrong there, or add below photos:  {name}: {{alt: what it shows, people: none}}",
            file=inquiry.as_posix(),
            name=path.name,
        )
    if not is_there:
        make_parents(folder, f"{InquiryFolder.PHOTOS}/{path.name}")
        write_new(path, encoded.data)
    try:
        write_whole(inquiry, added)
    except OSError:
        if not is_there:
            path.unlink()
        raise
    return AddedPhoto(path, _markdown(photo.alt, posixpath.join(InquiryFolder.PHOTOS, path.name)))


def _markdown(alt: str, path: str) -> str:
    """The line that shows a picture, here and in GitHub's preview."""
    words = re.sub(r"([\\\[\]])", r"\\\1", alt)
    return f"![{words}]({quote(path)})"


def _stem_for(file: Path) -> str:
    """The name of the new picture, without suffix: one that every computer can store."""
    stem = (slug(file.stem) or "photo")[: LONGEST - len("-999.jpg")].rstrip("-")
    return f"photo-{stem}" if is_reserved(stem) else stem


def _free_path(folder: Path, stem: str, suffix: str) -> Path:
    """A name in the folder that no file has, and no file with another suffix: both would have one
    address."""
    taken = {slug(entry.stem) for entry in folder.iterdir()} if folder.is_dir() else set()
    taken -= {stem} if _is_only_unconverted(folder, stem) else set()
    number, name = 1, stem
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return folder / f"{name}{suffix}"


def _is_only_unconverted(folder: Path, stem: str) -> bool:
    """Whether the files of this name are those of a phone, which are made into pictures here."""
    alike = [entry for entry in folder.iterdir() if slug(entry.stem) == stem] if folder.is_dir() else []
    return all(layout.suffix(entry.name) in layout.PHONE_PICTURES for entry in alike)


def _is_heic(data: bytes) -> bool:
    """Whether a file is one of the ISO base media format with pictures in it (ISO/IEC 23008-12)."""
    return data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS


def _encode_heic(data: bytes) -> EncodedImage | None:
    try:
        import pi_heif
    except ImportError as missing:
        raise UserError(
            "This is a HEIC picture. Type  pip install pi-heif  once; or open it in a photo program "
            "and save it as JPEG."
        ) from missing
    try:
        heif: Any = pi_heif.open_heif(BytesIO(data), convert_hdr_to_8bit=True)
        width, height = heif.size
        if width * height > MAX_PIXELS:
            return None
        photo: Image.Image = heif.to_pillow()
        return encode_opened(photo)
    except (OSError, ValueError, SyntaxError, RuntimeError, EOFError):
        return None
