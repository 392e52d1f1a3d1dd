"""Part of the evidence page: the data as tables and files, how to cite them, how to recompute findings."""

import shlex
from collections.abc import Sequence
from datetime import date as Date
from datetime import timedelta
from typing import ClassVar

from msgspec import Struct

from generator import addresses
from generator.model import Better, Point
from generator.reading.change_reference import classes_looked_back_on
from generator.reading.file_digests import CITED_DIGITS, combined_digest
from generator.reading.tables.usual_sizes import usual_sizes
from generator.runchart.series import Phase, phases_of
from generator.site.inquiry.amount_format import AmountFormat
from generator.site.inquiry.chart_view import Chart
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.rendering.template_renderer import Link


class DataRow(Struct, frozen=True):
    """One visit to a class: `cells` has one text for each prompt, `reflection` looks back on the visit."""

    date: Date | None
    students: str
    cells: tuple[str, ...]
    reflection: Link | None
    time: str = ""


class DataTable(Struct, frozen=True):
    """One class: a row for each visit, a column for each prompt."""

    class_id: str
    class_name: str
    headings: tuple[str, ...]
    rows: tuple[DataRow, ...]

    @property
    def has_reflections(self) -> bool:
        return any(row.reflection for row in self.rows)


class Recipe(Struct, frozen=True):
    """A command that recomputes findings from data.csv; `better` is the direction of their prompts."""

    command: str
    better: Better


class DataPart(Struct, frozen=True):
    """Addresses and sizes in bytes of the data files; `citation` is empty without an address on the web.
    `usual_sizes` names the classes whose rows do not say how many students were there; empty without any."""

    template: ClassVar[str] = "evidence/data.html"

    tables: tuple[DataTable, ...]
    data_address: str
    data_size: int
    findings_address: str
    findings_size: int
    citation: str
    recipes: tuple[Recipe, ...]
    usual_sizes: str = ""


def build_data_part(context: InquiryContext) -> DataPart:
    """A table for each class that has a chart."""
    return DataPart(
        tables=tuple(_class_table(context, class_id) for class_id in context.class_names),
        data_address=f"{context.address}data.csv",
        data_size=len(context.data_csv),
        findings_address=f"{context.address}findings.json",
        findings_size=len(context.findings_json),
        citation=citation(context),
        recipes=recompute_recipes(context),
        usual_sizes=_usual_sizes(context),
    )


def _usual_sizes(context: InquiryContext) -> str:
    """Each class whose usual number of students stands for one that the table does not say."""
    return context.translator.format_list(
        [f"{name}: {size}" for name, size in usual_sizes(context.inquiry.observations).items()]
    )


def citation(context: InquiryContext) -> str:
    """How to name just this version of the page; empty without an address on the web."""
    program = context.render.program
    if not program.url:
        return ""
    return context.translator.gettext(
        "{name}: {title}. In: {program}. {address}. Content {digest}.",
        name=context.teacher.name,
        title=context.inquiry.title,
        program=program.title,
        address=addresses.absolute_url(program.url, context.address),
        digest=combined_digest(context.inquiry.digests)[:CITED_DIGITS],
    )


def recompute_recipes(context: InquiryContext) -> tuple[Recipe, ...]:
    """The commands that recompute the findings: one for each class, phase and direction."""
    inquiry = context.inquiry
    recipes = (
        Recipe(_command(chart, phase), chart.prompt.better)
        for chart in context.charts
        for phase in phases_of(
            chart.class_id,
            inquiry.changes,
            inquiry.baseline_until,
            inquiry.cohort_starts.get(chart.class_id, ()),
        )
    )
    return tuple({recipe.command: recipe for recipe in recipes}.values())


def _command(chart: Chart, phase: Phase) -> str:
    parts = [f"portfolio analyse data.csv --class {shlex.quote(chart.class_name)}"]
    if phase.begins:
        parts.append(f"--from {phase.begins}")
    if phase.ends:
        parts.append(f"--to {phase.ends - timedelta(days=1)}")
    if phase.baseline_until:
        parts.append(f"--baseline-until {phase.baseline_until}")
    if chart.prompt.better is Better.LOWER:
        parts.append("--better lower")
    return " ".join(parts)


def _reflections_by_visit(context: InquiryContext, class_id: str) -> dict[Date, Link]:
    """The first reflection on each visit to a class that has one."""
    links: dict[Date, Link] = {}
    for reflection in context.inquiry.reflections:
        named = classes_looked_back_on(context.inquiry.changes, reflection)
        if reflection.visit and (not named or class_id in named):
            link = Link(reflection.title, f"{context.address}#reflection-{reflection.id}")
            links.setdefault(reflection.visit, link)
    return links


def _class_table(context: InquiryContext, class_id: str) -> DataTable:
    reflections = _reflections_by_visit(context, class_id)
    charts = [chart for chart in context.charts if chart.class_id == class_id]
    amounts = AmountFormat(context.translator)
    points = [_points_by_moment(chart) for chart in charts]
    visits = {moment: point for column in points for moment, point in column.items()}
    return DataTable(
        class_id=class_id,
        class_name=charts[0].class_name,
        headings=tuple(chart.prompt.text for chart in charts),
        rows=tuple(
            DataRow(
                date=visit.date,
                students=_students(amounts, [column[moment] for column in points if moment in column]),
                cells=tuple(
                    _cell(amounts, chart, column[moment]) if moment in column else ""
                    for chart, column in zip(charts, points, strict=True)
                ),
                reflection=reflections.get(visit.date) if visit.date else None,
                time=visit.time,
            )
            for moment, visit in sorted(visits.items())
        ),
    )


def _points_by_moment(chart: Chart) -> dict[str, Point]:
    """Each visit's point; where two phases share a visit, that of the later phase."""
    return {point.moment: point for phase in chart.phases for point in phase.series.points}


def _students(amounts: AmountFormat, points: Sequence[Point]) -> str:
    """How many students there were, as the last prompt that has a number says; empty where none has."""
    numbers = [point.n for point in points if point.n is not None]
    return amounts.count(numbers[-1]) if numbers else ""


def _cell(amounts: AmountFormat, chart: Chart, point: Point) -> str:
    if point.value is None and point.bound:
        text = point.bound
    else:
        text = amounts.value(point.value, chart.prompt, point.bound)
    if chart.prompt.is_share and point.count is not None:
        return f"{amounts.count(point.count)} ({text})"
    return text
