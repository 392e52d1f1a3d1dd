"""Help and usage errors are in the language of the person at the machine."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from generator.cli import portfolio
from generator.commands.translated_command import click_speaks, help_text, paragraph_text, translated
from generator.words.catalogue import known_texts
from generator.words.translator import ENGLISH, Translator
from tests.terminal import portfolio as run

SPANISH = Translator("es")


def commands(command: click.Command) -> Iterator[click.Command]:
    yield command
    for each in command.commands.values() if isinstance(command, click.Group) else ():
        yield from commands(each)


def said_of(command: click.Command) -> Iterator[str]:
    """The texts that a command says of itself."""
    paragraphs = (command.help or "").split("\n\n")
    yield from (paragraph_text(each) for each in paragraphs if not each.lstrip().startswith("\b"))
    yield command.short_help or ""
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            yield paragraph_text(parameter.help or "")


@pytest.mark.parametrize("command", list(commands(portfolio)), ids=lambda command: command.name)
def test_every_text_of_a_command_is_in_the_catalogues(command: click.Command) -> None:
    assert {text for text in said_of(command) if text} - known_texts() == set()


def test_a_translated_command_leaves_the_first_as_it_was() -> None:
    before = portfolio.commands["build"].help
    spoken = translated(portfolio, SPANISH)
    assert (spoken.commands["build"].help or "").startswith("Construye el sitio")
    assert portfolio.commands["build"].help == before


def test_an_example_keeps_its_lines() -> None:
    example = "\b\nExample:  portfolio check\n          portfolio check --strict"
    assert help_text(f"Build the site.\n\n{example}", SPANISH) == (
        f"Construya el sitio.\n\n{example}".replace("Example:", "Ejemplo:")
    )


def test_click_speaks_only_while_it_is_lent_our_texts() -> None:
    context = click.Context(portfolio, info_name="portfolio")
    with click_speaks(SPANISH):
        assert "Uso:" in context.get_usage()
    assert "Usage:" in context.get_usage()


def test_in_english_click_says_what_it_always_said() -> None:
    with click_speaks(ENGLISH):
        assert click.UsageError("x").format_message() == "x"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("build", "--help"), "Uso: portfolio build"),
        (("build", "--help"), "Opciones:"),
        (("buld",), "No existe el comando 'buld'."),
        (("build", "--jbs", "2"), "No existe la opción"),
        (("import",), "Falta el argumento"),
        (("init", "--host", "moon"), "no es ninguna de estas opciones"),
    ],
)
def test_usage_and_its_errors_in_spanish(
    typed: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "es_MX.UTF-8")
    ran = run(*typed, inside=tmp_path)
    assert said in ran.out + ran.err
