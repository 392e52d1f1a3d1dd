"""CODEOWNERS: who on GitHub must agree before a change to which files is merged.

The last line that fits a file counts (docs.github.com, "About code owners"), so that a teacher's own folder
follows that of all teachers, and what nobody writes about themselves follows the teachers' folders.
"""

import re
from collections.abc import Sequence

from generator.layout import CONTENT, teacher_folder

CODEOWNERS = ".github/CODEOWNERS"
_PLACEHOLDER = "@OWNERS"
# GitHub: a name or a team with its organisation, letters, digits and hyphens; or an address
_OWNER = re.compile(r"@[A-Za-z0-9][A-Za-z0-9-]*(/[A-Za-z0-9][\w.-]*)?|[^\s@#]+@[^\s@#]+\.[^\s@#]+")
_EVERY_TEACHER = f"/{CONTENT}/teachers/"
_IN_EVERY_INQUIRY = f"{_EVERY_TEACHER}*/*/"


def parse_owners(typed: str) -> tuple[str, ...]:
    """Owners as they are typed, apart by spaces or commas; empty where one of them cannot be an owner."""
    owners = tuple(typed.replace(",", " ").split())
    return owners if all(_OWNER.fullmatch(owner) for owner in owners) else ()


def owned_by(text: str, owners: Sequence[str]) -> str:
    """The starter's CODEOWNERS with its owners."""
    return text.replace(_PLACEHOLDER, " ".join(owners))


def with_teacher(text: str, folder: str, owner: str) -> str:
    """CODEOWNERS with a line that gives a teacher the folder of this name; unchanged where it has one.

    The leads stay its owners too: nobody can agree to a pull request of their own, so a folder with one owner
    could never be changed by that owner.
    """
    path = f"/{CONTENT}/{teacher_folder(folder)}/"
    lines = text.splitlines()
    if any(line.split()[:1] == [path] for line in lines):
        return text
    leads = next((line.split()[1:] for line in lines if line.split()[:1] == [_EVERY_TEACHER]), [])
    end = next((n for n, line in enumerate(lines) if line.startswith(_IN_EVERY_INQUIRY)), len(lines))
    while end and lines[end - 1].startswith("# what nobody"):
        end -= 1
    return "".join(
        f"{line}\n" for line in [*lines[:end], f"{path:<43} {' '.join([owner, *leads])}", *lines[end:]]
    )
