"""A piece of the site that is made, and what stays of it when its files are written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from generator.memory.codec import encode
from generator.problems import Problem
from generator.site.card import Card
from generator.site.linkcheck import Links, Outward, inspected, settle
from generator.site.press import Part


@dataclass(frozen=True, slots=True)
class Record:
    """All that the rest of a build needs of a piece whose files are in the output folder."""

    files: dict[str, bytes]  # path below the output folder -> digest
    card: bytes = b""  # encoded; empty without
    inquiries: int = 0
    withheld: tuple[str, ...] = ()
    links: Links = ()  # authors' links to other pieces
    outward: tuple[Outward, ...] = ()  # templates' links to other pieces
    problems: tuple[Problem, ...] = ()
    said: tuple[str, ...] = ()
    sources: dict[str, bytes] = field(default_factory=dict)  # content file -> digest, to say what changed


@dataclass(frozen=True, slots=True)
class Made:
    """A piece fresh from the press.  `own` is a digest of the files that it alone is made of, `notes`
    what it would like to remember of its parts."""

    record: Record
    files: Mapping[str, bytes]
    own: bytes = b""
    notes: Mapping[bytes, bytes] = field(default_factory=dict)
    fresh: bool = True  # whether the notes differ from those that were there


def piece_of(
    part: Part,
    is_own: Callable[[str], bool],
    card: Card | None = None,
    said: list[str] | None = None,
    sources: Mapping[str, bytes] | None = None,
) -> tuple[Record, Mapping[str, bytes]]:
    """The part with its links settled as far as it can be done without the other pieces."""
    files, links, found = settle(part.files, part.links, is_own)
    broken, outward = inspected(files)
    record = Record(
        files={name: short(data) for name, data in files.items()},
        card=encode(card) if card else b"",
        inquiries=len(card.inquiries) if card else 0,
        withheld=tuple(f"{card.id}/{inquiry}" for inquiry in card.withheld) if card else (),
        links=links,
        outward=outward,
        problems=(*part.problems, *found, *broken),
        said=tuple(said or ()),
        sources={name: short(data, 8) for name, data in (sources or {}).items()},
    )
    return record, files


def short(data: bytes, size: int = 16) -> bytes:
    """A digest by which two versions of a file are told apart."""
    return blake2b(data, digest_size=size).digest()
