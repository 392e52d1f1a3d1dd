"""The evidence page: one inquiry in eleven parts, in the order in which an assessor asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator import addresses
from generator.credential.case import Case
from generator.credential.decision import decision_entry, requirement_entry
from generator.credential.reasons import decided, reasons, six_words
from generator.evidence.data_csv import data_csv
from generator.evidence.findings import findings_json
from generator.model import Inquiry, Program, Reflection, Teacher, Unit
from generator.names import natural_key
from generator.reading.digests import whole_digest
from generator.runchart.draw import Draw
from generator.runchart.replication import DesignKind
from generator.site.card import AwardCard, InquiryCard, Spark
from generator.site.charts import Chart, by_start, charts_of
from generator.site.evidence_parts import (
    comparison_classes,
    data_tables,
    provenance,
    recipes,
    requirement_text,
    rubric,
    ties_of,
)
from generator.site.evidence_view import ChangeLine, ClassRow, EvidencePage, PhotoBlock, ReflectionBlock
from generator.site.followed import condition_of, followed, groups_of, visits_of
from generator.site.live import live_data
from generator.site.privacy_box import privacy_lines
from generator.site.render import Way
from generator.site.review_desk import review_card
from generator.site.sentences import design_text, lead, not_shown, together
from generator.site.since import since_submission
from generator.site.sources import Shown
from generator.words.speech import Words
from generator.words.verdicts import verdict_text


@dataclass(frozen=True, slots=True)
class Texts:
    """The author's texts, already turned into HTML."""

    body: Markup
    reflections: Mapping[str, Markup]  # by reflection id


@dataclass(frozen=True, slots=True)
class EvidenceSite:
    """What one inquiry puts into the site: its page, its card, its data files."""

    page: EvidencePage
    card: InquiryCard
    data_csv: bytes
    findings_json: bytes


def _six_words(words: Words, case: Case, awards: tuple[AwardCard, ...]) -> str:
    """The decision, and where its award was taken back, that."""
    own = [one for one in awards if one.micro_credential == case.inquiry.micro_credential]
    if any(one.revoked for one in own):
        return words.say("Earned, then taken back by its issuer")
    return six_words(words, case.decision)


def evidence_site(
    words: Words,
    program: Program,
    teacher: Teacher,
    case: Case,
    texts: Texts,
    shown: Mapping[str, Shown],
    draw: Draw,
    *,
    awards: tuple[AwardCard, ...] = (),
    names_checked: bool = False,
) -> EvidenceSite:
    """The page, the card and the data files of one inquiry; `shown` maps image path -> as published,
    `names_checked` says that texts were compared with a roster."""
    inquiry, tool = case.inquiry, case.tool
    here = addresses.evidence(teacher.id, inquiry.id)
    charts = charts_of(words, inquiry, tool, case.judged, draw)
    main = tuple(chart for chart in charts if case.main and chart.prompt.id == case.main.id)
    unit = tool.unit if tool else Unit.RESPONSES
    finding = lead(words, inquiry, case.main, unit, main)
    data = data_csv(inquiry, tool)
    verdicts = [
        verdict_text(
            words,
            one.finding,
            share=bool(tool and tool.prompt(one.series.prompt).is_share),
            better=one.series.better,
        )
        for one in case.judged
    ]
    findings = findings_json(
        inquiry,
        case.judged,
        verdicts,
        requirement_entry(case.standing) if case.standing else None,
        decision_entry(case.decision),
    )
    default = case.main.id if case.main else ""
    page = EvidencePage(
        address=here,
        title=inquiry.title,
        description=inquiry.question or finding,
        trail=(
            Way(program.title, addresses.HOME),
            Way(words.say("Teachers"), addresses.TEACHERS),
            Way(teacher.name, addresses.teacher(teacher.id)),
        ),
        inquiry=inquiry,
        draft=not inquiry.publish,
        invitation=addresses.visit(teacher.id, inquiry.id) if case.tool else "",
        teacher=Way(teacher.name, addresses.teacher(teacher.id)),
        about=about_line(teacher),
        six_words=_six_words(words, case, awards),
        decision=case.decision,
        decided=decided(words, case.decision),
        lead=finding,
        together=together(words, main),
        not_shown=not_shown(words, inquiry, case.design, main),
        main=main,
        live=live_data(words, charts),
        staircase=_staircase(case, main, draw),
        rows=_rows(case, charts),
        changes=_changes(program, case, charts),
        followed=followed(inquiry, tool, case.judged),
        groups=groups_of(tool, case.judged),
        prompts=tuple(prompt.text for prompt in tool.prompts) if tool else (),
        design=design_text(words, case.design) if case.design else "",
        provenance=provenance(words, inquiry, tool),
        tool=tool,
        credential=Way(case.credential.title, addresses.micro_credential(case.credential.id))
        if case.credential
        else None,
        criteria=rubric(words, inquiry, case.credential, case.decision) if case.credential else (),
        assessors_needed=case.credential.mastery.assessors if case.credential else 0,
        body=texts.body,
        reflections=tuple(
            ReflectionBlock(
                one.id, one.date, one.title, ties_of(words, inquiry, one), texts.reflections[one.id]
            )
            for one in sorted(inquiry.reflections, key=_in_time)
        ),
        photos=tuple(
            PhotoBlock(photo, shown[f"photos/{name}"])
            for name, photo in inquiry.photos.items()
            if f"photos/{name}" in shown and not _is_told_of(shown[f"photos/{name}"], texts)
        ),
        tables=data_tables(words, inquiry, charts),
        data_address=f"{here}data.csv",
        data_size=len(data),
        findings_address=f"{here}findings.json",
        findings_size=len(findings),
        recipes=recipes(inquiry, charts),
        privacy=privacy_lines(words, program, inquiry, tool, names_checked=names_checked),
        requirement=requirement_text(words, case.credential, tool, default) if case.credential else "",
        reasons=reasons(words, case.decision, case.judged, tool),
        submitted=_submitted(words, case),
        awards=awards,
        since=since_submission(words, inquiry, tool, case.judged),
        citation=_citation(words, program, teacher, inquiry),
        card=f"{here}card.png" if program.url and main else "",
    )
    return EvidenceSite(page, _card(words, teacher, case, page, main, draw), data, findings)


def about_line(teacher: Teacher) -> str:
    """Who and where, in one line: the role, else grade and subject; the school."""
    role = teacher.role or " ".join(part for part in (teacher.grade, teacher.subject) if part)
    return " · ".join(part for part in (role, teacher.school) if part)


def _is_told_of(shown: Shown, texts: Texts) -> bool:
    """Whether a photo already stands in one of the texts."""
    name = f'/{shown.address.rpartition("/")[2]}"'
    return any(name in html for html in (texts.body, *texts.reflections.values()))


def _in_time(reflection: Reflection) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    return reflection.date.isoformat(), natural_key(reflection.id)


def _staircase(case: Case, main: Sequence[Chart], draw: Draw) -> tuple[Markup, ...]:
    """The classes one under another on one time axis, where they started at different times."""
    if case.design is None or case.design.kind is not DesignKind.STAGGERED:
        return ()
    ordered = by_start([chart for chart in main if chart.verdict is not None], case.inquiry.changes)
    return tuple(Markup(picture) for picture in draw("staircase", [chart.plot for chart in ordered]))


def _rows(case: Case, charts: Sequence[Chart]) -> tuple[ClassRow, ...]:
    names = {chart.class_id: chart.class_name for chart in charts}
    comparing = comparison_classes(case.inquiry, list(names))
    return tuple(
        ClassRow(
            class_id=class_id,
            class_name=name,
            condition=condition_of(case.inquiry, class_id),
            comparison=class_id in comparing,
            charts=tuple(
                sorted(
                    (chart for chart in charts if chart.class_id == class_id),
                    key=lambda chart: chart.prompt is not case.main,
                )
            ),
        )
        for class_id, name in names.items()
    )


def _changes(program: Program, case: Case, charts: Sequence[Chart]) -> tuple[ChangeLine, ...]:
    names = {chart.class_id: chart.class_name for chart in charts}
    return tuple(
        ChangeLine(
            change=change,
            idea=Way(program.change_ideas[change.idea].title, addresses.change_idea(change.idea))
            if change.idea in program.change_ideas
            else None,
            classes=tuple(names.get(class_id, class_id) for class_id in change.classes),
        )
        for change in sorted(case.inquiry.changes, key=lambda change: change.number)
    )


def _citation(words: Words, program: Program, teacher: Teacher, inquiry: Inquiry) -> str:
    """How to name just this version of the page."""
    if not program.url:
        return ""
    return words.say(
        "{name}: {title}. In: {program}. {address}. Content {digest}.",
        name=teacher.name,
        title=inquiry.title,
        program=program.title,
        address=addresses.full(program.url, addresses.evidence(teacher.id, inquiry.id)),
        digest=whole_digest(inquiry.digests)[:12],
    )


def _submitted(words: Words, case: Case) -> str:
    """Which attempt this is, and when it was submitted."""
    latest = max(case.inquiry.submissions, key=lambda one: one.attempt, default=None)
    if latest is None:
        return ""
    return words.say(
        "Attempt {attempt}, submitted on {date}.",
        attempt=words.number(latest.attempt),
        date=words.date(latest.date),
    )


def _searched(case: Case) -> str:
    """What an inquiry is about, in its author's words."""
    inquiry, tool = case.inquiry, case.tool
    parts = [inquiry.area_of_interest, inquiry.problem_of_practice]
    parts += [change.title for change in inquiry.changes]
    parts += [prompt.text for prompt in tool.prompts] if tool else []
    parts += [reflection.title for reflection in inquiry.reflections]
    return " ".join(part for part in parts if part)


def _card(
    words: Words, teacher: Teacher, case: Case, page: EvidencePage, main: Sequence[Chart], draw: Draw
) -> InquiryCard:
    inquiry = case.inquiry
    visits = visits_of(inquiry)
    days = sorted({day for day, _ in visits} | {reflection.date for reflection in inquiry.reflections})
    pictures = draw("sparkline", [chart.plot for chart in main])
    sparks = tuple(
        Spark(chart.class_name, chart.prompt.text, chart.verdict, Markup(picture))
        for chart, picture in zip(main, pictures, strict=True)
    )
    return InquiryCard(
        teacher=teacher.id,
        id=inquiry.id,
        address=page.address,
        title=inquiry.title,
        question=inquiry.question,
        finding=page.lead,
        micro_credential=inquiry.micro_credential,
        tool=inquiry.tool,
        unit=case.tool.unit if case.tool else Unit.RESPONSES,
        state=case.decision.state,
        decision=page.six_words,
        main=sparks[0] if sparks else None,
        verdicts=tuple((spark.class_name, spark.verdict) for spark in sparks),
        main_prompts=case.main_prompts,
        followed=page.followed,
        groups=page.groups,
        sparks=sparks,
        design=page.design,
        visits=len(visits),
        reflections=len(inquiry.reflections),
        first=days[0] if days else None,
        latest=days[-1] if days else None,
        text=_searched(case),
        review=review_card(teacher.id, inquiry, case.decision),
        awards=page.awards,
        draft=not inquiry.publish,
    )
