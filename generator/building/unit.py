"""A built unit (files in memory) and the record of it that the cache keeps."""

from collections.abc import Callable, Mapping

from msgspec import Struct, field

from generator.building.cache.codec import encode
from generator.problems import Problem, limit_of_a_kind
from generator.site.rendering.context import SitePart
from generator.site.rendering.link_check import CrossUnitLink, Links, inspect_pages, resolve_own_links
from generator.site.teacher_card import TeacherCard
from generator.writing.output_folder import content_digest


class UnitRecord(Struct, frozen=True):
    """All that the rest of a build needs of a unit whose files are in the output folder."""

    files: dict[str, bytes]  # path below the output folder -> digest
    card: bytes = b""  # encoded; empty without
    inquiries: int = 0
    withheld: tuple[str, ...] = ()
    links: Links = ()  # authors' links to other units
    cross_unit_links: tuple[CrossUnitLink, ...] = ()  # templates' links to other units
    problems: tuple[Problem, ...] = ()
    summary: tuple[str, ...] = ()
    sources: dict[str, bytes] = field(default_factory=dict)  # content file -> digest, to say what changed


class BuildUnit(Struct, frozen=True):
    """A unit that was just built.

    `encoded` is its record as the cache keeps it.  `folder_digest` is of the files that it alone is
    built of; a unit without one is not kept.  `memo_values` are what it wants remembered of its parts.
    """

    record: UnitRecord
    encoded: bytes
    files: Mapping[str, bytes]
    folder_digest: bytes = b""
    memo_values: Mapping[bytes, bytes] = field(default_factory=dict)
    memo_changed: bool = True  # whether `memo_values` differ from those that were remembered


def make_unit(
    part: SitePart,
    is_own: Callable[[str], bool],
    card: TeacherCard | None = None,
    summary: list[str] | None = None,
    sources: Mapping[str, bytes] | None = None,
) -> BuildUnit:
    """The part as a unit, with its links resolved as far as can be done without the other units.

    `is_own` says whether a file of the site belongs to this unit; `sources` are the content files that
    it is built of.
    """
    files, links, link_problems = resolve_own_links(part.files, part.links, is_own)
    broken, outward = inspect_pages(files)
    record = UnitRecord(
        files={name: content_digest(data) for name, data in files.items()},
        card=encode(card) if card else b"",
        inquiries=len(card.inquiries) if card else 0,
        withheld=tuple(f"{card.id}/{inquiry}" for inquiry in card.withheld) if card else (),
        links=links,
        cross_unit_links=outward,
        problems=limit_of_a_kind((*part.problems, *link_problems, *broken)),
        summary=tuple(summary or ()),
        sources={name: content_digest(data, 8) for name, data in (sources or {}).items()},
    )
    return BuildUnit(record, encode(record), files)
