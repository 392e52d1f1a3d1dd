"""Part of the evidence page: the author's text, her reflections in order of time, her photos."""

from collections.abc import Iterator
from datetime import date as Date
from typing import ClassVar

from markupsafe import Markup
from msgspec import Struct

from generator.model import Photo, Reflection
from generator.reading.change_reference import resolve_change
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.rendering.content_links import PublishedImage
from generator.site.rendering.template_renderer import Link
from generator.slugs import natural_key


class ReflectionBlock(Struct, frozen=True):
    """One reflection; `looks_back_on` are its visit and its change."""

    id: str
    date: Date
    title: str
    looks_back_on: tuple[Link, ...]
    html: Markup


class PhotoBlock(Struct, frozen=True):
    """A photo as it was declared, and as it is published."""

    photo: Photo
    image: PublishedImage


class ReflectionsPart(Struct, frozen=True):
    """`photos` are those that stand in none of the texts."""

    template: ClassVar[str] = "evidence/08-reflections.html"

    area_of_interest: str
    problem_of_practice: str
    body: Markup
    reflections: tuple[ReflectionBlock, ...]
    photos: tuple[PhotoBlock, ...]


def build_reflections_part(context: InquiryContext) -> ReflectionsPart:
    """Reflections by date, and on one day by the name of their file."""
    inquiry, texts = context.inquiry, context.texts
    return ReflectionsPart(
        area_of_interest=inquiry.area_of_interest,
        problem_of_practice=inquiry.problem_of_practice,
        body=texts.body,
        reflections=tuple(
            ReflectionBlock(
                id=reflection.id,
                date=reflection.date,
                title=reflection.title,
                looks_back_on=tuple(_looks_back_on(context, reflection)),
                html=texts.reflections[reflection.id],
            )
            for reflection in sorted(inquiry.reflections, key=_by_date)
        ),
        photos=tuple(_remaining_photos(context)),
    )


def _by_date(reflection: Reflection) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    return reflection.date.isoformat(), natural_key(reflection.id)


def _remaining_photos(context: InquiryContext) -> Iterator[PhotoBlock]:
    """The photos that no text of the inquiry shows."""
    for name, photo in context.inquiry.photos.items():
        image = context.images.get(f"photos/{name}")
        if image is None:
            continue
        end_of_source = f'/{image.address.rpartition("/")[2]}"'
        if not any(end_of_source in html for html in context.texts.all):
            yield PhotoBlock(photo, image)


def _looks_back_on(context: InquiryContext, reflection: Reflection) -> Iterator[Link]:
    translator, inquiry = context.translator, context.inquiry
    if reflection.visit:
        classes = {
            row.class_id: row.class_name for row in inquiry.observations if row.date == reflection.visit
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
