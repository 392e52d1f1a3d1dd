"""An Altair chart over named data that is compiled to Vega once and kept beside the module that describes it.

Importing Altair and compiling take seconds.  `python -m` with the module's name writes the result with
the versions it was made by; with those installed it is read from there, with any others Altair compiles
it again.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    import altair as alt

SIDE = 1000  # of the box that each chart is rendered in


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
        described_in = self.source.read_bytes() + Path(__file__).read_bytes()
        source = blake2b(described_in, digest_size=8).hexdigest()
        return {"altair": version("altair"), "vl-convert": version("vl-convert-python"), "source": source}

    def to_json(self) -> str:
        """The compiled spec and what it depends on, as kept in the file."""
        stored = {"by": self.versions(), "spec": self.compile_spec()}
        return json.dumps(stored, sort_keys=True, separators=(",", ":")) + "\n"


def chart_over(data_set: str) -> "alt.Chart":
    """An Altair chart over a named data set, from which a layer is made; both have the set's name."""
    import altair as alt

    return alt.Chart(alt.NamedData(name=data_set), name=data_set)


def compile_layers(layers: Sequence[Any]) -> dict[str, Any]:
    """The Vega spec of Altair's layers in one box of `SIDE` by `SIDE`, with nothing around them."""
    import altair as alt
    import vl_convert

    chart = (
        alt.layer(*layers)
        .properties(width=SIDE, height=SIDE, padding=0, autosize="none")
        .configure(background="transparent")
        .configure_view(stroke=None)
    )
    spec: dict[str, Any] = vl_convert.vegalite_to_vega(chart.to_json())
    return spec


def with_rows(spec: Mapping[str, Any], rows: Mapping[str, Sequence[Any]]) -> dict[str, Any]:
    """A compiled spec with its named data sets filled; those that are not named stay empty.

    What draws from a set that has no rows is left out: each such layer costs as much as two charts.
    """
    empty = {name for name, of_set in rows.items() if not of_set}
    empty |= {data["name"] for data in spec["data"] if data.get("source") in empty}
    sets = [
        {**data, "values": rows[data["name"]]} if data["name"] in rows else data
        for data in spec["data"]
        if data["name"] not in empty
    ]
    marks = [mark for mark in spec["marks"] if _drawn_from(mark) not in empty]
    return {**spec, "data": sets, "marks": marks}


def _drawn_from(mark: Mapping[str, Any]) -> str:
    """The data set of a mark, or of a group of one mark for each of its parts."""
    source = mark["from"]
    name: str = source["facet"]["data"] if "facet" in source else source["data"]
    return name
