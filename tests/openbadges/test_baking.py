"""Into an image and out again, whatever stands in the credential."""

import io
import json
import struct
import zlib
from contextlib import suppress
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator.openbadges.achievement import clean_text
from generator.openbadges.baking import (
    LARGEST_CREDENTIAL,
    NoCredentialFound,
    bake_png,
    bake_svg,
    extract_credential,
    parse_document,
)

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0,0"/></svg>'
HOSTILE = ["]]>", "a]]>]]>b", "<script>", "&amp;", '"', "\u202eabc", "😀"]
CREDENTIAL = b'{"a":1}'
BAKED = bake_svg(SVG, CREDENTIAL)
ELEMENT = f"<openbadges:credential><![CDATA[{CREDENTIAL.decode()}]]></openbadges:credential>"
JWT = 'verify="eyJh.eyJ2.AA"'
TWICE = BAKED.replace(ELEMENT, ELEMENT * 2).encode()
TEXTS = st.text(max_size=40) | st.sampled_from(HOSTILE)


def png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 4), "white").save(out, "PNG")
    return out.getvalue()


def as_json(text: str) -> bytes:
    return json.dumps({"name": clean_text(text), "list": [["]]", [">"]]]}, ensure_ascii=False).encode()


@given(TEXTS)
def test_an_svg_stays_one_and_gives_it_back(text: str) -> None:
    baked = bake_svg(SVG, as_json(text))
    root = ElementTree.fromstring(baked)
    first = next(iter(root))
    assert first.tag == "{https://purl.imsglobal.org/ob/v3p0}credential"
    assert json.loads(first.text or "") == json.loads(as_json(text))
    assert parse_document(baked.encode()) == json.loads(as_json(text))


@given(TEXTS)
def test_a_png_stays_one_and_gives_it_back(text: str) -> None:
    baked = bake_png(png(), as_json(text))
    with Image.open(io.BytesIO(baked)) as image:
        image.load()
        assert image.size == (4, 4)
        assert image.info["openbadgecredential"] == as_json(text).decode()
    assert parse_document(baked) == json.loads(as_json(text))
    assert baked.count(b"openbadgecredential") == 1


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "form"),
        (b"hello", "form"),
        (b"\xff\xfe", "form"),
        (b"{", "form"),
        (b"[1]", "form"),
        (b"{}", "form"),
        (b"eyJhbGciOiJFZERTQSJ9.eyJ2YyI6e319.AAAA", "jwt"),
        (b'{"jwt":"eyJhbGciOiJFZERTQSJ9.eyJ2YyI6e319.AAAA"}', "jwt"),
        (b'{"a": 1, "a": 2}', "form"),
        (SVG.encode(), "none"),
        (TWICE, "many"),
        (BAKED.replace(ELEMENT, f"<!--{ELEMENT}-->").encode(), "none"),
        (BAKED.replace("ob/v3p0", "ob/v2p0").encode(), "none"),
        (BAKED.replace("credential>", f"credential {JWT}>", 1).encode(), "many"),
        (BAKED.replace(ELEMENT, f"<openbadges:credential {JWT}/>").encode(), "jwt"),
        (f"<!DOCTYPE svg>{BAKED}".encode(), "form"),
        (BAKED.replace("</svg>", "").encode(), "form"),
        (BAKED.replace("<svg", "<html").replace("</svg", "</html").encode(), "form"),
        (png(), "none"),
        (bake_png(bake_png(png(), CREDENTIAL), CREDENTIAL), "many"),
        (png()[:20], "form"),
        (bake_png(png(), CREDENTIAL)[:-1], "form"),
        (b" " * (9 * 1024 * 1024), "large"),
    ],
)
def test_what_holds_no_credential_is_said_so(data: bytes, reason: str) -> None:
    with pytest.raises(NoCredentialFound) as nothing:
        parse_document(data)
    assert nothing.value.reason == reason


def reason(data: bytes) -> str:
    with pytest.raises(NoCredentialFound) as nothing:
        parse_document(data)
    return nothing.value.reason


def test_a_file_and_a_credential_may_be_just_as_large_as_the_largest() -> None:
    eight_megabytes = 8 * 1024 * 1024
    assert reason(b" " * eight_megabytes) == "form"
    assert reason(b" " * (eight_megabytes + 1)) == "large"
    padded = b'{"a": 1}'.ljust(524_288)  # half a megabyte
    assert parse_document(padded) == {"a": 1}
    assert reason(padded + b" ") == "large"


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_with(kind: bytes, data: bytes) -> bytes:
    """The picture with one more chunk behind its signature and its header (33 bytes)."""
    return png()[:33] + chunk(kind, data) + png()[33:]


def test_a_packed_text_with_a_language_is_read() -> None:
    """iTXt: keyword, whether it is packed and how, language, keyword in that language, text."""
    packed = b"openbadgecredential\0\1\0en\0badge\0" + zlib.compress(b'{"a": 1}')
    assert parse_document(png_with(b"iTXt", packed)) == {"a": 1}
    plain = b'openbadgecredential\0\0\0en\0badge\0{"a": 1}'
    assert parse_document(png_with(b"iTXt", plain)) == {"a": 1}


def test_a_packed_text_is_not_unpacked_beyond_the_largest_credential() -> None:
    bomb = b"openbadgecredential\0\1\0\0\0" + zlib.compress(b" " * (LARGEST_CREDENTIAL + 1_000))
    assert len(extract_credential(png_with(b"iTXt", bomb))) == LARGEST_CREDENTIAL + 1
    assert reason(png_with(b"iTXt", bomb)) == "large"


@pytest.mark.parametrize(
    ("kind", "data", "expected"),
    [
        (b"tEXt", b"openbadgecredential\0{}", "none"),
        (b"iTXt", b"openbadgecredentials\0\0\0\0\0{}", "none"),
        (b"iTXt", b"openbadgecredential\0", "form"),
        (b"iTXt", b"openbadgecredential\0\0\0en", "form"),
        (b"iTXt", b"openbadgecredential\0\1\0\0\0{}", "form"),
        (b"iTXt", b"openbadgecredential\0\0\0\0\0\xff{}", "form"),
    ],
)
def test_another_chunk_holds_no_credential_and_a_damaged_one_is_no_picture(
    kind: bytes, data: bytes, expected: str
) -> None:
    assert reason(png_with(kind, data)) == expected


def test_a_picture_is_read_no_further_than_to_a_second_credential() -> None:
    """Each of many would be unpacked."""
    damaged = b"openbadgecredential\0\1\0\0\0" + CREDENTIAL
    assert reason(bake_png(bake_png(png_with(b"iTXt", damaged), CREDENTIAL), CREDENTIAL)) == "many"


def test_a_credential_is_read_under_the_keyword_of_the_second_edition() -> None:
    assert extract_credential(png_with(b"iTXt", b"openbadges\0\0\0\0\0" + CREDENTIAL)) == CREDENTIAL


@pytest.mark.parametrize("before", ["\ufeff", " \n"])
@pytest.mark.parametrize("file", [CREDENTIAL.decode(), BAKED])
def test_a_file_may_begin_with_a_byte_order_mark_or_with_blanks(before: str, file: str) -> None:
    assert parse_document((before + file).encode()) == {"a": 1}


def test_a_credential_element_has_the_text_that_stands_right_in_it() -> None:
    written = BAKED.replace("</svg>", "<text>{}</text></svg>")
    assert extract_credential(written.encode()) == CREDENTIAL
    nested = BAKED.replace("]]></", "]]><b>not this<b>nor this</b></b> </")
    assert extract_credential(nested.encode()) == CREDENTIAL
    around = BAKED.replace(":1", ":]]><b>not this</b><![CDATA[1")
    assert extract_credential(around.encode()) == CREDENTIAL


@given(st.binary(max_size=200))
def test_no_bytes_make_it_fall_over(data: bytes) -> None:
    for prefix in (b"", b"\x89PNG\r\n\x1a\n", b"<svg>"):
        with suppress(NoCredentialFound):
            extract_credential(prefix + data)


@pytest.mark.parametrize(
    "svg",
    [
        f"<!-- {ELEMENT} -->{BAKED}",
        BAKED.replace("xmlns:openbadges", "xmlns:ob").replace("openbadges:", "ob:"),
        BAKED.replace("<![CDATA[", "").replace("]]>", ""),
        BAKED.replace('xmlns="http://www.w3.org/2000/svg"', ""),
    ],
)
def test_an_svg_is_read_by_its_elements_and_their_namespace(svg: str) -> None:
    assert extract_credential(svg.encode()) == CREDENTIAL
