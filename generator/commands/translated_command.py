"""The commands' own help, and what click says around it, in the language of the person at the machine.

Click takes its texts from Python's gettext, which looks for the files of one domain in a folder of the
system.  Ours are in our own catalogue, so click's modules are lent our functions while a command runs.
"""

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from inspect import cleandoc
from typing import TypeVar

import click
from click import core, decorators, exceptions, formatting, parser, termui, types

from generator.problems import Phrase
from generator.words.catalogue import load_catalogue
from generator.words.translator import Translator

_MODULES = (core, decorators, exceptions, formatting, parser, termui, types)
_NOT_FILLED = "\b"  # click's sign before a paragraph whose lines stay as they are: an example
# what click 8 says; `make words` finds them here
CLICK_TEXTS = (
    Phrase("Usage:"),
    Phrase("Options"),
    Phrase("Commands"),
    Phrase("Positional arguments"),
    Phrase("Show this message and exit."),
    Phrase("Show the version and exit."),
    Phrase("%(prog)s, version %(version)s"),
    Phrase("required"),
    Phrase("default: {default}"),
    Phrase("Error: {message}"),
    Phrase("Try '{command} {option}' for help."),
    Phrase("Missing command."),
    Phrase("Missing argument"),
    Phrase("Missing option"),
    Phrase("Missing parameter"),
    Phrase("Invalid value: {message}"),
    Phrase("Invalid value for {param_hint}: {message}"),
    Phrase("No such option {name!r}."),
    Phrase("No such command {name!r}."),
    Phrase("Option {name!r} does not take a value."),
    Phrase("{value!r} is not a valid {number_type}."),
    Phrase("{value} is not in the range {range}."),
    Phrase("Choose from:\n\t{choices}"),
    Phrase("file"),
    Phrase("directory"),
    Phrase("path"),
    Phrase("File"),
    Phrase("Directory"),
    Phrase("Path"),
    Phrase("{name} {filename!r} does not exist."),
    Phrase("{name} {filename!r} is a file."),
    Phrase("{name} {filename!r} is a directory."),
    Phrase("{name} {filename!r} is not readable."),
    Phrase("{name} {filename!r} is not writable."),
    Phrase("Could not open file {filename!r}: {message}"),
    Phrase("unknown error"),
    Phrase("Repeat for confirmation"),
)
AnyCommand = TypeVar("AnyCommand", bound=click.Command)


def click_texts(translator: Translator) -> Iterator[str]:
    """What click says in forms for numbers; never called: for `make words` to find."""
    yield translator.ngettext(
        "Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 1
    )
    yield translator.ngettext(
        "Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", 1
    )
    yield translator.ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 1)
    yield translator.ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 1)


def translated(command: AnyCommand, translator: Translator) -> AnyCommand:
    """The command with its help, its options' and its subcommands' in the translator's language."""
    spoken = copy.copy(command)
    spoken.help = help_text(command.help, translator)
    spoken.short_help = translator.gettext(command.short_help) if command.short_help else None
    spoken.params = [_parameter(parameter, translator) for parameter in command.params]
    if isinstance(spoken, click.Group):
        spoken.commands = {name: translated(each, translator) for name, each in spoken.commands.items()}
    return spoken


def help_text(text: str | None, translator: Translator) -> str | None:
    """A help text, paragraph by paragraph; the lines of an example stay as they are."""
    if not text:
        return text
    return "\n\n".join(
        paragraph.replace("Example:", translator.gettext("Example:"))
        if paragraph.startswith(_NOT_FILLED)
        else translator.gettext(paragraph_text(paragraph))
        for paragraph in cleandoc(text).split("\n\n")
    )


def paragraph_text(paragraph: str) -> str:
    """A paragraph as one line, as it stands in the catalogue."""
    return " ".join(paragraph.split())


@contextmanager
def click_speaks(translator: Translator) -> Iterator[None]:
    """While it lasts, click's own texts are in the translator's language."""
    catalogue = load_catalogue(translator.language)
    texts = {"_": catalogue.gettext, "ngettext": catalogue.ngettext}
    lent = [
        (module, name, getattr(module, name))
        for module in _MODULES
        for name in texts
        if hasattr(module, name)
    ]
    try:
        for module, name, _ in lent:
            setattr(module, name, texts[name])
        yield
    finally:
        for module, name, original in lent:
            setattr(module, name, original)


def _parameter(parameter: click.Parameter, translator: Translator) -> click.Parameter:
    if not isinstance(parameter, click.Option) or not parameter.help:
        return parameter
    spoken = copy.copy(parameter)
    spoken.help = translator.gettext(paragraph_text(parameter.help))
    return spoken
