"""An Altair chart that is compiled to Vega once and kept beside the module that describes it.

Importing Altair and compiling take seconds.  `python -m` with the module's name writes the result with
the versions it was made by; with those installed it is read from there, with any others Altair compiles
it again.
"""

import json
from collections.abc import Callable
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

from msgspec import Struct


class CompiledChart(Struct, frozen=True):
    """`file` keeps the spec, `source` is the module that describes the chart, `compile_spec` makes the
    Vega spec with Altair."""

    file: Path
    source: Path
    compile_spec: Callable[[], dict[str, Any]]

    def load(self) -> dict[str, Any]:
        """The Vega spec, its data sets still empty: as it was compiled, or compiled now."""
        try:
            stored: dict[str, Any] = json.loads(self.file.read_text("utf-8"))
        except (OSError, ValueError):
            stored = {}
        if stored.get("by") == self.versions():
            spec: dict[str, Any] = stored["spec"]
            return spec
        return self.compile_spec()

    def versions(self) -> dict[str, str]:
        """The versions that the spec depends on, and a digest of what it is compiled from."""
        source = blake2b(self.source.read_bytes(), digest_size=8).hexdigest()
        return {"altair": version("altair"), "vl-convert": version("vl-convert-python"), "source": source}

    def to_json(self) -> str:
        """The compiled spec and what it depends on, as kept in the file."""
        stored = {"by": self.versions(), "spec": self.compile_spec()}
        return json.dumps(stored, sort_keys=True, separators=(",", ":")) + "\n"
