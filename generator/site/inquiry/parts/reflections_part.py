"""Part of the evidence page: the teacher's problem and text, reflections by date beside the chart, photos."""

from collections.abc import Iterator, Mapping
from datetime import date as Date
from typing import ClassVar

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from generator.model import Photo, Reflection
from generator.reading.change_reference import classes_looked_back_on, resolve_change
from generator.runchart.chart_spec import SMALL
from generator.site.inquiry.chart_view import Chart, ChartTableRow
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.rendering.content_links import PublishedImage
from generator.site.rendering.template_renderer import Link
from generator.slugs import natural_key

_Visit = tuple[Chart, ChartTableRow]


class ChartMoment(Struct, frozen=True):
    """A small copy of a class's chart with one visit ringed; `text` says which visit, and what was seen,
    `data` is the address of the class's numbers."""

    picture: Markup
    text: str
    data: str


class ReflectionBlock(Struct, frozen=True):
    """One reflection; `looks_back_on` are its visit and its change, `moment` is where it stands in the
    data: None before the first visit."""

    id: str
    date: Date
    title: str
    looks_back_on: tuple[Link, ...]
    html: Markup
    moment: ChartMoment | None = None


class PhotoBlock(Struct, frozen=True):
    """A photo as it was declared, and as it is published."""

    photo: Photo
    image: PublishedImage


class ReflectionsPart(Struct, frozen=True):
    """`title` is the inquiry's, where the question stands above the page; `photos` are those that stand in
    none of the texts.  Without data the plan says the problem of practice."""

    template: ClassVar[str] = "evidence/reflections.html"

    title: str
    problem_of_practice: str
    body: Markup
    reflections: tuple[ReflectionBlock, ...]
    photos: tuple[PhotoBlock, ...]

    @property
    def has_texts(self) -> bool:
        """Whether there is more to show than the problem of practice."""
        return bool(self.body or self.reflections or self.photos)


def build_reflections_part(context: InquiryContext) -> ReflectionsPart:
    """Reflections by date, and on one day by the name of their file."""
    inquiry, texts = context.inquiry, context.texts
    reflections = sorted(inquiry.reflections, key=_by_date)
    visits = {reflection.id: visit for reflection in reflections if (visit := _visit(context, reflection))}
    moments = _moments(context, visits)
    return ReflectionsPart(
        title=inquiry.title if inquiry.question else "",
        problem_of_practice=inquiry.problem_of_practice if context.has_data else "",
        body=texts.body,
        reflections=tuple(
            ReflectionBlock(
                id=reflection.id,
                date=reflection.date,
                title=reflection.title,
                looks_back_on=tuple(_looks_back_on(context, reflection, visits.get(reflection.id))),
                html=texts.reflections[reflection.id],
                moment=moments.get(reflection.id),
            )
            for reflection in reflections
        ),
        photos=tuple(_remaining_photos(context)),
    )


def _by_date(reflection: Reflection) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    return reflection.date.isoformat(), natural_key(reflection.id)


def _moments(context: InquiryContext, visits: Mapping[str, _Visit]) -> dict[str, ChartMoment]:
    """By reflection, the visit that it looks back on in a small copy of the chart."""
    plots = [replace(chart.plot, ringed=row.x) for chart, row in visits.values()]
    pictures = context.draw_charts(SMALL, plots)
    return {
        reflection_id: ChartMoment(
            Markup(picture),
            context.translator.gettext(
                "{class_name}, {day}: {value}",
                class_name=chart.class_name,
                day=context.translator.format_day(row.date) if row.date else "",
                value=row.value,
            ),
            f"{context.address}#data-{chart.class_id}",
        )
        for (reflection_id, (chart, row)), picture in zip(visits.items(), pictures, strict=True)
    }


def _visit(context: InquiryContext, reflection: Reflection) -> _Visit | None:
    """The visit that a reflection looks back on: the one that it names, else the latest before it was
    written.  Where several classes were visited on that day, it says which one it means: no one else can."""
    named = classes_looked_back_on(context.inquiry.changes, reflection)
    day = reflection.visit or reflection.date
    visits: dict[str, _Visit] = {}
    for chart in context.main_charts:
        row = chart.latest_visit(day)
        if row is not None and row.date is not None and (not named or chart.class_id in named):
            visits.setdefault(chart.class_id, (chart, row))
    last = max((row.date for _, row in visits.values() if row.date), default=None)
    latest = [visit for visit in visits.values() if visit[1].date == last]
    return latest[0] if len(latest) == 1 else None


def _remaining_photos(context: InquiryContext) -> Iterator[PhotoBlock]:
    """The photos that no text of the inquiry shows."""
    for name, photo in context.inquiry.photos.items():
        image = context.images.get(f"photos/{name}")
        if image is None:
            continue
        end_of_source = f'/{image.address.rpartition("/")[2]}"'
        if not any(end_of_source in html for html in context.texts.all_texts):
            yield PhotoBlock(photo, image)


def _looks_back_on(context: InquiryContext, reflection: Reflection, shown: _Visit | None) -> Iterator[Link]:
    """The visit, unless a small chart shows it, and the change."""
    translator, inquiry = context.translator, context.inquiry
    if reflection.visit and (shown is None or shown[1].date != reflection.visit):
        named = classes_looked_back_on(inquiry.changes, reflection)
        classes = {
            row.class_id: row.class_name
            for row in inquiry.observations
            if row.date == reflection.visit and (not named or row.class_id in named)
        }
        day = translator.format_day(reflection.visit)
        text = (
            translator.gettext(
                "Visit of {day}, {classes}", day=day, classes=translator.format_list(list(classes.values()))
            )
            if classes
            else translator.gettext("Visit of {day}", day=day)
        )
        yield Link(text, f"{context.address}#data")
    change = resolve_change(inquiry.changes, reflection.change)
    if change:
        yield Link(
            translator.gettext("Change {number}: {title}", number=change.number, title=change.title),
            f"{context.address}#change-{change.number}",
        )
