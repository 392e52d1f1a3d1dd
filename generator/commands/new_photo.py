"""`portfolio new photo FILE`: a photo into an inquiry, as it may be published, with its entry."""

from datetime import date as Date
from pathlib import Path

import click

from generator.commands.common import Day
from generator.commands.prompts import Prompter, prompt_options
from generator.commands.terminal_output import print_line
from generator.layout import INQUIRY

# PhotoPeople, as it is typed
_PEOPLE = ("none", "adults", "consented", "not identifiable")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--inquiry", "named", help="T/I, for example ana-lopez/visible-thinking.")
@click.option("--alt", help="What the photo shows, for readers who cannot see it.")
@click.option("--people", type=click.Choice(_PEOPLE), help="Who can be recognized in it.")
@click.option("--consent", type=Day(), help="For consented: the date of the consent.")
@prompt_options
def photo(
    file: Path,
    named: str | None,
    alt: str | None,
    people: str | None,
    consent: Date | None,
    content: Path,
    yes: bool,
) -> int:
    """Add a photo to an inquiry: upright, smaller, without location and time.

    It is put into photos/ and listed in inquiry.md. JPEG, PNG, and WebP; HEIC once pi-heif is installed.

    \b
    Example:  portfolio new photo IMG_0042.HEIC --alt "Sentence starters on a table" --people none
    """
    from generator.authoring.new_photo import add_photo, encode_photo
    from generator.model import PhotoPeople
    from generator.reading.yaml.content_schema import PhotoFile

    prompter = Prompter(content, yes)
    gettext = prompter.translator.gettext
    folder = content / prompter.inquiry(named or _inquiry_around(file, content))
    encoded = encode_photo(file)
    alt = " ".join(
        prompter.text(alt, gettext("What does the photo show, in a few words?"), option="--alt").split()
    )
    choices = [(choice, gettext(choice)) for choice in _PEOPLE]
    people = prompter.choice(people, gettext("Who can be recognized in it?"), choices)
    if people == PhotoPeople.CONSENTED:
        consent = prompter.day(consent, gettext("What is the date on the consent form?"))
    entry = PhotoFile(alt=alt, people=PhotoPeople(people), consent_on_file=consent)
    added = add_photo(folder, file, encoded, entry)
    is_copy = not added.path.samefile(file)
    written = added.path if is_copy else folder / INQUIRY
    print_line(gettext("Written: {file}", file=written.as_posix()))
    if is_copy and content.resolve() in file.resolve().parents:
        print_line(gettext("Now delete {file}: the site shows the new picture.", file=file.as_posix()))
    return prompter.next(gettext("paste this into your text, where it belongs:"), f"  {added.line}")


def _inquiry_around(file: Path, content: Path) -> str | None:
    """The inquiry in whose folder the photo lies already."""
    from generator.authoring.content_paths import list_inquiries

    around = file.resolve().parents
    return next(
        (inquiry.id for inquiry in list_inquiries(content) if inquiry.folder.resolve() in around), None
    )
