"""A program whose one teacher has earned her micro-credential, and an issuer with a key."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from generator.openbadges.signing_keys import SigningKey, load_key
from tests.conftest import ANA, PROGRAM, Site, weekly
from tests.terminal import Ran, portfolio

NAME = "ana-lopez.visible-thinking.visible"
AWARD = f"{ANA}/awards/visible"
BASE = "https://maple-grove.example.org/portfolios/"
REVIEW = "assessor: {who}\nattempt: 1\ndate: 2026-01-{day}\ncriteria:\n  question: {{level: demonstrated}}\n"
# a key for tests, and nothing but tests
PEM = (
    b"-----BEGIN PRIVATE KEY-----\n"
    b"MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n"
    b"-----END PRIVATE KEY-----\n"
)
KEY = load_key(PEM)
SECRET = PEM.splitlines()[1].decode()
# what no longer supports the verdict
WORSE = weekly([6, 9, 7, 8, 5, 9, 7, 8, 14, 15, 13, 16, 15, 14, 5, 4, 5, 4, 5, 4])


def issuer(*keys: SigningKey, did: str = "", url: str = BASE) -> str:
    """program.yml of an issuer."""
    listed = ", ".join(key.public for key in keys)
    named = f", did: '{did}'" if did else ""
    program = str(PROGRAM["program.yml"]).replace(BASE, url)
    return f"{program}issuer: {{name: Maple Grove District, keys: [{listed}]{named}}}\n"


def earned(site: Callable[..., Site], changes: Mapping[str, str | bytes | None] | None = None) -> Site:
    """It was submitted on January 17, two assessors have seen it, and say so."""
    made: Site = site(
        {
            "program.yml": issuer(KEY),
            f"{ANA}/reviews/a.yml": REVIEW.format(who="A", day=18),
            f"{ANA}/reviews/b.yml": REVIEW.format(who="B", day=20),
        }
        | dict(changes or {})
    )
    (made.root / "issuer.pem").write_bytes(PEM)
    portfolio("submit", "ana-lopez/visible-thinking", "--today", "2026-01-17", inside=made.root)
    return made


def submitted_again(site: Site, attempt: int = 2) -> Site:
    """As it is now, as another attempt; both assessors have seen it again, the second three days later."""
    day = 15 + 3 * attempt
    done = portfolio("submit", "ana-lopez/visible-thinking", "--today", f"2026-01-{day}", inside=site.root)
    assert done.status == 0, done.err
    again = REVIEW.replace("attempt: 1", f"attempt: {attempt}")
    return site.change(
        {
            f"{ANA}/reviews/a-attempt-{attempt}.yml": again.format(who="A", day=day + 1),
            f"{ANA}/reviews/b-attempt-{attempt}.yml": again.format(who="B", day=day + 3),
        }
    )


def award(site: Site, *words: str, key: str = "issuer.pem") -> Ran:
    return portfolio(
        "award", "ana-lopez/visible-thinking", "--key", key, "--today", "2026-02-02", *words, inside=site.root
    )


def verify(site: Site, file: Path | str, *words: str) -> Ran:
    return portfolio("verify", file, "--today", "2026-02-02", *words, inside=site.root)


def credential(site: Site) -> dict[str, Any]:
    return dict(json.loads((site.content / AWARD / "credential.json").read_text("utf-8")))


def register(site: Site) -> list[dict[str, object]]:
    return list(json.loads((site.content / "credentials/register.json").read_text("utf-8"))["credentials"])


def revoke(site: Site, named: str, *words: str) -> Ran:
    typed = (
        "revoke",
        named,
        "--key",
        "issuer.pem",
        "--reason",
        "By mistake",
        "--today",
        "2026-02-03",
        *words,
    )
    return portfolio(*typed, inside=site.root)


def kept(site: Site) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (site.content / "credentials").iterdir()}


def built(site: Site) -> list[str]:
    return [one.code for one in site.build().problems if one.severity != "notice"]
