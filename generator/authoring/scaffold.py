"""`portfolio init`: the files of a new program, written where nothing is yet."""

import json
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from generator.authoring.code_owners import CODEOWNERS, owned_by
from generator.authoring.hosts import Host, at_address, host_folder
from generator.layout import ATTESTATIONS, CONTENT, SETTINGS, has_settings, root_of, settings_files
from generator.reading.web_address import is_plain_web_address
from generator.reading.yaml.editor_schemas import json_schemas
from generator.reading.yaml.strict_yaml import parse_yaml
from generator.words.catalogue import base_language
from generator.writing.whole_file import EXECUTABLE, make_parents, write_new

_HERE = Path(__file__).parent.parent
REQUIREMENTS = "requirements.txt"
SCHEMAS = ".schemas"


class InitResult(Struct, frozen=True):
    """Paths below the program's folder, with forward slashes: written, and kept as they were.

    `content_kept`: there was a program already, so nothing was added to its content.
    """

    written: tuple[str, ...]
    kept: tuple[str, ...]
    content_kept: bool = False


def init_program(
    folder: Path,
    *,
    demo: bool,
    owners: Sequence[str] = (),
    requirement: str = "",
    host: Host = Host.GITHUB,
    language: str = "",
) -> InitResult:
    """Write a new program; with `demo` the full example in place of the starter's content.

    A file that is there already is never touched, and a program that is there already gets no
    example teacher or tools mixed in, only what lies beside its content.  Raises OSError where the
    machine fails.  `owners` are who must agree to changes of the program's own files on GitHub; without any
    no CODEOWNERS is written, because one that names nobody protects nothing.  `requirement` is what the
    workflow installs (without one the file for it is not written), `host` where the site will be: its
    files are written too.  `language` is the tag that the starter's program.yml names, and its texts are in
    it where there are such; empty for the starter's own.
    """
    files = starter_files(host, url_of_program(folder)) | starter_content(language)
    code_owners = files.pop(CODEOWNERS, None)
    if owners and code_owners:
        files[CODEOWNERS] = owned_by(code_owners.decode(), owners).encode()
    if requirement:
        files[REQUIREMENTS] = f"{requirement}\n".encode()
    if demo:
        demo_files = _tree(demo_content(), f"{CONTENT}/")
        demo_files[ATTESTATIONS] = (root_of(demo_content()) / ATTESTATIONS).read_bytes()
        files = beside_content(files) | demo_files
    content_kept = has_settings(folder / CONTENT)
    if content_kept:
        files = beside_content(files)
    files |= {f"{SCHEMAS}/{name}": data for name, data in schema_files().items()}
    written, kept = [], []
    for name, data in sorted(files.items()):
        path = folder / name
        if os.path.lexists(path):
            kept.append(name)
            continue
        make_parents(folder, name)
        write_new(path, data, mode=EXECUTABLE if data.startswith(b"#!") else None)
        written.append(name)
    return InitResult(tuple(written), tuple(kept), content_kept)


def schema_files() -> dict[str, bytes]:
    """File name -> JSON Schema of each kind of file, as text."""
    return {
        f"{name}.schema.json": f"{json.dumps(shape, ensure_ascii=False, indent=1)}\n".encode()
        for name, shape in json_schemas().items()
    }


def demo_content() -> Path:
    """The example program: inside the wheel, or beside the package in a checkout."""
    inside = _HERE / "starter" / "demo" / CONTENT
    return inside if inside.is_dir() else _HERE.parent / CONTENT


def starter_files(host: Host, url: str) -> dict[str, bytes]:
    """The files of a new program for this host and address, by their paths, with owners still to be named."""
    files = _tree(_HERE / "starter" / "program", "")
    return files | {name: at_address(data, url) for name, data in _tree(host_folder(host), "").items()}


def starter_content(language: str) -> dict[str, bytes]:
    """What of a new program's content is another one in this language: its texts, and the language that
    program.yml names.  Nothing where no language is asked for."""
    if not language:
        return {}
    texts = _tree(_HERE / "starter" / "languages" / base_language(language), "")
    settings = f"{CONTENT}/{SETTINGS}"
    english = (_HERE / "starter" / "program" / settings).read_bytes()
    named = re.sub(rb"(?m)^language: \S+", f"language: {language}".encode(), texts.get(settings, english))
    return texts | {settings: named}


def url_of_program(folder: Path) -> str:
    """The address in a program that is there already; empty without one."""
    for path in settings_files(folder / CONTENT):
        document, _ = parse_yaml(path.read_bytes(), path.name)
        settings = document.value if document else None
        if isinstance(settings, dict) and is_plain_web_address(url := str(settings.get("url") or "")):
            return url
    return ""


def beside_content(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Those that are not the program's content."""
    return {name: data for name, data in files.items() if not name.startswith(f"{CONTENT}/")}


def _tree(folder: Path, prefix: str) -> dict[str, bytes]:
    """The files below a folder by their paths; a part of a path that begins with dot- begins with a dot."""
    return {
        prefix + "/".join(map(_dotted, path.relative_to(folder).parts)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".DS_Store"
    }


def _dotted(part: str) -> str:
    return f".{part.removeprefix('dot-')}" if part.startswith("dot-") else part
