"""A unit: its files, its record as the cache keeps it, and links that lead out of it."""

from generator.building.cache.codec import decode
from generator.building.unit import BuildUnit, UnitRecord, make_unit
from generator.problems import Place, warning
from generator.site.rendering.context import SitePart

PAGE = '<html><body><h1 id="top">A</h1><a href="../b/">B</a><a href="#top">up</a></body></html>'


def test_the_record_is_what_the_cache_gives_back() -> None:
    part = SitePart({"a/index.html": PAGE.encode()}, (), (warning("w", Place("a.md"), "Look."),))
    unit = make_unit(part, lambda file: file.startswith("a/"), summary=["a: read"], sources={"a.md": b"text"})
    assert decode(unit.encoded, UnitRecord) == unit.record
    assert unit.record.problems == part.problems
    assert unit.record.summary == ("a: read",)


def test_links_to_other_units_are_kept_for_later() -> None:
    unit = make_unit(SitePart({"a/index.html": PAGE.encode()}), lambda file: file.startswith("a/"))
    assert [(link.page, link.file) for link in unit.record.cross_unit_links] == [("a/index.html", "b")]


def test_another_content_gives_another_digest_of_the_file_and_of_its_source() -> None:
    def unit_of(data: bytes) -> BuildUnit:
        return make_unit(SitePart({"a.txt": data}), lambda file: True, sources={"a.md": data})

    one, other = unit_of(b"1"), unit_of(b"2")
    assert one.record.files != other.record.files
    assert one.record.sources != other.record.sources
    assert [len(digest) for digest in one.record.files.values()] == [16]


def test_a_unit_is_not_kept_unless_it_has_a_digest() -> None:
    assert make_unit(SitePart(), lambda file: True).folder_digest == b""
