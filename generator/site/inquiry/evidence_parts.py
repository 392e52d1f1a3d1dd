"""The quieter parts of the evidence page: provenance, rubric, reflections, data, privacy."""

import shlex
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date as Date

from generator import addresses
from generator.credential.decision import Decision
from generator.evidence.observer_agreement import cohens_kappa, observer_agreements, overall_agreement
from generator.model import Change, Inquiry, MicroCredential, Reflection, Tool
from generator.runchart.series import first_change, phases_of
from generator.site.inquiry.evidence_view import CriterionLine, DataTable, Fact, Recipe, VoteLine
from generator.site.inquiry.inquiry_charts import Chart, format_amount
from generator.site.inquiry.results_after_change import visits_of
from generator.site.rendering.template_renderer import Link
from generator.slugs import slug
from generator.words.translator import Translator
from generator.words.verdict_texts import VerdictTexts


def provenance_facts(translator: Translator, inquiry: Inquiry, tool: Tool | None) -> tuple[Fact, ...]:
    """Who collected the data, how often against the plan, when, and with what."""
    visits = visits_of(inquiry)
    days = sorted({day for day, _ in visits})
    facts = [
        Fact(
            translator.gettext("Collected by"),
            inquiry.colleague or translator.gettext("a colleague who is not named here"),
        )
    ]
    counted = translator.ngettext("{n} visit", "{n} visits", len(days))
    if inquiry.planned_visits is not None:
        counted = translator.gettext(
            "{visits} of {planned} planned", visits=counted, planned=inquiry.planned_visits
        )
    if len(visits) > len(days):
        each = translator.ngettext("{n} class period", "{n} class periods", len(visits))
        counted = translator.gettext("{visits}, {each} in all", visits=counted, each=each)
    facts.append(Fact(translator.gettext("Visits"), counted))
    if days:
        facts.append(Fact(translator.gettext("When"), translator.format_date_range(days[0], days[-1])))
    if inquiry.planned_end:
        facts.append(Fact(translator.gettext("Planned until"), translator.format_date(inquiry.planned_end)))
    if tool:
        version = translator.gettext("{title}, version {version}", title=tool.title, version=tool.version)
        facts.append(Fact(translator.gettext("Tool"), version, Link(tool.title, addresses.tool(tool.id))))
    observers = {row.observer for row in inquiry.observations if row.observer}
    if len(observers) > 1:
        facts.append(Fact(translator.gettext("Observers"), translator.format_number(len(observers))))
    agreements = observer_agreements(inquiry, tool)
    share = overall_agreement(agreements)
    if share is not None:
        text = translator.gettext(
            "{percent} on average over {counts} (the smaller total as a share of the larger)",
            percent=translator.format_percent(share),
            counts=translator.ngettext("{n} count", "{n} counts", len(agreements)),
        )
        facts.append(Fact(translator.gettext("Agreement of two observers"), text))
    beyond = cohens_kappa(agreements)
    if beyond is not None:
        text = translator.gettext(
            "Cohen's kappa {kappa} over {intervals}",
            kappa=translator.format_decimal(beyond[0], 2),
            intervals=translator.ngettext("{n} interval", "{n} intervals", beyond[1]),
        )
        facts.append(Fact(translator.gettext("Agreement beyond chance"), text))
    return tuple(facts)


def rubric_lines(
    translator: Translator, inquiry: Inquiry, credential: MicroCredential, decision: Decision
) -> tuple[CriterionLine, ...]:
    """Criterion by criterion: what passes, each assessor's level and feedback, the exact evidence."""
    standards = {standard.code: standard for standard in credential.standards}
    lines = []
    for standing in decision.criteria:
        criterion = standing.criterion
        standard = standards.get(criterion.standard)
        votes = tuple(
            VoteLine(
                vote.assessor, vote.level, vote.passes, vote.feedback, *_evidence(inquiry, vote.evidence)
            )
            for vote in standing.votes
        )
        waiting = ""
        if standing.split:
            waiting = translator.gettext("The assessors differ; a third one decides.")
        elif not standing.votes:
            waiting = translator.gettext("Not yet judged.")
        elif standing.missing:
            waiting = translator.ngettext(
                "{n} more assessor is needed.", "{n} more assessors are needed.", standing.missing
            )
        lines.append(
            CriterionLine(
                title=criterion.title,
                standard=f"{standard.framework} {standard.code}" if standard else criterion.standard,
                standard_url=standard.url if standard else "",
                passing=criterion.levels.get(credential.mastery.passing, ""),
                met=standing.met,
                waiting=waiting,
                votes=votes,
            )
        )
    return tuple(lines)


def _evidence(inquiry: Inquiry, named: str) -> tuple[tuple[Link, ...], str]:
    """The parts of the page that a review names as `reflections/2025-10-03`; the rest stays words."""
    here = addresses.evidence(inquiry.teacher, inquiry.id)
    reflections = {reflection.id: reflection for reflection in inquiry.reflections}
    ways, rest = [], []
    for part in (piece.strip() for piece in named.split(",")):
        folder, _, name = part.removesuffix(".md").rpartition("/")
        if folder == "reflections" and slug(name) in reflections:
            reflection = reflections[slug(name)]
            ways.append(Link(reflection.title, f"{here}#reflection-{reflection.id}"))
        elif folder == "data" or part == "data":
            ways.append(Link(part, f"{here}#data"))
        elif part:
            rest.append(part)
    return tuple(ways), ", ".join(rest)


def reflection_links(translator: Translator, inquiry: Inquiry, reflection: Reflection) -> tuple[Link, ...]:
    """What a reflection looks back on: its visit, its change."""
    here = addresses.evidence(inquiry.teacher, inquiry.id)
    ties = []
    if reflection.visit:
        names = {row.class_id: row.class_name for row in inquiry.observations if row.date == reflection.visit}
        day = translator.format_day(reflection.visit)
        text = translator.gettext("Visit of {day}", day=day)
        if names:
            text = translator.gettext(
                "Visit of {day}, {classes}", day=day, classes=translator.format_list(list(names.values()))
            )
        ties.append(Link(text, f"{here}#data"))
    change = change_named(inquiry.changes, reflection.change)
    if change:
        ties.append(
            Link(
                translator.gettext("Change {number}: {title}", number=change.number, title=change.title),
                f"{here}#change-{change.number}",
            )
        )
    return tuple(ties)


def change_named(changes: Sequence[Change], name: str) -> Change | None:
    """The change that a reflection names by number, date, title or idea; the first that fits."""
    wanted = name.strip()
    if not wanted:
        return None
    for change in changes:
        if wanted in (str(change.number), change.date.isoformat()) or slug(wanted) in (
            slug(change.title),
            change.idea,
        ):
            return change
    return None


def data_tables(translator: Translator, inquiry: Inquiry, charts: Sequence[Chart]) -> tuple[DataTable, ...]:
    """A table a class: a row a visit, a column a prompt, and the reflection on that visit."""
    here = addresses.evidence(inquiry.teacher, inquiry.id)
    looked_back: dict[Date, Link] = {}
    for reflection in inquiry.reflections:
        if reflection.visit:
            way = Link(reflection.title, f"{here}#reflection-{reflection.id}")
            looked_back.setdefault(reflection.visit, way)
    classes: dict[str, list[Chart]] = defaultdict(list)
    for chart in charts:
        classes[chart.class_id].append(chart)
    tables = []
    for own in classes.values():
        cells: dict[Date | None, dict[str, str]] = defaultdict(dict)
        students: dict[Date | None, str] = defaultdict(str)
        for chart in own:
            for one in chart.phases:
                for point in one.series.points:
                    text = format_amount(translator, point.value, chart.prompt, point.bound)
                    if point.value is None and point.bound:
                        text = point.bound
                    if chart.prompt.is_share and point.count is not None:
                        text = f"{translator.format_number(point.count, 1)} ({text})"
                    cells[point.date][chart.prompt.id] = text
                    if point.n is not None:
                        students[point.date] = translator.format_number(point.n, 1)
        tables.append(
            DataTable(
                class_name=own[0].class_name,
                headings=tuple(chart.prompt.text for chart in own),
                rows=tuple(
                    (
                        day,
                        students[day],
                        tuple(cells[day].get(chart.prompt.id, "") for chart in own),
                        looked_back.get(day) if day else None,
                    )
                    for day in sorted(cells, key=lambda day: day or Date.min)
                ),
            )
        )
    return tuple(tables)


def recompute_recipes(inquiry: Inquiry, charts: Sequence[Chart]) -> tuple[Recipe, ...]:
    """The commands that work the findings out again: one a class, phase and direction."""
    found: dict[str, Recipe] = {}
    for chart in charts:
        for phase in phases_of(chart.class_id, inquiry.changes, inquiry.baseline_until):
            command = f"portfolio analyse data.csv --class {shlex.quote(chart.class_name)}"
            if phase.begins:
                command += f" --from {phase.begins.isoformat()}"
            if phase.ends:
                command += f" --to {Date.fromordinal(phase.ends.toordinal() - 1).isoformat()}"
            command += f" --baseline-until {phase.baseline_until.isoformat()}"
            if chart.prompt.better.value == "lower":
                command += " --better lower"
            found.setdefault(command, Recipe(command, (chart.class_name,), chart.prompt.better))
    return tuple(found.values())


def requirement_text(
    translator: Translator, credential: MicroCredential, tool: Tool | None, default: str
) -> str:
    """The requirement on student learning, as declared before the data were in."""
    texts: Mapping[str, str] = {prompt.id: prompt.text for prompt in tool.prompts} if tool else {}
    prompts = credential.impact.prompts or ((default,) if default else ())
    if not prompts:
        return ""
    named = translator.format_list(
        [translator.gettext("“{prompt}”", prompt=texts.get(prompt, prompt)) for prompt in prompts]
    )
    return translator.ngettext(
        "In at least {n} class: {verdict} of {prompts}.",
        "In at least {n} classes: {verdict} of {prompts}.",
        credential.impact.classes,
        verdict=VerdictTexts(translator).name(credential.impact.verdict),
        prompts=named,
    )


def comparison_classes(inquiry: Inquiry, class_ids: Sequence[str]) -> set[str]:
    """Classes that no change names, shown beside the others without a verdict."""
    return {class_id for class_id in class_ids if first_change(class_id, inquiry.changes) is None}
