"""Merges a new build with the last good pages where a new error withholds them."""

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from generator import addresses
from generator.building.options import BuildOutcome
from generator.building.site_assembly import BuiltSite
from generator.layout import locate
from generator.problems import Problem
from generator.words.translator import Translator

# a file of one teacher's; `teachers/page-2/` is a part of the list of all
_TEACHERS_OWN = re.compile(r"teachers/(?!page-\d+/)[^/]+/")


class ServedSite(Struct, frozen=True):
    """`files` by their path below the site's root; `version` counts the builds; 0 is before the first.

    `known_errors` are the errors that `files` were made with: those that nobody has seen a better page of.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    version: int = 0
    language: str = "en"
    own_catalogue: bytes = b""  # the program's own translations into it, as a .po file
    known_errors: frozenset[tuple[str, str]] = frozenset()  # (code, file)

    @property
    def translator(self) -> Translator:
        """Into the language of the site."""
        return Translator(self.language, own_catalogue=self.own_catalogue)


def next_site(before: ServedSite, built: BuiltSite | BuildOutcome) -> ServedSite:
    """The site that was built; where a new error would spoil pages, the last good ones stay.

    An error in an inquiry keeps that inquiry's pages and those that tell of it; one in the program's
    files or its theme, or a program.yml that cannot be read, keeps everything.  An error that was there
    from the beginning keeps nothing, for there is nothing better to show.
    """
    if isinstance(built, BuildOutcome):
        return replace(before, problems=built.problems, version=before.version + 1)
    errors = frozenset((problem.code, problem.place.file) for problem in built.problems if problem.is_error)
    fresh = errors - before.known_errors if before.files else frozenset()
    return ServedSite(
        files={**built.files, **_last_good(before.files, {file for _, file in fresh})},
        problems=built.problems,
        version=before.version + 1,
        language=built.language,
        own_catalogue=built.outcome.own_catalogue,
        known_errors=errors - fresh,
    )


def _last_good(files: Mapping[str, bytes], spoiled: Iterable[str]) -> dict[str, bytes]:
    """The last good files that errors in these content files would spoil."""
    folders = tuple(_address_of(file) for file in spoiled)
    if not folders:
        return {}
    lists = {"/".join([*folder.split("/")[:2], "index.html"]) for folder in folders}
    return {
        name: data
        for name, data in files.items()
        if name.startswith(folders) or name in lists or not _TEACHERS_OWN.match(name)
    }


def _address_of(file: str) -> str:
    """The address below which the pages made of a content file lie: an inquiry's, a teacher's, or the
    site's root, which is empty."""
    location = locate(file.partition("/")[2])  # without the name of the content folder
    if not location.teacher:
        return addresses.HOME
    if not location.inquiry:
        return addresses.teacher(location.teacher)
    return addresses.evidence(location.teacher, location.inquiry)
