"""The tests against a mutant, each in a process of its own that is forked where all is imported.

A change within a function is put into the function that is there already (its `__code__`), so that every
module that imported it has it. Any other change needs the modules imported anew: that worker is forked
before anything of generator/ is imported.
"""

import contextlib
import functools
import importlib
import importlib.machinery
import os
import resource
import shutil
import signal
import sys
import tempfile
import types
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from tests.mutation.mutants import Mutant
from tests.mutation.rooms import ROOT, Room

# a change can make a loop that does not end: so many times what a test takes without it, and a second or two
TIMES_AS_LONG, MORE_SECONDS = 4, 1.5
TIMES_OF_PROCESSOR = 20  # so much longer by the clock: one that waits for what never comes works at nothing
MEMORY_BYTES = 4 * 2**30
ARGUMENTS = (
    *("-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not browser and not install"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # the libraries are there before pytest is
)
LIBRARIES = (
    *("babel.dates", "babel.lists", "babel.numbers", "base58", "click", "cryptography.hazmat.primitives"),
    *("hypothesis", "jinja2", "jsonschema", "markdown", "markdown_it", "msgspec", "nh3", "openpyxl"),
    *("PIL.Image", "pydantic", "pyld", "segno", "selectolax.lexbor", "slugify", "uharfbuzz", "yaml"),
)
_SURVIVED, _KILLED, _NOT_REPLACED = 0, 1, 3


class Result(Enum):
    """What the tests made of a mutant; NOT_REPLACED where its function could not be given the new code."""

    KILLED = "killed"
    SURVIVED = "survived"
    NOT_REACHED = "no test reaches it"
    NOT_REPLACED = "not replaced"


class TestSession:
    """A pytest plugin: collects the tests of a room and hands them to `run` in place of running them."""

    __test__ = False

    def __init__(self, room: Room, run: Callable[[Sequence[pytest.Item]], None]) -> None:
        self._left_out = {*room.left_out_fixtures}
        self._run = run

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if session.testsfailed:  # a file of tests cannot be imported
            raise session.Interrupted(f"{session.testsfailed} errors while tests were collected")
        _be_the_same_every_time()
        self._run(
            [item for item in session.items if self._left_out.isdisjoint(getattr(item, "fixturenames", ()))]
        )
        return True


class FailureWatch:
    """A pytest plugin: whether a test has failed so far."""

    def __init__(self) -> None:
        self.failed = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.failed = self.failed or report.failed


def collect(room: Room, run: Callable[[Sequence[pytest.Item]], None]) -> None:
    """Import the tests of a room in this process and hand them to `run`.

    Raises RuntimeError where they cannot be collected.
    """
    be_silent()
    left_out = ["-k", f"not ({' or '.join(room.left_out)})"] if room.left_out else []
    status = pytest.main([*ARGUMENTS, *left_out, *room.tests], plugins=[TestSession(room, run)])
    if status not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.NO_TESTS_COLLECTED):
        raise RuntimeError(f"pytest ends with {status!r} where it collects {', '.join(room.tests)}")


def _be_the_same_every_time() -> None:
    """Hypothesis: the same examples, as slow as a busy machine is, no search for the smallest example."""
    from hypothesis import HealthCheck, Phase, settings

    settings.register_profile(
        "mutation",
        derandomize=True,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
        database=None,
        phases=[Phase.explicit, Phase.generate],
    )
    settings.load_profile("mutation")


def first_failure(items: Sequence[pytest.Item], seconds: Mapping[str, float]) -> str | None:
    """The name of the first test that fails; they are run until one does.

    `seconds` is what each takes of the processor. One that takes far longer ends this process.
    """
    watch = FailureWatch()
    if items:
        items[0].config.pluginmanager.register(watch)
    for item, following in zip(items, [*items[1:], None], strict=True):
        with time_limit(MORE_SECONDS + TIMES_AS_LONG * seconds[item.nodeid]):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if watch.failed:
            return item.nodeid
    return None


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Ends the process that takes more of the processor, or waits far longer than that."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, TIMES_OF_PROCESSOR * seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


def tested_in_place(
    mutant: Mutant, items: Sequence[pytest.Item], seconds: Mapping[str, float]
) -> tuple[Result, str | None]:
    """The result of collected tests for a change within a function, and which of them noticed it."""
    reader, writer = os.pipe()

    def work() -> int:
        if not replace_function(mutant):
            return _NOT_REPLACED
        test = first_failure(items, seconds)
        os.write(writer, (test or "").encode())
        return _KILLED if test else _SURVIVED

    result = _in_a_process(work)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        return result, pipe.read().decode() or None


def tested_anew(mutant: Mutant, room: Room, seconds: Mapping[str, float]) -> Result:
    """The result of all tests of a room, collected with the module as it is changed: the module's own first,
    then the quickest."""
    own_tests = f"test_{Path(mutant.path).name}::"

    def order(item: pytest.Item) -> tuple[bool, float]:
        return own_tests not in item.nodeid, seconds[item.nodeid]

    def work() -> int:
        status = _KILLED  # where the module can no longer be imported

        def run(items: Sequence[pytest.Item]) -> None:
            nonlocal status
            status = _KILLED if first_failure(sorted(items, key=order), seconds) else _SURVIVED

        sys.meta_path.insert(0, _MutatedModule(mutant))
        with contextlib.suppress(RuntimeError):
            collect(room, run)
        return status

    return _in_a_process(work)


def _in_a_process(work: Callable[[], int]) -> Result:
    """Fork, work there without a word, and say what came of it; too much time or memory is noticed, too."""
    folder = tempfile.mkdtemp(prefix="mutants-")
    process = os.fork()
    if not process:
        status = _KILLED
        try:
            _limit(folder)
            with warnings.catch_warnings():
                status = work()
        finally:
            os._exit(status)
    _, ended = os.waitpid(process, 0)
    shutil.rmtree(folder, ignore_errors=True)
    status = os.waitstatus_to_exitcode(ended)
    return {_SURVIVED: Result.SURVIVED, _NOT_REPLACED: Result.NOT_REPLACED}.get(status, Result.KILLED)


def _limit(folder: str) -> None:
    """A worker's limit of memory, and a folder of its own for its temporary files."""
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY_BYTES, MEMORY_BYTES))
    for limit in (signal.SIGPROF, signal.SIGALRM):
        signal.signal(limit, signal.SIG_DFL)
    os.environ["PYTEST_DEBUG_TEMPROOT"] = folder


def be_silent() -> None:
    """Nothing that pytest says is to stand between the mutants."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)


def unchanged(mutant: Mutant) -> Mutant:
    """A mutant at the same place that changes nothing."""
    return mutant._replace(change="", source=(ROOT / mutant.path).read_text("utf-8"))


def module_name(path: str) -> str:
    """`generator/privacy/gate.py` -> `generator.privacy.gate`."""
    return path.removesuffix(".py").replace("/", ".")


def replace_function(mutant: Mutant) -> bool:
    """Give the mutant's function its new code in this process; False where that cannot be done."""
    module = importlib.import_module(module_name(mutant.path))
    function = _function_in(module, mutant.function)
    code = _code_in(_compile(mutant), mutant.function.split("."))
    if function is None or code is None or code.co_freevars != function.__code__.co_freevars:
        return False
    function.__code__ = code
    return True


def _function_in(module: types.ModuleType, name: str) -> types.FunctionType | None:
    """The function or method of that name, taken out of what decorators made of it."""
    value: Any = module
    for part in name.split("."):
        value = vars(value).get(part)
    while not isinstance(value, types.FunctionType) or hasattr(value, "__wrapped__"):
        match value:
            case property():
                value = value.fget
            case functools.cached_property():
                value = value.func
            case staticmethod() | classmethod():
                value = value.__func__
            case None:
                return None
            case _:
                if hasattr(value, "cache_clear"):
                    value.cache_clear()
                value = getattr(value, "__wrapped__", None)
    return value


def _code_in(code: types.CodeType, names: Sequence[str]) -> types.CodeType | None:
    """The code object of a function within a module's."""
    for name in names:
        inner = [constant for constant in code.co_consts if isinstance(constant, types.CodeType)]
        matching = [constant for constant in inner if constant.co_name == name]
        if len(matching) != 1:
            return None
        code = matching[0]
    return code


def _compile(mutant: Mutant) -> types.CodeType:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # `is` with a literal, and the like
        return compile(mutant.source, str(ROOT / mutant.path), "exec", dont_inherit=True)


class _MutatedModule(importlib.machinery.SourceFileLoader):
    """Finds one module, and loads it as it is changed."""

    def __init__(self, mutant: Mutant) -> None:
        super().__init__(module_name(mutant.path), str(ROOT / mutant.path))
        self._mutant = mutant

    def find_spec(
        self, fullname: str, path: object = None, target: object = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self.name:
            return None
        return importlib.machinery.ModuleSpec(fullname, self, origin=self.path)

    def get_code(self, fullname: str) -> types.CodeType:
        return _compile(self._mutant)


def import_libraries() -> None:
    """What every worker needs and no mutant changes, imported once, before the workers are forked."""
    for name in LIBRARIES:
        importlib.import_module(name)
