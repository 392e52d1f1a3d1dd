"""Cases that are too large, or no text, to be typed: name -> (what is expected, files of the program)."""

import io
import struct
import zlib
from collections.abc import Mapping

from PIL import Image

from tests.conftest import ANA

Files = Mapping[str, str | bytes]
REFLECTION = "---\ndate: 2025-10-03\ntitle: First\n---\n\n"
DECLARED = (
    "---\ntitle: Title\nquestion: Do more explain?\ntool: math-talk\npublish: true\n"
    "photos: {{{}: {{alt: A table, people: none}}}}\n---\n"
)


def text(body: str) -> Files:
    return {f"{ANA}/reflections/2025-10-03.md": REFLECTION + body}


def table(body: str) -> Files:
    return {f"{ANA}/data/period-2.csv": body}


def photo(data: bytes, name: str = "x.jpg") -> Files:
    return {f"{ANA}/inquiry.md": DECLARED.format(name), f"{ANA}/photos/{name}": data}


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 30), mode: str = "RGB", **more: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, kind, **more)
    return out.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A PNG of some kilobytes that says it is large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1_000_000))
        + chunk(b"IEND", b"")
    )


def with_place() -> bytes:
    exif = Image.Exif()
    exif[0x010F], exif[0x013B] = "SECRET CAMERA", "SECRET OWNER"
    exif.get_ifd(0x8825)[1] = "N"
    return picture("JPEG", exif=exif)


def animated(frames: int) -> bytes:
    out = io.BytesIO()
    first, *others = [Image.new("P", (8, 8), number % 256) for number in range(frames)]
    first.save(out, "GIF", save_all=True, append_images=others)
    return out.getvalue()


GIF_SCRIPT = b"GIF89a/*" + picture("GIF")[6:] + b"*/=1;alert(1)//<script>alert(1)</script>"

MADE: dict[str, tuple[str, Files]] = {
    # texts without end
    "brackets without end": ("refused", text("[" * 200_000)),
    "links in links": ("refused", text("[" * 900 + "x" + "](y)" * 900)),
    "stars without end": ("refused", text("*a " * 50_000)),
    "underlines": ("inert", text("_" * 2_900 + "x")),
    "backticks": ("refused", text("`" * 20_000)),
    "angle brackets": ("refused", text("<a " * 30_000)),
    "quotations in quotations": ("refused", text("> " * 900 + "deep")),
    "lists in lists": ("refused", text("\n".join("  " * depth + "- x" for depth in range(200)))),
    "a line of half a megabyte": ("inert", text("x" * 500_000)),
    "a line of words": ("inert", text("word " * 90_000)),
    "more than half a megabyte": ("refused", text("x" * 600_000)),
    "ten thousand columns": ("refused", text("|a" * 10_000 + "|\n" + "|-" * 10_000 + "|\n")),
    "ten thousand headings": ("refused", text("# same\n\n" * 10_000)),
    "footnotes nobody names": ("inert", text("\n\n".join(f"[^{n}]: note" for n in range(1_400)))),
    "ten thousand line breaks": ("inert", text("a  \n" * 10_000)),
    "entities": ("inert", text("&amp;lt;script&gt;" * 10_000)),
    "comments": ("inert", text("<!--" * 700 + "x" + "-->" * 700)),
    "rules and bars": ("refused", text("---\n" * 5_000)),
    "hard tabs": ("inert", text("\t" * 50_000 + "x")),
    "references": ("inert", text("\n".join(f"[r{n}]: https://example.org/{n}" for n in range(2_000)))),
    "emoji": ("inert", text("👩🏽‍🏫" * 20_000)),
    # settings without end
    "billion laughs": (
        "refused",
        {f"{ANA}/inquiry.md": "---\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\ntitle: T\n---\n"},
    ),
    "brackets in settings": ("refused", {f"{ANA}/inquiry.md": f"---\ntitle: {'[' * 100_000}\n---\n"}),
    "maps in settings": ("refused", {f"{ANA}/inquiry.md": f"---\ntitle: {'{a: ' * 50_000}\n---\n"}),
    "indented for ever": (
        "refused",
        {f"{ANA}/inquiry.md": "---\n" + "".join(f"{' ' * n}a:\n" for n in range(400)) + "---\n"},
    ),
    "a long title": (
        "inert",
        {f"{ANA}/inquiry.md": f"---\ntitle: {'T' * 10_000}\ntool: math-talk\npublish: true\n---\n"},
    ),
    "ten thousand changes": (
        "refused",
        {
            f"{ANA}/inquiry.md": "---\ntitle: T\nchanges:\n"
            + "- {date: 2025-10-27, title: x, classes: [None]}\n" * 4_000
            + "---\n"
        },
    ),
    "large settings": ("refused", {"program.yml": "title: T\ndescription: " + "x" * 300_000}),
    "deep json": ("refused", {f"{ANA}/submissions/1.json": "[" * 100_000}),
    "deep json closed": ("refused", {f"{ANA}/submissions/1.json": "[" * 50_000 + "]" * 50_000}),
    "a number of a million digits": (
        "refused",
        {f"{ANA}/submissions/1.json": '{"attempt": ' + "9" * 1_000_000 + "}"},
    ),
    # encodings
    "utf-16": ("accepted", {f"{ANA}/reflections/2025-10-03.md": (REFLECTION + "Sí.").encode("utf-16")}),
    "windows": ("repaired", {f"{ANA}/reflections/2025-10-03.md": (REFLECTION + "Sí.").encode("cp1252")}),
    "utf-8 with a mark": (
        "accepted",
        {f"{ANA}/reflections/2025-10-03.md": (REFLECTION + "Sí.").encode("utf-8-sig")},
    ),
    "utf-32": ("refused", {f"{ANA}/reflections/2025-10-03.md": (REFLECTION + "x").encode("utf-32")}),
    "no text": ("refused", {f"{ANA}/reflections/2025-10-03.md": bytes(range(256)) * 40}),
    "half a character": ("repaired", {f"{ANA}/reflections/2025-10-03.md": REFLECTION.encode() + b"\xe2\x80"}),
    # tables without end
    "201 columns": ("refused", table("date," + ",".join(f"c{n}" for n in range(201)) + "\n")),
    "20,001 rows": ("refused", table("date,n,explains\n" + "2025-09-05,24,9\n" * 20_001)),
    "six megabytes": ("refused", table("date,n,explains\n" + "x" * 6_000_000)),
    "a cell of a megabyte": ("refused", table("date,n,explains\n2025-09-05,24," + "9" * 1_000_000 + "\n")),
    "quotation marks": ("refused", table("date,n,explains\n" + '"' * 100_001)),
    "commas": ("refused", table("," * 1_000_000)),
    "ten thousand classes": (
        "refused",
        table("date,class,n,explains\n" + "".join(f"2025-09-05,c{n},9,1\n" for n in range(10_000))),
    ),
    # pictures
    "a picture": ("accepted", photo(picture("JPEG"))),
    "a place in a picture": ("accepted", photo(with_place())),
    "a bomb": ("refused", photo(bomb(50_000, 50_000), "x.png")),
    "a bomb on one side": ("refused", photo(bomb(2_000_000_000, 1), "x.png")),
    "fifty megapixels and one": ("refused", photo(bomb(50_001, 1_000), "x.png")),
    "cut off": ("refused", photo(picture("JPEG", (400, 300))[:200])),
    "nothing": ("refused", photo(b"")),
    "a page named jpg": ("refused", photo(b"<!DOCTYPE html><script>alert(1)</script>")),
    "a drawing named png": ("refused", photo(b"<svg xmlns='x' onload='alert(1)'/>", "x.png")),
    "a program and a picture": ("inert", photo(GIF_SCRIPT, "x.gif")),
    "a thousand pictures in one": ("accepted", photo(animated(1_000), "x.gif")),
    "colours for print": ("accepted", photo(picture("JPEG", mode="CMYK"))),
    "sixteen bits": ("accepted", photo(picture("PNG", mode="I;16"), "x.png")),
    "one bit": ("accepted", photo(picture("PNG", mode="1"), "x.png")),
    "transparent": ("accepted", photo(picture("PNG", mode="RGBA"), "x.png")),
    "webp": ("accepted", photo(picture("WEBP"), "x.webp")),
    "tiff named jpg": ("refused", photo(picture("TIFF"))),
    "a picture of one point": ("accepted", photo(picture("PNG", (1, 1)), "x.png")),
    "a zip behind a picture": ("inert", photo(picture("JPEG") + b"PK\x03\x04SECRET OWNER")),
    # names
    "two with one address": (
        "refused",
        {
            "teachers/ana-lopez/Straße/inquiry.md": "---\ntitle: A\n---\n",
            "teachers/ana-lopez/strasse/inquiry.md": "---\ntitle: B\n---\n",
        },
    ),
    "one name in two writings": (
        "refused",
        {
            f"{ANA}/reflections/caf\u00e9.md": REFLECTION,
            f"{ANA}/reflections/cafe\u0301.md": REFLECTION,
        },
    ),
    "capitals alone": (
        "refused",
        {f"{ANA}/reflections/A.md": REFLECTION, f"{ANA}/reflections/a.md": REFLECTION},
    ),
    "a name of signs": ("refused", {"teachers/!!!/about.md": "---\nname: X\n---\n"}),
    "a line break in a name": ("refused", {"teachers/ana\nlopez/about.md": "---\nname: X\n---\n"}),
    "markup in a name": (
        "inert",
        {f"{ANA}/reflections/<img src=x onerror=alert(1)>.md": REFLECTION + "Hello."},
    ),
    "a Turkish name": ("accepted", {"teachers/İnci Işık/about.md": "---\nname: İnci Işık\n---\n"}),
    "a name in another writing": ("accepted", {"teachers/Мария/about.md": "---\nname: Мария\n---\n"}),
    "hidden files": ("repaired", {f"{ANA}/.secret.md": "x", f"{ANA}/data/.~lock.csv#": "x"}),
}
