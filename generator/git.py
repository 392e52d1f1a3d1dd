"""Git, run as every command of this program runs it: in one folder, for the repository around that folder."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from generator.exit_status import ExitStatus
from generator.problems import Phrase
from generator.user_error import UserError

LEAVE_OUT = Phrase("Or leave the option out.")

# Git sets these for its hooks and takes them before the folder it is started in.  Settings that come by the
# environment (GIT_CONFIG_COUNT) stay: a CI job says in them which folders it trusts.
_ANOTHER_REPOSITORY = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_COMMON_DIR",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
)


class Repository(Struct, frozen=True):
    """The git repository around `folder`, whose work tree begins at `top`; made by `open_repository`."""

    folder: Path
    top: Path

    def run(self, *args: str) -> "subprocess.CompletedProcess[bytes]":
        """A git command that was run in the folder, and may have failed."""
        return run_git(self.folder, *args)

    def succeeds(self, *args: str) -> bool:
        """Whether a git command ends without an error."""
        return self.run(*args).returncode == 0

    def output(self, *args: str) -> bytes:
        """What a git command prints.  Raises UserError with git's reason where it fails."""
        ran = self.run(*args)
        if ran.returncode:
            raise UserError(
                "Git could not be asked about this folder. Git says: {reason}",
                ExitStatus.MACHINE,
                reason=failure_reason(ran),
            )
        return ran.stdout

    def text(self, *args: str) -> str:
        """What a git command prints, without the last line's end; empty where it fails."""
        ran = self.run(*args)
        return _text(ran.stdout).removesuffix("\n") if ran.returncode == 0 else ""

    def names(self, *args: str) -> list[str]:
        """The entries that a git command with `-z` prints.  Raises UserError where it fails."""
        return [name for name in _text(self.output(*args)).split("\0") if name]


def open_repository(folder: Path, command: str, otherwise: Phrase) -> Repository:
    """The repository around a folder.

    `command` is what the user typed that needs git, `otherwise` the sentence that says how to do without.
    Raises UserError where there is no git, no repository, or one of another user that git does not open.
    """
    if shutil.which("git") is None:
        raise UserError(
            "{command} needs git, and it is not on this computer. Install it from git-scm.com. {otherwise}",
            ExitStatus.MACHINE,
            command=command,
            otherwise=otherwise,
        )
    ran = run_git(folder, "rev-parse", "--show-toplevel") if folder.is_dir() else None
    if ran and b"safe.directory" in ran.stderr:  # whatever the language that git speaks
        raise UserError(
            "Git does not use this folder, because another user of this computer owns it. If you trust it, "
            'type:  git config --global --add safe.directory "{folder}"',
            folder=_repository_folder(folder).as_posix(),
        )
    if ran is None or ran.returncode:
        raise UserError(
            "{command} needs a folder that is in a git repository, and this one is in none. Put it on GitHub "
            "first (GitHub Desktop: Add local repository). {otherwise}",
            command=command,
            otherwise=otherwise,
        )
    return Repository(folder, Path(_text(ran.stdout).removesuffix("\n")))


def run_git(
    folder: Path, *args: str, index: str | None = None, timeout: float | None = None
) -> "subprocess.CompletedProcess[bytes]":
    """Run one git command in a folder.

    `index` is a file to use instead of the repository's own index; `timeout` is in seconds.  Raises
    FileNotFoundError where there is no git, subprocess.TimeoutExpired where it takes longer.
    """
    chosen = {} if index is None else {"GIT_INDEX_FILE": index}
    return subprocess.run(
        _command(args),
        cwd=folder,
        env=_environment() | chosen,
        capture_output=True,
        check=False,
        timeout=timeout,
    )


def start_git(folder: Path, *args: str) -> "subprocess.Popen[bytes]":
    """Start a git command that is written to and read from while it runs."""
    return subprocess.Popen(
        _command(args), cwd=folder, env=_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )


@contextmanager
def git_environment(folder: Path) -> Iterator[None]:
    """For a library that starts git itself: this process stands in `folder`, as git started by us does."""
    kept = {name: os.environ.pop(name) for name in _ANOTHER_REPOSITORY if name in os.environ}
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
        os.environ.update(kept)


def failure_reason(ran: "subprocess.CompletedProcess[bytes]") -> str:
    """Why a git command failed, in git's words: the first line that is not the address it was sent to."""
    lines = (line.strip() for line in ran.stderr.decode("utf-8", "replace").splitlines())
    return next((line for line in lines if line and not line.startswith("To ")), "-")


def _text(output: bytes) -> str:
    return output.decode("utf-8", "surrogateescape")


def _command(args: tuple[str, ...]) -> list[str]:
    return ["git", "-c", "core.quotepath=off", *args]


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in _ANOTHER_REPOSITORY}


def _repository_folder(folder: Path) -> Path:
    """The folder that git's list of trusted folders must name: the one with `.git`."""
    here = folder.resolve()
    return next((above for above in (here, *here.parents) if (above / ".git").exists()), here)
