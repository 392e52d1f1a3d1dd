"""Confines what goes wrong while one teacher is worked on to that teacher.

Whatever a teacher's files make the program raise is one problem of that teacher; the others are built
(every way of building, `award`, `submit`, `import` and `export` pass through here).
"""

from collections.abc import Callable
from typing import TypeVar

from generator.layout import teacher_folder
from generator.problems import Place, Problem, error
from generator.user_error import UserError

Result = TypeVar("Result")


def confine_to_teacher(name: str, work: Callable[[], Result]) -> tuple[Result | None, list[Problem]]:
    """The result of `work` on the teacher's folder `name`; None beside a problem where it raised.

    Raised again is what none of those files can cause (comes_from_content).  KeyboardInterrupt and
    SystemExit pass too.
    """
    try:
        return work(), []
    except Exception as failure:
        if not comes_from_content(failure):
            raise
        return None, [_failed(name, failure)]


def comes_from_content(failure: Exception) -> bool:
    """Whether the content of files can have caused an exception.

    It cannot cause an OSError with a number, which comes from the operating system (a full disk; files that
    cannot be read are problems already, and image libraries raise OSError without one), an ImportError of a
    broken installation, or a UserError.  A MemoryError it can: what asked for the memory is let go, and
    where the machine has none left the next work outside fails.
    """
    if isinstance(failure, OSError):
        return failure.errno is None
    return not isinstance(failure, ImportError | UserError)


def _failed(name: str, failure: Exception) -> Problem:
    problem = error(
        "teacher-failed",
        Place(teacher_folder(name)),
        "This teacher's pages could not be made: something in this folder made runfolio fail ({kind}).",
        "Look at what was changed there last: text pasted from elsewhere, lists in lists, a damaged "
        "photo. To have runfolio fixed, type  portfolio check --debug  and send its output to whoever "
        "looks after runfolio for you.",
        kind=type(failure).__name__,
    )
    return problem.with_traceback_of(failure)
