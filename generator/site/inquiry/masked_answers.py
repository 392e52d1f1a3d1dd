"""What readers who did not know where the change was marked saw: which answers count, in words."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from generator.model import Inquiry, LevelChange, MaskedAnswer, MaskedLook
from generator.problems import Problem, warning
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.inquiry.masked_charts import UnmaskedChart, UnmaskedSet, unmasked_set
from generator.slugs import slug
from generator.words.translator import Translator


class MaskedReading(Struct, frozen=True):
    """What the readers saw, for the evidence page: who they are, then a line a chart."""

    lead: str
    lines: tuple[tuple[str, str], ...]  # (class, what was changed there and what was seen)


def masked_reading(context: InquiryContext) -> MaskedReading | None:
    """The answers that count, beside the dates that the readers did not know; None without any."""
    charts = unmasked_set(context) if context.inquiry.masked_looks else None
    if charts is None:
        return None
    looks, _ = looks_that_count(context.inquiry, charts)
    if not looks:
        return None
    lead = context.translator.ngettext(
        "{n} reader saw these charts without names and dates and, by their own account, did not know where "
        "the change was. Visits are numbered as they saw them:",
        "{n} readers saw these charts without names and dates and, by their own account, did not know where "
        "the change was. Visits are numbered as they saw them:",
        len(looks),
    )
    in_page_order = sorted(charts.charts, key=lambda chart: _place_on_page(context, chart))
    several = len({chart.prompt.id for chart in charts.charts}) > 1
    lines = []
    for chart in in_page_order:
        name = f"{chart.class_name}, {chart.prompt.text}" if several else chart.class_name
        answers = [look.answers[chart.chart.letter] for look in looks if chart.chart.letter in look.answers]
        lines.append((name, _ChartAnswers(context.translator, chart, answers).text()))
    return MaskedReading(lead, tuple(lines))


def masked_look_problems(context: InquiryContext) -> tuple[Problem, ...]:
    """What keeps answers from counting."""
    if not context.inquiry.masked_looks:
        return ()
    _, problems = looks_that_count(context.inquiry, unmasked_set(context))
    return problems


def looks_that_count(
    inquiry: Inquiry, charts: UnmaskedSet | None
) -> tuple[tuple[MaskedLook, ...], tuple[Problem, ...]]:
    """The looks at these very charts, one a reader, by people who say that they had not seen the inquiry;
    a warning for each of the others."""
    counting: list[MaskedLook] = []
    problems: list[Problem] = []
    for look in inquiry.masked_looks:
        readers = {slug(earlier.reader) for earlier in counting}
        if problem := _what_is_wrong(look, inquiry, charts, readers):
            problems.append(problem)
        else:
            counting.append(look)
    return tuple(counting), tuple(problems)


def _what_is_wrong(
    look: MaskedLook, inquiry: Inquiry, charts: UnmaskedSet | None, readers: Iterable[str]
) -> Problem | None:
    """The first reason why a look does not count."""
    if charts is None or look.charts != charts.digest:
        return warning(
            "other-charts",
            look.place,
            "These answers are about other charts than this inquiry has now, so they do not count.",
            "If visits were added since, ask someone else to look at the new charts. If the file is in "
            "the wrong folder, move it.",
        )
    if slug(look.reader) in (inquiry.teacher, slug(inquiry.colleague.partition(",")[0])):
        return warning(
            "not-masked",
            look.place,
            "{reader} knows where the change is, so these answers do not count.",
            "Ask someone who does not know the classes.",
            reader=look.reader,
        )
    if not look.unseen:
        return warning(
            "not-masked",
            look.place,
            "It does not say that {reader} had not seen this inquiry before, so these answers do not count.",
            "If they had not, add: unseen: true",
            reader=look.reader,
        )
    if slug(look.reader) in readers:
        return warning(
            "second-look",
            look.place,
            "{reader} has answered before; only the first answers count.",
            "Remove this file, or give two readers two names.",
            reader=look.reader,
        )
    return _wrong_answer(look, charts)


def _wrong_answer(look: MaskedLook, charts: UnmaskedSet) -> Problem | None:
    """An answer about a chart or a visit that there is not."""
    visits = {chart.chart.letter: len(chart.chart.values) for chart in charts.charts}
    for letter, answer in look.answers.items():
        if letter not in visits:
            return warning(
                "no-such-chart",
                look.place,
                "There is no chart {letter}, so these answers do not count.",
                "There are: {letters}.",
                letter=letter,
                letters=", ".join(visits),
            )
        if (answer.visit or 0) > visits[letter]:
            return warning(
                "no-such-visit",
                look.place,
                "Chart {letter} has no visit {visit}, so these answers do not count.",
                "Its last visit is {last}.",
                letter=letter,
                visit=answer.visit or 0,
                last=visits[letter],
            )
    return None


def _place_on_page(context: InquiryContext, chart: UnmaskedChart) -> int:
    """Where the chart stands on the evidence page."""
    names = [(each.class_name, each.prompt.id) for each in context.charts]
    return names.index((chart.class_name, chart.prompt.id))


class _ChartAnswers(Struct, frozen=True):
    """What the readers saw in one chart."""

    translator: Translator
    chart: UnmaskedChart
    answers: Sequence[MaskedAnswer]

    def text(self) -> str:
        """Where the change is, then who saw what, and at which visits."""
        answers = [
            self._change(LevelChange.UP),
            self._change(LevelChange.DOWN),
            self._nothing(),
            "" if self.answers else self.translator.gettext("no one answered"),
        ]
        readers = "; ".join(part for part in answers if part)
        return self.translator.gettext("{change}; {answers}.", change=self._where(), answers=readers)

    def _where(self) -> str:
        gettext = self.translator.gettext
        if not self.chart.has_change:
            return gettext("nothing was changed here")
        if self.chart.change_before is None:
            return gettext("the change began after the last visit")
        return gettext("the change began before visit {visit}", visit=self.chart.change_before)

    def _change(self, direction: LevelChange) -> str:
        visits = sorted(
            answer.visit for answer in self.answers if answer.change is direction and answer.visit is not None
        )
        if not visits:
            return ""
        distinct = sorted(set(visits))
        since = self.translator.ngettext(
            "from visit {visits} on",
            "from visits {visits} on",
            len(distinct),
            visits=self.translator.format_list([str(visit) for visit in distinct]),
        )
        if direction is LevelChange.UP:
            return self.translator.ngettext(
                "{n} reader saw the level go up, {since}",
                "{n} readers saw the level go up, {since}",
                len(visits),
                since=since,
            )
        return self.translator.ngettext(
            "{n} reader saw the level go down, {since}",
            "{n} readers saw the level go down, {since}",
            len(visits),
            since=since,
        )

    def _nothing(self) -> str:
        count = [answer.change for answer in self.answers].count(LevelChange.NONE)
        if not count:
            return ""
        return self.translator.ngettext("{n} reader saw no change", "{n} readers saw no change", count)
