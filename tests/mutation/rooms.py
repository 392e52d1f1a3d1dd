"""Which modules are mutated, and the tests that must notice: quick ones only, no browser and no command."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent


class Room(NamedTuple):
    """Modules below generator/ and the tests that answer for them, as patterns and paths from the root.

    Too slow to be run for each mutant are tests whose names have one of `left_out` in them, and those that
    use one of the fixtures in `left_out_fixtures`.
    """

    modules: tuple[str, ...]
    tests: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    left_out_fixtures: tuple[str, ...] = ()

    def module_paths(self) -> Iterator[Path]:
        for pattern in self.modules:
            for path in sorted((ROOT / "generator").glob(pattern)):
                if path.name != "__init__.py":
                    yield path


ROOMS = {
    "verdict": Room(
        ("runchart/run_rules.py", "runchart/verdict.py", "runchart/chance.py"),
        (
            "tests/runchart/test_run_rules.py",
            "tests/runchart/test_verdict.py",
            "tests/runchart/test_chance.py",
        ),
        # simulations: hundreds of series each
        left_out=(
            *("random_reorderings", "error_rate", "growth_that_was", "three_classes"),
            *("rare_behaviour", "nothing_happening", "resemble_their_neighbours"),
        ),
    ),
    "openbadges": Room(("openbadges/*.py",), ("tests/openbadges",)),
    "credential": Room(("credential/*.py",), ("tests/credential",)),
    # `site` is a whole build
    "privacy": Room(("privacy/*.py",), ("tests/privacy",), left_out_fixtures=("site",)),
}
