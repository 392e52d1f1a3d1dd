"""A piece of the site that is made, and what stays of it when its files are written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from generator.building.cache.codec import encode
from generator.problems import Problem
from generator.site.rendering.context import SitePart
from generator.site.rendering.link_check import CrossUnitLink, Links, inspect_pages, resolve_own_links
from generator.site.teacher_card import TeacherCard


@dataclass(frozen=True, slots=True)
class UnitRecord:
    """All that the rest of a build needs of a piece whose files are in the output folder."""

    files: dict[str, bytes]  # path below the output folder -> digest
    card: bytes = b""  # encoded; empty without
    inquiries: int = 0
    withheld: tuple[str, ...] = ()
    links: Links = ()  # authors' links to other pieces
    cross_unit_links: tuple[CrossUnitLink, ...] = ()  # templates' links to other pieces
    problems: tuple[Problem, ...] = ()
    summary: tuple[str, ...] = ()
    sources: dict[str, bytes] = field(default_factory=dict)  # content file -> digest, to say what changed


@dataclass(frozen=True, slots=True)
class BuildUnit:
    """A piece fresh from the press.  `own` is a digest of the files that it alone is made of, `notes`
    what it would like to remember of its parts."""

    record: UnitRecord
    files: Mapping[str, bytes]
    folder_digest: bytes = b""
    memo_values: Mapping[bytes, bytes] = field(default_factory=dict)
    memo_changed: bool = True  # whether the notes differ from those that were there


def record_unit(
    part: SitePart,
    is_own: Callable[[str], bool],
    card: TeacherCard | None = None,
    said: list[str] | None = None,
    sources: Mapping[str, bytes] | None = None,
) -> tuple[UnitRecord, Mapping[str, bytes]]:
    """The part with its links settled as far as it can be done without the other pieces."""
    files, links, found = resolve_own_links(part.files, part.links, is_own)
    broken, outward = inspect_pages(files)
    record = UnitRecord(
        files={name: file_digest(data) for name, data in files.items()},
        card=encode(card) if card else b"",
        inquiries=len(card.inquiries) if card else 0,
        withheld=tuple(f"{card.id}/{inquiry}" for inquiry in card.withheld) if card else (),
        links=links,
        cross_unit_links=outward,
        problems=(*part.problems, *found, *broken),
        summary=tuple(said or ()),
        sources={name: file_digest(data, 8) for name, data in (sources or {}).items()},
    )
    return record, files


def file_digest(data: bytes, size: int = 16) -> bytes:
    """A digest by which two versions of a file are told apart."""
    return blake2b(data, digest_size=size).digest()
