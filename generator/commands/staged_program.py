"""The program as git's index has it: what a commit will hold, not what lies in the folder."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.commands.git_changes import has_git, missing_git
from generator.layout import ROSTER
from generator.user_error import UserError


@contextmanager
def staged_program(root: Path) -> Iterator[Path]:
    """A copy of the program in the folder `root` as it is staged, in a folder that is gone afterwards.

    The roster, which is never in git, is copied beside it, so that names are looked for.  Raises UserError
    where there is no git.
    """
    with TemporaryDirectory(prefix="runfolio-staged-") as folder:
        staged = Path(folder)
        try:
            top = Path(_git(root, "rev-parse", "--show-toplevel"))
            inside = _git(root, "rev-parse", "--show-prefix")
            _git(top, "checkout-index", "--all", f"--prefix={staged.as_posix()}/")
        except (OSError, subprocess.CalledProcessError) as failure:
            if not has_git():
                raise missing_git("--staged") from failure
            raise UserError(
                "Git has nothing staged here: --staged works in a folder that git looks after."
            ) from failure
        program = staged / inside
        if (root / ROSTER).is_file():
            (program / ROSTER).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / ROSTER, program / ROSTER)
        yield program


def _git(folder: Path, *args: str) -> str:
    """The one line that git answers.  During a commit git names the index to be committed in the environment,
    by a path from the top of the repository."""
    ran = subprocess.run(["git", *args], cwd=folder, capture_output=True, check=True)
    return ran.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")
