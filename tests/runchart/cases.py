"""The worked cases that the rule tests read: series, expected figures, examples of verdicts."""

import csv
from collections import defaultdict
from pathlib import Path

DATA = Path(__file__).parent / "data"


def table(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(cell: str) -> float | None:
    return None if cell in ("", "NA") else float(cell)


def series() -> dict[str, list[float | None]]:
    values: dict[str, list[float | None]] = defaultdict(list)
    for row in table("runchart_series.csv"):
        values[row["series_id"]].append(number(row["y"]))
    return values


def numbers(cell: str) -> list[float | None]:
    return [number(part) for part in cell.split()]
