"""The tap-to-tally page of a tool: one self-contained file, and the worker that lets it open offline."""

from collections.abc import Mapping
from hashlib import blake2b

from markupsafe import Markup
from msgspec import Struct

from generator import addresses
from generator.model import PromptKind, Tool
from generator.problems import Phrase
from generator.site.rendering.context import RenderContext
from generator.site.rendering.inline_json import json_in_html, source_hash
from generator.site.rendering.template_renderer import Link

_SCRIPTS = (
    "invited-class.js",
    "tally-log.js",
    "visit-form.js",
    "prompt-details.js",
    "tally.js",
)  # one script in the page, in this order
# what tally.js says; the words of the buttons are the template's
_SCRIPT_TEXTS = (
    Phrase("All {n} students are counted for this prompt."),
    Phrase("Undone."),
    Phrase("Saved as {file}."),
    Phrase("Copied. Paste it into an e-mail or a file."),
    Phrase("Copy the lines below."),
    Phrase("What to look for: {prompt}"),
    Phrase("{class}, {n} students"),
    Phrase("Interval {n}"),
    Phrase("Remove"),
    Phrase("Really remove?"),
    Phrase("Clear all"),
    Phrase("Really clear all?"),
    Phrase("Really clear all? Save first."),
    Phrase("Saved"),
    Phrase("Keep counting"),
    Phrase("Light mode"),
    Phrase("Dark mode"),
    Phrase("Type the class and how many students are there."),
    Phrase("Type how many students are there: a whole number from 1 to 999."),
    Phrase("The invitation says {class}, {n} students. Count them, and correct the number if it differs."),
    Phrase("If there are more students, correct the number."),
    Phrase("{n} students are already counted for a prompt. Type {n} or more, or cancel and undo first."),
    Phrase("Change number"),
    Phrase("The next interval has begun."),
)


class TallyPage(Struct, frozen=True):
    """The page with all that it needs: `data` for its script as JSON, `policy` its Content-Security-Policy.

    `written` are the prompts that cannot be tapped: mean scores.  `sheet` is the address of the printable
    sheet, `back` the tool's.
    """

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    tool: Tool
    written: tuple[str, ...]
    data: Markup
    style: Markup
    script: Markup
    policy: str
    sheet: str
    back: str


def tally_page(context: RenderContext, tool: Tool) -> TallyPage | None:
    """The view of a tool's tally page with the theme's style and script in it; None for a tool of which
    nothing can be tapped."""
    if not tool.tapped:
        return None
    style, *scripts = (context.tally[name].decode("utf-8", "replace") for name in ("tally.css", *_SCRIPTS))
    script = "".join(scripts)
    gettext = context.translator.gettext
    data = {
        "tool": _tool_data(tool),
        "words": {str(text): gettext(text) for text in _SCRIPT_TEXTS},
    }
    policy = (
        f"default-src 'none'; script-src {source_hash(script)}; style-src {source_hash(style)}; "
        "img-src data:; connect-src 'none'; worker-src 'self'; base-uri 'none'; form-action 'none'"
    )
    title = gettext("Tally: {tool}", tool=tool.title)
    return TallyPage(
        address=addresses.tally(tool.id),
        title=title,
        description=title,
        trail=(),
        tool=tool,
        written=tuple(prompt.text for prompt in tool.prompts if prompt.kind is PromptKind.SCALE),
        data=json_in_html(data),
        style=Markup(style),
        script=Markup(script),
        policy=policy,
        sheet=addresses.sheet(tool.id),
        back=addresses.tool(tool.id),
    )


def _tool_data(tool: Tool) -> dict[str, object]:
    """What tally.js knows of a tool and its prompts that can be tapped."""
    return {
        "id": tool.id,
        "title": tool.title,
        "version": tool.version,
        "interval_minutes": tool.interval_minutes,
        "samples": any(prompt.kind is PromptKind.PERCENT for prompt in tool.tapped),
        "prompts": [
            {
                "id": prompt.id,
                "text": prompt.text,
                "look_for": prompt.look_for,
                # x of n: nobody is counted twice, and the reader takes no more than n
                "once": prompt.kind is not PromptKind.TALLY,
            }
            for prompt in tool.tapped
        ],
    }


def tally_service_worker(page: bytes, files: Mapping[str, bytes]) -> bytes:
    """The page's service worker (`files` are the theme's): another page, another version of what it keeps."""
    version = blake2b(page, digest_size=8).hexdigest()
    return files["sw.js"].replace(b"@VERSION@", version.encode())
