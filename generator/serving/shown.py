"""What the browser is shown: the latest site, and where something is wrong the last good pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.build import Outcome, Site
from generator.names import slug
from generator.problems import Problem
from generator.site import addresses


@dataclass(frozen=True, slots=True)
class Shown:
    """`files` by their path below the site's root; `version` counts the builds; 0 is before the first."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    version: int = 0
    language: str = "en"


def after(before: Shown, made: Site | Outcome) -> Shown:
    """The site that was made.  What an error has left out keeps its last good pages; without a
    program.yml that can be read, everything does."""
    if isinstance(made, Outcome):
        return Shown(before.files, made.problems, before.version + 1, before.language)
    files = dict(made.files)
    for address in _left_out(made):
        kept = {name: data for name, data in before.files.items() if name.startswith(address)}
        if addresses.file_of(address) in kept:
            files |= kept
    return Shown(files, made.problems, before.version + 1, made.language)


def _left_out(site: Site) -> list[str]:
    """The addresses where a notice stands in place of a page."""
    inquiries = [addresses.evidence(card.id, one) for card in site.cards for one in card.withheld]
    with_card = {card.id for card in site.cards}
    wrong = {_teacher_of(problem.place.file) for problem in site.problems if problem.is_error}
    return inquiries + [addresses.teacher(one) for one in sorted(wrong - with_card) if one]


def _teacher_of(file: str) -> str:
    """content/teachers/ana-lopez/about.md -> ana-lopez; empty for a file of the program."""
    parts = file.split("/")
    return slug(parts[2]) if len(parts) > 3 and parts[1] == "teachers" else ""
