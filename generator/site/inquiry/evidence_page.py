"""The evidence page: one inquiry in eleven parts, in the order in which an assessor asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator import addresses
from generator.credential.decision import decision_json, requirement_json
from generator.credential.decision_texts import DecisionTexts
from generator.credential.evaluated_inquiry import EvaluatedInquiry
from generator.evidence.data_csv import write_data_csv
from generator.evidence.findings_json import write_findings
from generator.model import Inquiry, Program, Reflection, Teacher, Unit
from generator.reading.file_digests import combined_digest
from generator.runchart.chart_renderer import ChartRenderer
from generator.runchart.replication import DesignKind
from generator.site.inquiry.evidence_parts import (
    comparison_classes,
    data_tables,
    provenance_facts,
    recompute_recipes,
    reflection_links,
    requirement_text,
    rubric_lines,
)
from generator.site.inquiry.evidence_view import (
    ChangeLine,
    ClassRow,
    EvidencePage,
    PhotoBlock,
    ReflectionBlock,
)
from generator.site.inquiry.finding_sentences import design_text, lead_sentence, not_shown, together
from generator.site.inquiry.inquiry_charts import Chart, make_charts, order_by_start
from generator.site.inquiry.interactive_data import interactive_data
from generator.site.inquiry.privacy_box import privacy_lines
from generator.site.inquiry.results_after_change import (
    condition_of,
    group_results,
    results_after_changes,
    visits_of,
)
from generator.site.inquiry.submission_diff import changes_since_submission
from generator.site.program.review_desk import review_card
from generator.site.rendering.content_links import PublishedImage
from generator.site.rendering.template_renderer import Link
from generator.site.teacher_card import AwardCard, InquiryCard, Sparkline
from generator.slugs import natural_key
from generator.words.translator import Translator
from generator.words.verdict_texts import VerdictTexts


@dataclass(frozen=True, slots=True)
class InquiryTexts:
    """The author's texts, already turned into HTML."""

    body: Markup
    reflections: Mapping[str, Markup]  # by reflection id


@dataclass(frozen=True, slots=True)
class InquiryPages:
    """What one inquiry puts into the site: its page, its card, its data files."""

    page: EvidencePage
    card: InquiryCard
    data_csv: bytes
    findings_json: bytes


def _six_words(translator: Translator, evaluated: EvaluatedInquiry, awards: tuple[AwardCard, ...]) -> str:
    """The decision, and where its award was taken back, that."""
    own = [one for one in awards if one.micro_credential == evaluated.inquiry.micro_credential]
    if any(one.revoked for one in own):
        return translator.gettext("Earned, then taken back by its issuer")
    return DecisionTexts(translator).headline(evaluated.decision)


def build_inquiry_pages(
    translator: Translator,
    program: Program,
    teacher: Teacher,
    evaluated: EvaluatedInquiry,
    texts: InquiryTexts,
    shown: Mapping[str, PublishedImage],
    draw: ChartRenderer,
    *,
    awards: tuple[AwardCard, ...] = (),
    names_checked: bool = False,
) -> InquiryPages:
    """The page, the card and the data files of one inquiry; `shown` maps image path -> as published,
    `names_checked` says that texts were compared with a roster."""
    inquiry, tool = evaluated.inquiry, evaluated.tool
    here = addresses.evidence(teacher.id, inquiry.id)
    charts = make_charts(translator, inquiry, tool, evaluated.series, draw)
    main = tuple(chart for chart in charts if evaluated.main and chart.prompt.id == evaluated.main.id)
    unit = tool.unit if tool else Unit.RESPONSES
    finding = lead_sentence(translator, inquiry, evaluated.main, unit, main)
    data = write_data_csv(inquiry, tool)
    verdicts = [
        VerdictTexts(translator).verdict(
            one.finding,
            share=bool(tool and tool.prompt(one.series.prompt).is_share),
            better=one.series.better,
        )
        for one in evaluated.series
    ]
    findings = write_findings(
        inquiry,
        evaluated.series,
        verdicts,
        requirement_json(evaluated.standing) if evaluated.standing else None,
        decision_json(evaluated.decision),
    )
    default = evaluated.main.id if evaluated.main else ""
    page = EvidencePage(
        address=here,
        title=inquiry.title,
        description=inquiry.question or finding,
        trail=(
            Link(program.title, addresses.HOME),
            Link(translator.gettext("Teachers"), addresses.TEACHERS),
            Link(teacher.name, addresses.teacher(teacher.id)),
        ),
        inquiry=inquiry,
        draft=not inquiry.publish,
        invitation=addresses.invitation(teacher.id, inquiry.id) if evaluated.tool else "",
        teacher=Link(teacher.name, addresses.teacher(teacher.id)),
        about=about_line(teacher),
        six_words=_six_words(translator, evaluated, awards),
        decision=evaluated.decision,
        decided=DecisionTexts(translator).reviewed_by(evaluated.decision),
        lead=finding,
        together=together(translator, main),
        not_shown=not_shown(translator, inquiry, evaluated.design, main),
        main=main,
        live=interactive_data(translator, charts),
        staircase=_staircase(evaluated, main, draw),
        rows=_rows(evaluated, charts),
        changes=_changes(program, evaluated, charts),
        followed=results_after_changes(inquiry, tool, evaluated.series),
        groups=group_results(tool, evaluated.series),
        prompts=tuple(prompt.text for prompt in tool.prompts) if tool else (),
        design=design_text(translator, evaluated.design) if evaluated.design else "",
        provenance=provenance_facts(translator, inquiry, tool),
        tool=tool,
        credential=Link(evaluated.credential.title, addresses.micro_credential(evaluated.credential.id))
        if evaluated.credential
        else None,
        criteria=rubric_lines(translator, inquiry, evaluated.credential, evaluated.decision)
        if evaluated.credential
        else (),
        assessors_needed=evaluated.credential.mastery.assessors if evaluated.credential else 0,
        body=texts.body,
        reflections=tuple(
            ReflectionBlock(
                one.id,
                one.date,
                one.title,
                reflection_links(translator, inquiry, one),
                texts.reflections[one.id],
            )
            for one in sorted(inquiry.reflections, key=_in_time)
        ),
        photos=tuple(
            PhotoBlock(photo, shown[f"photos/{name}"])
            for name, photo in inquiry.photos.items()
            if f"photos/{name}" in shown and not _is_told_of(shown[f"photos/{name}"], texts)
        ),
        tables=data_tables(translator, inquiry, charts),
        data_address=f"{here}data.csv",
        data_size=len(data),
        findings_address=f"{here}findings.json",
        findings_size=len(findings),
        recipes=recompute_recipes(inquiry, charts),
        privacy=privacy_lines(translator, program, inquiry, tool, names_checked=names_checked),
        requirement=requirement_text(translator, evaluated.credential, tool, default)
        if evaluated.credential
        else "",
        reasons=DecisionTexts(translator).reasons(evaluated.decision, evaluated.series, tool),
        submitted=_submitted(translator, evaluated),
        awards=awards,
        since=changes_since_submission(translator, inquiry, tool, evaluated.series),
        citation=_citation(translator, program, teacher, inquiry),
        card=f"{here}card.png" if program.url and main else "",
    )
    return InquiryPages(page, _card(translator, teacher, evaluated, page, main, draw), data, findings)


def about_line(teacher: Teacher) -> str:
    """Who and where, in one line: the role, else grade and subject; the school."""
    role = teacher.role or " ".join(part for part in (teacher.grade, teacher.subject) if part)
    return " · ".join(part for part in (role, teacher.school) if part)


def _is_told_of(shown: PublishedImage, texts: InquiryTexts) -> bool:
    """Whether a photo already stands in one of the texts."""
    name = f'/{shown.address.rpartition("/")[2]}"'
    return any(name in html for html in (texts.body, *texts.reflections.values()))


def _in_time(reflection: Reflection) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    return reflection.date.isoformat(), natural_key(reflection.id)


def _staircase(evaluated: EvaluatedInquiry, main: Sequence[Chart], draw: ChartRenderer) -> tuple[Markup, ...]:
    """The classes one under another on one time axis, where they started at different times."""
    if evaluated.design is None or evaluated.design.kind is not DesignKind.STAGGERED:
        return ()
    ordered = order_by_start(
        [chart for chart in main if chart.verdict is not None], evaluated.inquiry.changes
    )
    return tuple(Markup(picture) for picture in draw("staircase", [chart.plot for chart in ordered]))


def _rows(evaluated: EvaluatedInquiry, charts: Sequence[Chart]) -> tuple[ClassRow, ...]:
    names = {chart.class_id: chart.class_name for chart in charts}
    comparing = comparison_classes(evaluated.inquiry, list(names))
    return tuple(
        ClassRow(
            class_id=class_id,
            class_name=name,
            condition=condition_of(evaluated.inquiry, class_id),
            comparison=class_id in comparing,
            charts=tuple(
                sorted(
                    (chart for chart in charts if chart.class_id == class_id),
                    key=lambda chart: chart.prompt is not evaluated.main,
                )
            ),
        )
        for class_id, name in names.items()
    )


def _changes(
    program: Program, evaluated: EvaluatedInquiry, charts: Sequence[Chart]
) -> tuple[ChangeLine, ...]:
    names = {chart.class_id: chart.class_name for chart in charts}
    return tuple(
        ChangeLine(
            change=change,
            idea=Link(program.change_ideas[change.idea].title, addresses.change_idea(change.idea))
            if change.idea in program.change_ideas
            else None,
            classes=tuple(names.get(class_id, class_id) for class_id in change.classes),
        )
        for change in sorted(evaluated.inquiry.changes, key=lambda change: change.number)
    )


def _citation(translator: Translator, program: Program, teacher: Teacher, inquiry: Inquiry) -> str:
    """How to name just this version of the page."""
    if not program.url:
        return ""
    return translator.gettext(
        "{name}: {title}. In: {program}. {address}. Content {digest}.",
        name=teacher.name,
        title=inquiry.title,
        program=program.title,
        address=addresses.absolute_url(program.url, addresses.evidence(teacher.id, inquiry.id)),
        digest=combined_digest(inquiry.digests)[:12],
    )


def _submitted(translator: Translator, evaluated: EvaluatedInquiry) -> str:
    """Which attempt this is, and when it was submitted."""
    latest = max(evaluated.inquiry.submissions, key=lambda one: one.attempt, default=None)
    if latest is None:
        return ""
    return translator.gettext(
        "Attempt {attempt}, submitted on {date}.",
        attempt=translator.format_number(latest.attempt),
        date=translator.format_date(latest.date),
    )


def _searched(evaluated: EvaluatedInquiry) -> str:
    """What an inquiry is about, in its author's words."""
    inquiry, tool = evaluated.inquiry, evaluated.tool
    parts = [inquiry.area_of_interest, inquiry.problem_of_practice]
    parts += [change.title for change in inquiry.changes]
    parts += [prompt.text for prompt in tool.prompts] if tool else []
    parts += [reflection.title for reflection in inquiry.reflections]
    return " ".join(part for part in parts if part)


def _card(
    translator: Translator,
    teacher: Teacher,
    evaluated: EvaluatedInquiry,
    page: EvidencePage,
    main: Sequence[Chart],
    draw: ChartRenderer,
) -> InquiryCard:
    inquiry = evaluated.inquiry
    visits = visits_of(inquiry)
    days = sorted({day for day, _ in visits} | {reflection.date for reflection in inquiry.reflections})
    pictures = draw("sparkline", [chart.plot for chart in main])
    sparks = tuple(
        Sparkline(chart.class_name, chart.prompt.text, chart.verdict, Markup(picture))
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
        unit=evaluated.tool.unit if evaluated.tool else Unit.RESPONSES,
        state=evaluated.decision.state,
        decision=page.six_words,
        main=sparks[0] if sparks else None,
        verdicts=tuple((spark.class_name, spark.verdict) for spark in sparks),
        main_prompts=evaluated.main_prompts,
        followed=page.followed,
        groups=page.groups,
        sparks=sparks,
        design=page.design,
        visits=len(visits),
        reflections=len(inquiry.reflections),
        first=days[0] if days else None,
        latest=days[-1] if days else None,
        text=_searched(evaluated),
        review=review_card(teacher.id, inquiry, evaluated.decision),
        awards=page.awards,
        draft=not inquiry.publish,
    )
