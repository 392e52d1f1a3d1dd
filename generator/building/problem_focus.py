"""Which problems a check is about: those of what changed, or of one teacher.

The whole program is read all the same, because a change in one place may break another; a change to what
everyone shares is about everything.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from generator.layout import ATTESTATIONS, BESIDE_CONTENT, CACHE, PRIVATE, locate, teacher_folder
from generator.problems import Problem
from generator.slugs import slug

_MASK = "…"  # in the place of a name in a problem's path (privacy/masking.py)


class ProblemFocus(Struct, frozen=True):
    """The folders in question as (teacher, inquiry), ids; without an inquiry all of the teacher's.

    `everything` is so where shared files changed.
    """

    folders: frozenset[tuple[str, str]]
    everything: bool = False

    def covers(self, problem: Problem, content: str) -> bool:
        """Whether a problem is in question; its file is named from the program's root."""
        if self.everything:
            return True
        location = locate(problem.place.file.removeprefix(f"{content}/"))
        if not location.teacher:
            return False
        whose = {(location.teacher, ""), (location.teacher, location.inquiry)}
        if _MASK in problem.place.file:  # in one of this teacher's folders, nobody can say which
            whose |= {folder for folder in self.folders if folder[0] == location.teacher}
        return bool(whose & self.folders)

    def split(self, problems: Iterable[Problem], content: str) -> tuple[list[Problem], list[Problem]]:
        """(problems in question, the others)."""
        inside: list[Problem] = []
        outside: list[Problem] = []
        for problem in problems:
            (inside if self.covers(problem, content) else outside).append(problem)
        return inside, outside


def focus_on_teacher(teacher: str) -> ProblemFocus:
    """One teacher's folder, by its name."""
    return ProblemFocus(frozenset({(locate(teacher_folder(slug(teacher))).teacher, "")}))


def focus_on_files(files: Sequence[str], content: str) -> ProblemFocus:
    """The folders of changed files, which are named from the program's root.

    privacy-attested.txt changes with every inquiry that is read, and is about no other.
    """
    shared = [file for file in files if _is_shared(file, content)]
    locations = [locate(file.removeprefix(f"{content}/")) for file in files if file.startswith(f"{content}/")]
    folders = {(location.teacher, location.inquiry) for location in locations if location.teacher}
    return ProblemFocus(frozenset(folders), bool(shared))


def _is_shared(file: str, content: str) -> bool:
    """Whether a file is one that every teacher's pages are made with."""
    top, _, below = file.partition("/")
    if top == content:
        return not locate(below).teacher
    return top in BESIDE_CONTENT and top not in (ATTESTATIONS, PRIVATE, CACHE)
