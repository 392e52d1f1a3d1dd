"""Every text that is said to people, found in the sources, and the catalogues kept in step with them.

`make words` runs this file: each `locale/LANGUAGE.po` gets the texts that are new, loses those that
are gone, and what is not translated yet is listed.  It needs a checkout, not an installed program.
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

from generator.words.catalogue import ENGLISH, LOCALES

ROOT = Path(__file__).parent.parent.parent
# where the texts stand in each call: one, or a singular and its plural
PLACES: Mapping[str, tuple[tuple[int, ...], ...]] = {
    "gettext": ((0,),),
    "ngettext": ((0, 1),),
    "Phrase": ((0,),),
    "UserError": ((0,),),
    "error": ((2,), (3,)),
    "warning": ((2,), (3,)),
    "notice": ((2,), (3,)),
}
KEYWORDS = {"say": None, "count": (1, 2), "gettext": None, "ngettext": (1, 2)}  # the first two: templates
_WIDTH = 110

Found = tuple[int, str | None, str | tuple[str, ...], list[str]]


def python_texts(
    file: IO[bytes], keywords: Sequence[str], comment_tags: Sequence[str], options: Mapping[str, Any]
) -> Iterator[Found]:
    """The texts of one Python file, as Babel asks for them (babel.cfg).

    Babel's own reader of Python would run `"this" if one else "that"` together; here both are texts.
    """
    calls = [node for node in ast.walk(ast.parse(file.read())) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        for places in PLACES.get(_name(call.func), ()):
            if len(call.args) <= places[-1]:
                continue
            for texts in zip(*(_texts(call.args[place]) for place in places), strict=False):
                if len(texts) == 2:
                    yield call.lineno, "ngettext", texts, []
                elif texts[0]:
                    yield call.lineno, None, texts[0], []


def found_texts() -> Catalog:
    """A catalogue without translations: every text of the Python files and of the default theme."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    catalogue = Catalog()
    for name, line, text, comments, _ in extract_from_dir(
        ROOT, methods, options, keywords=KEYWORDS, directory_filter=_is_ours
    ):
        catalogue.add(text, None, [(Path(name).as_posix(), line)], auto_comments=comments)
    return catalogue


def missing_in(catalogue: Catalog) -> list[Message]:
    """Texts without a translation, or with only some of the forms that the language counts with."""
    return [
        message
        for message in catalogue
        if message.id
        and (
            message.fuzzy
            or not all(message.string if isinstance(message.string, tuple) else (message.string,))
        )
    ]


def updated(path: Path, template: Catalog) -> Catalog:
    """One language's file in step with the texts that were found; its header stays as it is."""
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
    return catalogue


def main() -> int:
    """Bring every language's file in step, and say what is missing in it."""
    template = found_texts()
    for path in sorted(LOCALES.glob("*.po")):
        if path.stem == ENGLISH:
            continue
        missing = missing_in(updated(path, template))
        sys.stdout.write(f"{path.name}: {len(template)} texts, {len(missing)} to translate\n")
        for message in missing:
            text = message.id if isinstance(message.id, str) else message.id[0]
            sys.stdout.write(f"  {text}\n")
    return 0


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


def _is_ours(folder: str | Path) -> bool:
    """Babel would read every folder below the checkout, virtual environments too."""
    parts = Path(folder).resolve().relative_to(ROOT).parts
    return parts[:1] in ((), ("generator",), ("themes",)) and "starter" not in parts


if __name__ == "__main__":
    sys.exit(main())
