"""The quieter parts of the evidence page: provenance, rubric, reflections, data, privacy."""

import shlex
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date as Date

from generator import addresses
from generator.credential.decision import Decision
from generator.evidence.agreement import agreement_of, kappa, overall
from generator.model import Change, Inquiry, MicroCredential, Reflection, Tool
from generator.names import slug
from generator.runchart.series import first_change, phases_of
from generator.site.charts import Chart, amount
from generator.site.evidence_view import CriterionLine, DataTable, Fact, Recipe, VoteLine
from generator.site.followed import visits_of
from generator.site.render import Way
from generator.words.speech import Words
from generator.words.verdicts import verdict_name


def provenance(words: Words, inquiry: Inquiry, tool: Tool | None) -> tuple[Fact, ...]:
    """Who collected the data, how often against the plan, when, and with what."""
    visits = visits_of(inquiry)
    days = sorted({day for day, _ in visits})
    facts = [
        Fact(
            words.say("Collected by"),
            inquiry.colleague or words.say("a colleague who is not named here"),
        )
    ]
    counted = words.count("{n} visit", "{n} visits", len(days))
    if inquiry.planned_visits is not None:
        counted = words.say("{visits} of {planned} planned", visits=counted, planned=inquiry.planned_visits)
    if len(visits) > len(days):
        each = words.count("{n} class period", "{n} class periods", len(visits))
        counted = words.say("{visits}, {each} in all", visits=counted, each=each)
    facts.append(Fact(words.say("Visits"), counted))
    if days:
        facts.append(Fact(words.say("When"), words.span(days[0], days[-1])))
    if inquiry.planned_end:
        facts.append(Fact(words.say("Planned until"), words.date(inquiry.planned_end)))
    if tool:
        version = words.say("{title}, version {version}", title=tool.title, version=tool.version)
        facts.append(Fact(words.say("Tool"), version, Way(tool.title, addresses.tool(tool.id))))
    observers = {row.observer for row in inquiry.observations if row.observer}
    if len(observers) > 1:
        facts.append(Fact(words.say("Observers"), words.number(len(observers))))
    agreements = agreement_of(inquiry, tool)
    share = overall(agreements)
    if share is not None:
        text = words.say(
            "{percent} on average over {counts} (the smaller total as a share of the larger)",
            percent=words.percent(share),
            counts=words.count("{n} count", "{n} counts", len(agreements)),
        )
        facts.append(Fact(words.say("Agreement of two observers"), text))
    beyond = kappa(agreements)
    if beyond is not None:
        text = words.say(
            "Cohen's kappa {kappa} over {intervals}",
            kappa=words.decimal(beyond[0], 2),
            intervals=words.count("{n} interval", "{n} intervals", beyond[1]),
        )
        facts.append(Fact(words.say("Agreement beyond chance"), text))
    return tuple(facts)


def rubric(
    words: Words, inquiry: Inquiry, credential: MicroCredential, decision: Decision
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
            waiting = words.say("The assessors differ; a third one decides.")
        elif not standing.votes:
            waiting = words.say("Not yet judged.")
        elif standing.missing:
            waiting = words.count(
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


def _evidence(inquiry: Inquiry, named: str) -> tuple[tuple[Way, ...], str]:
    """The parts of the page that a review names as `reflections/2025-10-03`; the rest stays words."""
    here = addresses.evidence(inquiry.teacher, inquiry.id)
    reflections = {reflection.id: reflection for reflection in inquiry.reflections}
    ways, rest = [], []
    for part in (piece.strip() for piece in named.split(",")):
        folder, _, name = part.removesuffix(".md").rpartition("/")
        if folder == "reflections" and slug(name) in reflections:
            reflection = reflections[slug(name)]
            ways.append(Way(reflection.title, f"{here}#reflection-{reflection.id}"))
        elif folder == "data" or part == "data":
            ways.append(Way(part, f"{here}#data"))
        elif part:
            rest.append(part)
    return tuple(ways), ", ".join(rest)


def ties_of(words: Words, inquiry: Inquiry, reflection: Reflection) -> tuple[Way, ...]:
    """What a reflection looks back on: its visit, its change."""
    here = addresses.evidence(inquiry.teacher, inquiry.id)
    ties = []
    if reflection.visit:
        names = {row.class_id: row.class_name for row in inquiry.observations if row.date == reflection.visit}
        day = words.day(reflection.visit)
        text = words.say("Visit of {day}", day=day)
        if names:
            text = words.say(
                "Visit of {day}, {classes}", day=day, classes=words.listing(list(names.values()))
            )
        ties.append(Way(text, f"{here}#data"))
    change = change_named(inquiry.changes, reflection.change)
    if change:
        ties.append(
            Way(
                words.say("Change {number}: {title}", number=change.number, title=change.title),
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


def data_tables(words: Words, inquiry: Inquiry, charts: Sequence[Chart]) -> tuple[DataTable, ...]:
    """A table a class: a row a visit, a column a prompt, and the reflection on that visit."""
    here = addresses.evidence(inquiry.teacher, inquiry.id)
    looked_back: dict[Date, Way] = {}
    for reflection in inquiry.reflections:
        if reflection.visit:
            way = Way(reflection.title, f"{here}#reflection-{reflection.id}")
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
                    text = amount(words, point.value, chart.prompt, point.bound)
                    if point.value is None and point.bound:
                        text = point.bound
                    if chart.prompt.is_share and point.count is not None:
                        text = f"{words.number(point.count, 1)} ({text})"
                    cells[point.date][chart.prompt.id] = text
                    if point.n is not None:
                        students[point.date] = words.number(point.n, 1)
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


def recipes(inquiry: Inquiry, charts: Sequence[Chart]) -> tuple[Recipe, ...]:
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


def requirement_text(words: Words, credential: MicroCredential, tool: Tool | None, default: str) -> str:
    """The requirement on student learning, as declared before the data were in."""
    texts: Mapping[str, str] = {prompt.id: prompt.text for prompt in tool.prompts} if tool else {}
    prompts = credential.impact.prompts or ((default,) if default else ())
    if not prompts:
        return ""
    named = words.listing([words.say("“{prompt}”", prompt=texts.get(prompt, prompt)) for prompt in prompts])
    return words.count(
        "In at least {n} class: {verdict} of {prompts}.",
        "In at least {n} classes: {verdict} of {prompts}.",
        credential.impact.classes,
        verdict=verdict_name(words, credential.impact.verdict),
        prompts=named,
    )


def comparison_classes(inquiry: Inquiry, class_ids: Sequence[str]) -> set[str]:
    """Classes that no change names, shown beside the others without a verdict."""
    return {class_id for class_id in class_ids if first_change(class_id, inquiry.changes) is None}
