"""The program as git's index has it: what a commit will hold, not what lies in the folder."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.exit_status import ExitStatus
from generator.git import LEAVE_OUT, failure_reason, open_repository, run_git
from generator.layout import ROSTER
from generator.user_error import UserError


@contextmanager
def staged_program(root: Path) -> Iterator[Path]:
    """A copy of the program in the folder `root` as it is staged, in a folder that is gone afterwards.

    The roster, which is never in git, is copied beside it, so that names are looked for.  Raises UserError
    where there is no git.
    """
    repository = open_repository(root, "--staged", LEAVE_OUT)
    with TemporaryDirectory(prefix="runfolio-staged-") as folder:
        staged = Path(folder)
        # During a commit git names the index to be committed in the environment, by a path from the top.
        ran = run_git(
            repository.top,
            *("checkout-index", "--all", f"--prefix={staged.as_posix()}/"),
            index=os.environ.get("GIT_INDEX_FILE"),
        )
        if ran.returncode:
            raise UserError(
                "What is staged could not be read from git. Git says: {reason}",
                ExitStatus.MACHINE,
                reason=failure_reason(ran),
            )
        program = staged / repository.text("rev-parse", "--show-prefix")
        if (root / ROSTER).is_file():
            (program / ROSTER).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / ROSTER, program / ROSTER)
        yield program
