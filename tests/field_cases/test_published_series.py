"""Series that others have published, with the figures they printed (tests/field_cases/published/).

ward-y.csv and signals.csv: the data `signals` of johnmackintosh/runcharter; vignette-nap.csv: the vignette of
jepusto/SingleCaseES, with its NAP; mckissick.csv: McKissick et al. (2010) as that package has it; cdi.csv:
the data `cdi` of anhoej/qicharts2, with the vignette's median and longest run.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.field_cases.program import TALK, Importer, new_program
from tests.terminal import portfolio

PUBLISHED = Path(__file__).with_name("published")
LATE = "Below the earlier level (12.5) on all 10 visits since October 1, 2017 (34 visits after the change)."


def analysed(name: str, *options: object) -> dict[str | None, Any]:
    """The entry of each class."""
    ran = portfolio("analyse", name, "--json", *options, inside=PUBLISHED)
    assert ran.status == 0, ran.err
    return {entry["class"]: entry for entry in json.loads(ran.out)["series"]}


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_late_shift_is_dated_and_its_distance_from_the_change_is_counted() -> None:
    ward = analysed("ward-y.csv", "--baseline", 12, "--better", "lower")["WardY"]
    assert (ward["verdict"], ward["nap"]) == ("sustained_improvement", pytest.approx(0.498, abs=5e-4))
    assert plain(ward["verdict_text"]) == LATE


def test_a_late_shift_is_dated_on_the_page_that_import_and_build_make_of_it(tmp_path: Path) -> None:
    importer = Importer(new_program(tmp_path, tool="student-questions"))
    counts = (PUBLISHED / "ward-y.csv").read_text("utf-8").replace("value", "procedure", 1)
    imported = importer.take("ward-y.csv", counts)
    assert imported.status == 0, imported.err
    inquiry = tmp_path / TALK / "inquiry.md"
    change = "same_students: true\nchanges: [{date: 2015-01-01, title: A sign on the wall}]"
    text = inquiry.read_text("utf-8").replace("publish: false", "publish: true")
    inquiry.write_text(text.replace("status: draft", change), "utf-8")
    built = portfolio("build", inside=tmp_path)
    assert built.status == 0, built.err
    (findings,) = tmp_path.glob("output/**/findings.json")
    (ward,) = [
        entry for entry in json.loads(findings.read_text("utf-8"))["series"] if entry["prompt"] == "procedure"
    ]
    assert (ward["verdict"], plain(ward["verdict_text"])) == ("sustained_improvement", LATE)
    page = plain(findings.with_name("index.html").read_text("utf-8"))
    assert LATE in page
    assert "It began on October 1, 2017 (34 visits after the change)." in page


def test_nap_is_the_vignettes() -> None:
    (series,) = analysed("vignette-nap.csv", "--baseline", 6).values()
    assert series["nap"] == pytest.approx(0.9166667, abs=5e-8)
    # the vignette takes z from a table with more digits than 1.96 has
    assert series["nap_low"] == pytest.approx(0.5973406, abs=5e-5)
    assert series["nap_high"] == pytest.approx(0.9860176, abs=5e-5)


def test_three_short_classes_are_too_few_points_each(tmp_path: Path) -> None:
    table = (PUBLISHED / "mckissick.csv").read_text("utf-8").replace("condition", "phase", 1)
    (tmp_path / "mckissick.csv").write_text(table, "utf-8")
    ran = portfolio("analyse", "mckissick.csv", "--json", "--better", "lower", inside=tmp_path)
    series = {entry["class"]: entry for entry in json.loads(ran.out)["series"]}
    assert {name: entry["baseline_points"] for name, entry in series.items()} == {
        "Period 1": 3,
        "Period 2": 5,
        "Period 3": 9,
    }
    assert {entry["verdict"] for entry in series.values()} == {"too_few_points"}
    missing = [entry["verdict_text"].split("Still missing: ")[1].split(".")[0] for entry in series.values()]
    assert missing == ["3 visits before the change", "1 visit before the change", "2 visits after the change"]


def test_shifts_of_four_wards_are_where_the_vignette_has_them() -> None:
    wards = analysed("signals.csv", "--baseline", 13)
    long_shifts = {
        name: [
            (shift["from"], shift["to"], shift["side"])
            for shift in ward["shifts"]
            if shift["to"] - shift["from"] >= 8
        ]
        for name, ward in wards.items()
    }
    assert long_shifts == {
        "WardX": [(36, 50, "below")],
        "WardY": [(46, 55, "below")],
        "WardZ": [(42, 55, "above")],
        "WardV": [],
    }


def test_infections_after_an_intervention_have_the_vignettes_median_and_run(tmp_path: Path) -> None:
    (whole,) = analysed("cdi.csv", "--baseline", 24, "--better", "lower").values()
    assert (whole["median"], whole["longest_run"], whole["verdict"]) == (19, 15, "sustained_improvement")
    header, *rows = (PUBLISHED / "cdi.csv").read_text("utf-8").splitlines()
    for part in (rows[:24], rows[24:]):
        (tmp_path / "part.csv").write_text("\n".join([header, *part]), "utf-8")
        ran = portfolio("analyse", "part.csv", "--json", inside=tmp_path)
        (series,) = json.loads(ran.out)["series"]
        assert not series["runs_signal"]
