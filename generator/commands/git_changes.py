"""Which files differ from an earlier version, as git knows it."""

from pathlib import Path

from generator.git import LEAVE_OUT, open_repository
from generator.user_error import UserError


def changed_files(root: Path, ref: str) -> list[str]:
    """Files below the program's root that are not as they were where this version and `ref` parted, with
    forward slashes: committed, staged, changed and new ones.

    Raises UserError where git does not know `ref`, or cannot be asked at all.
    """
    repository = open_repository(root, "--changed-since", LEAVE_OUT)
    base = "" if ref.startswith("-") else repository.text("merge-base", ref, "HEAD")
    if not base:
        raise UserError(
            "Git does not know {ref} here. Type a branch or a commit that this copy has, such as "
            "origin/main.",
            ref=ref,
        )
    changed = repository.names("diff", "--name-only", "--no-renames", "--relative", "-z", base, "--")
    new = repository.names("ls-files", "--others", "--exclude-standard", "-z")
    return sorted({*changed, *new})
