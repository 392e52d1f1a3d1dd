"""Finds every text of the program in its sources, and keeps the catalogues in step with them.

`make words` runs this file: each `locale/LANGUAGE.po` gets the texts that are new, loses those that
are gone, and both are listed.  It needs a checkout, not an installed program.
"""

import ast
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po
from msgspec import Struct

from generator.nearest import nearest
from generator.words.catalogue import LOCALES, SOURCE_LANGUAGE

ROOT = Path(__file__).parent.parent.parent
# the calls that take a text, and at which positions: a text, or a singular with its plural
TEXT_ARGUMENTS: Mapping[str, tuple[tuple[int, ...], ...]] = {
    "gettext": ((0,),),
    "ngettext": ((0, 1),),
    "Phrase": ((0,),),
    "CountedPhrase": ((0, 1),),
    "UserError": ((0,),),
    "error": ((2,), (3,)),
    "warning": ((2,), (3,)),
    "notice": ((2,), (3,)),
}
# as Babel counts positions, from 1; `say` and `count` are the names in templates
BABEL_KEYWORDS = {"say": None, "count": (1, 2), "gettext": None, "ngettext": (1, 2)}
_WIDTH = 110

# (line, function, text or forms, comments), as Babel takes them from an extractor
ExtractedText = tuple[int, str | None, str | tuple[str, ...], list[str]]


def extract_python_texts(
    file: IO[bytes], keywords: Sequence[str], comment_tags: Sequence[str], options: Mapping[str, Any]
) -> Iterator[ExtractedText]:
    """The texts of one Python file, as Babel asks for them (babel.cfg).

    Babel's own reader of Python would run `"this" if one else "that"` together; here both are texts.
    """
    nodes = list(ast.walk(ast.parse(file.read())))
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        yield from _texts_of_call(call)
        yield from _help_of_call(call)
    for node in nodes:
        if isinstance(node, ast.FunctionDef) and any(map(_is_command, node.decorator_list)):
            yield from _paragraphs(node)


def extract_texts() -> Catalog:
    """A catalogue without translations: every text of the Python files and of the default theme."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    catalogue = Catalog()
    for name, line, text, comments, _ in extract_from_dir(
        ROOT, methods, options, keywords=BABEL_KEYWORDS, directory_filter=_holds_sources
    ):
        catalogue.add(text, None, [(Path(name).as_posix(), line)], auto_comments=comments)
    return catalogue


def untranslated(catalogue: Catalog) -> list[Message]:
    """Texts without a translation, or with only some of the forms that the language counts with."""
    return [message for message in catalogue if message.id and (message.fuzzy or not _is_complete(message))]


class CatalogueUpdate(Struct, frozen=True):
    """A language's catalogue in step, and the texts it lost: text -> the text now most like it, or ""."""

    catalogue: Catalog
    gone: Mapping[str, str]


def update_catalogue(path: Path, template: Catalog) -> CatalogueUpdate:
    """Bring one language's file in step with `template`; its header stays as it is."""
    data = path.read_bytes()
    header = data.partition(b"\n\n")[0] + b"\n\n"
    with path.open("rb") as file:
        catalogue = read_po(file)
    catalogue.update(template, no_fuzzy_matching=True)
    with path.open("wb") as file:
        file.write(header)
        write_po(
            file,
            catalogue,
            width=_WIDTH,
            omit_header=True,
            ignore_obsolete=True,
            sort_by_file=True,
            include_lineno=False,
        )
    new = [english(message) for message in untranslated(catalogue)]
    gone = [english(message) for message in catalogue.obsolete.values()]
    return CatalogueUpdate(catalogue, {text: nearest(text, new) for text in gone})


def english(message: Message) -> str:
    """A message's English text, of a counted one the singular."""
    return message.id if isinstance(message.id, str) else str(message.id[0])


def update_all_catalogues() -> None:
    """Bring every language's file in step, and print what is missing in it and what it lost."""
    template = extract_texts()
    for path in sorted(LOCALES.glob("*.po")):
        if path.stem == SOURCE_LANGUAGE:
            continue
        update = update_catalogue(path, template)
        missing = untranslated(update.catalogue)
        sys.stdout.write(f"{path.name}: {len(template)} texts, {len(missing)} to translate\n")
        sys.stdout.writelines(f"  {english(message)}\n" for message in missing)
        for text, near in update.gone.items():
            sys.stdout.write(f"  gone: {text}\n" + (f"  now?  {near}\n" if near else ""))


def _texts_of_call(call: ast.Call) -> Iterator[ExtractedText]:
    for positions in TEXT_ARGUMENTS.get(_name(call.func), ()):
        if len(call.args) <= positions[-1]:
            continue
        for texts in zip(*(_texts(call.args[position]) for position in positions), strict=False):
            if len(texts) == 2:
                yield call.lineno, "ngettext", texts, []
            elif texts[0]:
                yield call.lineno, None, texts[0], []


def _help_of_call(call: ast.Call) -> Iterator[ExtractedText]:
    """What an option or a command says of itself: click's `help=` and `short_help=`."""
    for keyword in call.keywords:
        if keyword.arg in ("help", "short_help"):
            for text in _texts(keyword.value):
                yield call.lineno, None, " ".join(text.split()), []


def _is_command(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Call) and _name(decorator.func) in ("command", "group")


def _paragraphs(function: ast.FunctionDef) -> Iterator[ExtractedText]:
    """The help of a command, a text a paragraph, without examples (`translated_command.help_text`)."""
    for paragraph in (ast.get_docstring(function) or "").split("\n\n"):
        if not paragraph.startswith("\b"):
            yield function.lineno, None, " ".join(paragraph.split()), []


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _texts(argument: ast.expr) -> Iterator[str]:
    """The texts that an argument can be; nothing for one that is worked out elsewhere."""
    if isinstance(argument, ast.IfExp):
        yield from _texts(argument.body)
        yield from _texts(argument.orelse)
    elif isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value


def _is_complete(message: Message) -> bool:
    return all(message.string if isinstance(message.string, tuple) else (message.string,))


def _holds_sources(folder: str | Path) -> bool:
    """Babel would read every folder below the checkout, virtual environments too."""
    parts = Path(folder).resolve().relative_to(ROOT).parts
    return parts[:1] in ((), ("generator",), ("themes",)) and "starter" not in parts


if __name__ == "__main__":
    update_all_catalogues()
