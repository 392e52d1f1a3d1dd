"""What is fuzzed: each target takes any bytes, and must return without raising."""

from collections.abc import Callable
from datetime import date

from generator.model import Prompt, Prose, Tool
from generator.privacy.masking import mask_text
from generator.privacy.name_finder import NameFinder
from generator.privacy.output_scan import visible_text
from generator.privacy.review_exceptions import read_exceptions
from generator.privacy.roster_file import read_roster
from generator.privacy.table_checks import check_table
from generator.privacy.text_checks import check_text
from generator.reading.review_files import read_review
from generator.reading.submission_files import read_submission
from generator.reading.tables.observation_table import read_observation_table
from generator.reading.tables.raw_table import read_raw_table
from generator.reading.yaml.front_matter import split_front_matter
from generator.reading.yaml.strict_yaml import parse_yaml
from generator.site.rendering.content_links import LinkTargets
from generator.site.rendering.images import encode_for_web
from generator.site.rendering.markdown_converter import MarkdownConverter
from generator.words.translator import ENGLISH

TOOL = Tool("talk", "Talk", (Prompt("explains", "Explains"), Prompt("asks", "Asks")))
NAMES = NameFinder(read_roster("Ximena Quispe-Huaman\nO'Brien, Jaylen\nWill Young\n"))
_converter = MarkdownConverter(ENGLISH)


def yaml(data: bytes) -> None:
    parse_yaml(data, "a.yml")
    read_review(data, "reviews/a.yml")
    read_exceptions(data, date(2026, 2, 1))


def tables(data: bytes) -> None:
    for file in ("data/a.csv", "data/a.yml"):
        read_observation_table(data, file, TOOL)
        read_observation_table(data, file, None, class_from_file=False)
        sheet, _ = read_raw_table(data, file)
        if sheet is not None:
            check_table(sheet, TOOL, NAMES)


def markdown(data: bytes) -> None:
    split_front_matter(data, "a.md")
    text = data.decode("utf-8", "replace").replace("\0", "")[:20_000]
    _converter.convert(
        Prose(text, "teachers/a/b/reflections/c.md"), "teachers/a/b/", LinkTargets(frozenset())
    )


def privacy(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    check_text(text, "a.md", NAMES, {"young"}, "a@example.org")
    mask_text(text, NAMES)
    NAMES.find(visible_text(text), cell=True)
    NAMES.may_be_in_page(data)
    read_roster(text)


def json(data: bytes) -> None:
    read_submission(data, "submissions/1.json")


def images(data: bytes) -> None:
    encode_for_web(data)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "yaml": yaml,
    "tables": tables,
    "markdown": markdown,
    "privacy": privacy,
    "json": json,
    "images": images,
}
