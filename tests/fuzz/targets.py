"""What is fuzzed: each target takes any bytes, and must return without raising."""

from collections.abc import Callable
from datetime import date

from generator.model import Prompt, Prose, Tool
from generator.privacy.exceptions import read_exceptions
from generator.privacy.masking import masked_text
from generator.privacy.roster import Finder, read_roster
from generator.privacy.sweep import visible
from generator.privacy.tables import look_at_table
from generator.privacy.texts import look_at_text
from generator.reading.front_matter import split
from generator.reading.reviews import read_review, read_submission
from generator.reading.sheet import read_sheet
from generator.reading.tables import read_table
from generator.reading.yaml_text import parse
from generator.site.images import publishable
from generator.site.prose import Converter
from generator.site.sources import Sources
from generator.words.speech import ENGLISH

TOOL = Tool("talk", "Talk", (Prompt("explains", "Explains"), Prompt("asks", "Asks")))
NAMES = Finder(read_roster("Ximena Quispe-Huaman\nO'Brien, Jaylen\nWill Young\n"))
_converter = Converter(ENGLISH)


def yaml(data: bytes) -> None:
    parse(data, "a.yml")
    read_review(data, "reviews/a.yml")
    read_exceptions(data, date(2026, 2, 1))


def tables(data: bytes) -> None:
    for file in ("data/a.csv", "data/a.yml"):
        read_table(data, file, TOOL)
        read_table(data, file, None, class_from_file=False)
        sheet, _ = read_sheet(data, file)
        if sheet is not None:
            look_at_table(sheet, TOOL, NAMES)


def markdown(data: bytes) -> None:
    split(data, "a.md")
    text = data.decode("utf-8", "replace").replace("\0", "")[:20_000]
    _converter.convert(Prose(text, "teachers/a/b/reflections/c.md"), "teachers/a/b/", Sources(frozenset()))


def privacy(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    look_at_text(text, "a.md", NAMES, {"young"}, "a@example.org")
    masked_text(text, NAMES)
    NAMES.find(visible(text), cell=True)
    NAMES.may_be_in_page(data)
    read_roster(text)


def json(data: bytes) -> None:
    read_submission(data, "submissions/1.json")


def images(data: bytes) -> None:
    publishable(data)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "yaml": yaml,
    "tables": tables,
    "markdown": markdown,
    "privacy": privacy,
    "json": json,
    "images": images,
}
