"""Inputs to begin from: what such files look like when nobody means harm, and pieces that may."""

import io

from PIL import Image


def _pictures() -> list[bytes]:
    found = []
    for kind in ("PNG", "JPEG", "GIF", "WEBP"):
        out = io.BytesIO()
        Image.new("RGB", (20, 14), (200, 30, 60)).save(out, kind)
        found.append(out.getvalue())
    return found


_EXCEPTION = (
    b"exceptions:\n- {rule: P03, path: content/a.md, fingerprint: ab, reason: long enough to be one,\n"
    b"  reviewer: P, date: 2026-01-01, expires: 2026-06-30}\n"
)
SEEDS: dict[str, list[bytes]] = {
    "yaml": [
        b"title: Talk\nprompts:\n- {id: explains, text: 'Explains', kind: count_of}\n",
        b"assessor: A\ndate: 2026-02-10\ncriteria: {question: {level: demonstrated, feedback: ok}}\n",
        _EXCEPTION,
    ],
    "tables": [
        b"date,class,n,explains,asks,note\n2025-09-05,Period 2,24,9,3,\n2025-09-12,Period 2,24,12/24,50%,x\n",
        b"sep=;\nDatum;n;explains\n5.9.2025;24;9,5\n",
        b"stamp,session,class,n,prompt\n2025-09-05T10:00:00,a,P2,24,\n2025-09-05T10:00:05,a,P2,24,explains\n",
        b"- {date: 2025-09-05, n: 24, explains: 9}\n",
        b"date,student,explains\n2025-09-05,S01,1\n2025-09-05,S02,0\n2025-09-05,S03,x\n",
    ],
    "markdown": [
        b"---\ntitle: T\n---\n\n# One\n\nA [link](../inquiry.md), *stars*, `code`[^1].\n\n[^1]: A note.\n",
        b"| a | b |\n|---|:-:|\n| 1 | 2 |\n\n> quoted\n\n1. one\n   - two\n\n![x](photos/a.jpg)\n",
    ],
    "privacy": [
        "Ximena said “no” to Mr. Young; O’Brien’s 555-123-4567, a@b.org, born 3 May 2013.".encode(),
        b"<p title='Jaylen'>Xi<b>me</b>na &#88;imena</p><!-- Ximena -->",
    ],
    "json": [b'{"schema": 1, "attempt": 1, "date": "2026-01-01", "digests": {"a": "b"}, "findings": []}'],
    "images": _pictures(),
}
PIECES = [
    *(b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\n", b"\r", b"\t", b"'", b'"', b"`" * 9, b"*" * 40),
    *(b"[" * 40, b"](", b"{", b"}", b"&a ", b"*a", b"!!x ", b"<<:", b"- " * 20, b": ", b"|" * 30, b"> " * 30),
    *(b"<script>", b"<!--", b"-->", b"&#", b";", b"9" * 400, b"1e999", b"-0", b"NaN", b"0001-01-01"),
    *("é\u0301\u200b\u202e\u2028\ufeff👩🏽‍🏫İıß".encode(), b"\xed\xa0\x80", b"\xf0\x9f", b"=1+1", b"@" * 30),
]
