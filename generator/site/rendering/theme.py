"""The chain of theme folders: a program's own `themes/NAME` over the default theme.

A theme is `templates/*.html`, `styles/*.css`, `scripts/*.js`, `static/*`, `tally/*` and `words.yml`.
Any single file of a program's own theme takes the place of the default's file of the same name;
styles with a name of their own are added after the default's.  Themes are trusted, as the tool is;
content is not.
"""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct

from generator.layout import SETTINGS, THEMES, bundled_themes
from generator.nearest import nearest
from generator.problems import MOST_OF_A_KIND, Place, Problem, error, warning
from generator.reading.yaml.strict_yaml import parse_yaml
from generator.words.catalogue import known_texts
from generator.words.reworded_texts import current_text
from generator.words.text_places import text_places

DEFAULT = "default"
_TALLY_SCRIPTS = ("invited-class.js",)  # scripts of other pages that the tally page carries too


class Theme(Struct, frozen=True):
    """A theme read into memory: picklable, so that it can be sent to a worker process or machine.

    Templates, static files, scripts and the tally page's files are by their path below their folder.
    """

    name: str
    templates: Mapping[str, str]
    fallback: Mapping[str, str]  # the default theme's templates
    stylesheet: bytes
    static: Mapping[str, bytes]
    wording: Mapping[str, str]  # English text -> the program's own wording
    tally: Mapping[str, bytes]  # what the tally page carries within itself
    scripts: Mapping[str, bytes]

    @property
    def stylesheet_address(self) -> str:
        """Fingerprinted, so that a browser may keep it for ever."""
        return f"assets/site-{blake2b(self.stylesheet, digest_size=5).hexdigest()}.css"

    @property
    def script_addresses(self) -> dict[str, str]:
        """File name -> address, fingerprinted like the style sheet."""
        return {
            name: f"assets/{name.removesuffix('.js')}-{blake2b(data, digest_size=5).hexdigest()}.js"
            for name, data in self.scripts.items()
        }

    @property
    def parts(self) -> tuple[str | list[tuple[str, bytes]] | bytes, ...]:
        """Everything that pages are made of, for a digest of it."""
        texts = (*self.templates.items(), ("", ""), *self.fallback.items(), ("", ""), *self.wording.items())
        return (
            self.name,
            [(name, text.encode()) for name, text in texts],
            self.stylesheet,
            list(self.static.items()),
            list(self.tally.items()),
            list(self.scripts.items()),
        )

    @property
    def files(self) -> dict[str, bytes]:
        """What the theme puts into the site: address -> bytes.  Worked out from digests at each call."""
        addresses = self.script_addresses
        return {
            self.stylesheet_address: self.stylesheet,
            **{addresses[name]: data for name, data in self.scripts.items()},
            **{f"assets/{name}": data for name, data in self.static.items()},
        }


def load_theme(name: str, own_themes: Path) -> tuple[Theme, list[Problem]]:
    """The theme of this name, from the program's `themes/` folder or those that come with us.

    A name that neither has gives a problem and the default theme.
    """
    default = bundled_themes() / DEFAULT
    # the name of a folder, not a path to one
    is_name = not name.startswith(".") and not set(name) & set("/\\:")
    candidates = (bundled_themes() / name, own_themes / name) if is_name else ()
    folders = [folder for folder in candidates if _is_folder(folder)]
    layers = [default, *(folder for folder in folders if folder != default)]
    wording, words_problems = _layered_words(layers)
    scripts = _layered_files(layers, "scripts", ".js")
    tally = _layered_files(layers, "tally") | {name: scripts[name] for name in _TALLY_SCRIPTS}
    theme = Theme(
        name=name,
        templates=_layered_templates(layers),
        fallback=_layered_templates([default]),
        stylesheet=b"\n".join(_layered_files(layers, "styles", ".css").values()),
        static=_layered_files(layers, "static"),
        wording=wording,
        tally={file: data.replace(b"\r\n", b"\n") for file, data in tally.items()},
        scripts=scripts,
    )
    return theme, [*([] if folders else [_unknown_theme(name)]), *words_problems]


def _layered_files(layers: Sequence[Path], folder: str, suffix: str = "") -> dict[str, bytes]:
    """Path below the folder -> bytes; the file of a later layer replaces that of an earlier one."""
    return {file: data for layer in layers for file, data in _files(layer / folder, suffix)}


def _layered_templates(layers: Sequence[Path]) -> dict[str, str]:
    files = _layered_files(layers, "templates", ".html")
    return {file: data.decode("utf-8", "replace") for file, data in files.items()}


def _layered_words(layers: Sequence[Path]) -> tuple[dict[str, str], list[Problem]]:
    wording: dict[str, str] = {}
    problems: list[Problem] = []
    for layer in layers:
        layer_words, layer_problems = _words(layer / "words.yml", list(_layered_templates([layer]).values()))
        wording |= layer_words
        problems += layer_problems
    return wording, problems


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _files(folder: Path, suffix: str = "") -> Iterator[tuple[str, bytes]]:
    """(path below the folder, bytes) of its regular files, sorted; nothing where it is not there."""
    if not _is_folder(folder):
        return
    for path in sorted(folder.rglob(f"*{suffix}")):
        if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _words(path: Path, templates: Sequence[str]) -> tuple[dict[str, str], list[Problem]]:
    """A theme's words.yml: English text -> the theme's own wording.  `templates` are the texts of the
    theme's own templates, which may have words that the program does not have.
    """
    if not path.is_file():
        return {}, []
    place = f"{THEMES}/{path.parent.name}/{path.name}"
    document, problems = parse_yaml(path.read_bytes(), place)
    if document is None or document.value is None:
        return {}, problems
    if not isinstance(document.value, dict):
        return {}, [*problems, _not_words(Place(place, 1))]
    wording: dict[str, str] = {}
    for text, replacement in document.value.items():
        if isinstance(replacement, str) and text_places(replacement) <= text_places(str(text)):
            wording[str(text)] = replacement
            if str(text) not in known_texts() and not any(str(text) in page for page in templates):
                problems.append(_unknown_text(document.place((text,)), str(text), len(problems) + 1))
        elif isinstance(replacement, str):
            problems.append(_other_places(document.place((text,)), str(text)))
        else:
            problems.append(_not_words(document.place((text,))))
    return wording, problems


def _unknown_theme(name: str) -> Problem:
    return error(
        "unknown-theme",
        Place(SETTINGS, field="theme"),
        "There is no theme {name}; the pages use the default theme.",
        "Create a folder themes/{name}/ beside content/, or type: theme: default",
        name=name,
    )


def _unknown_text(place: Place, text: str, number: int) -> Problem:
    """`number` counts the problems of the file from 1."""
    # the nearest of two thousand texts takes milliseconds: for as many as are said one by one
    reworded = current_text(text)
    near = reworded or (nearest(text, sorted(known_texts())) if number <= MOST_OF_A_KIND else "")
    return warning(
        "unknown-text",
        place,
        "runfolio has no text “{text}”, so this wording is not used.",
        "It is called now: {near}"
        if reworded
        else "Did you mean {near}?"
        if near
        else "Type the English text exactly as an English site shows it.",
        text=text,
        near=near,
    )


def _other_places(place: Place, text: str) -> Problem:
    return error(
        "other-places",
        place,
        "The wording has {{…}} places that the English text does not have.",
        "Use only those of: {text}",
        text=text,
    )


def _not_words(place: Place) -> Problem:
    return error(
        "not-words",
        place,
        "The words of a theme are lines of the form: the English text: your own wording",
        'Type, for instance: "Run charts": Our run charts',
    )
