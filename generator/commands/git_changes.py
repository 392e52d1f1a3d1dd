"""Which files differ from an earlier version, as git knows it."""

import shutil
import subprocess
from pathlib import Path

from generator.exit_status import ExitStatus
from generator.user_error import UserError


def changed_files(root: Path, ref: str) -> list[str]:
    """Files below the program's root that are not as they were where this version and `ref` parted, with
    forward slashes: committed, staged, changed and new ones.  Raises UserError where git does not know `ref`.
    """
    if not ref or ref.startswith("-"):
        raise _unknown(ref)
    try:
        base = _git(root, "merge-base", ref, "HEAD")[0].strip()
        changed = _git(root, "diff", "--name-only", "--no-renames", "--relative", "-z", base, "--")
        new = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    except (OSError, subprocess.CalledProcessError, IndexError) as failure:
        raise (_unknown(ref) if has_git() else missing_git("--changed-since")) from failure
    return sorted({*changed, *new})


def has_git() -> bool:
    """Whether git is on this computer."""
    return shutil.which("git") is not None


def missing_git(option: str) -> UserError:
    """What to say where an option needs git and there is none."""
    return UserError(
        "{option} needs git, and it is not on this computer. Install it from git-scm.com, or leave "
        "{option} out.",
        ExitStatus.MACHINE,
        option=option,
    )


def _git(root: Path, *args: str) -> list[str]:
    command = ["git", "-c", "core.quotepath=off", *args]
    ran = subprocess.run(command, cwd=root, capture_output=True, check=True)
    return [name for name in ran.stdout.decode("utf-8", "surrogateescape").split("\0") if name]


def _unknown(ref: str) -> UserError:
    return UserError(
        "Git does not know {ref} here. Type a branch or a commit that this copy has, such as origin/main.",
        ref=ref,
    )
