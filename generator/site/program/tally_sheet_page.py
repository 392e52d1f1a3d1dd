"""The printable tally sheet of a tool: a grid that matches the table, and the way to the tally page."""

from dataclasses import dataclass

from markupsafe import Markup

from generator import addresses
from generator.model import Program, Prompt, PromptKind, Tool
from generator.site.rendering.qr_code import qr_code
from generator.site.rendering.template_renderer import Link
from generator.words.translator import Translator

ROWS = 6  # visits on a page, with room for strokes


@dataclass(frozen=True, slots=True)
class TallySheetPage:
    """`tally` is the address of the tally page; empty where nothing can be tapped."""

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    tool: Tool
    prompts: tuple[tuple[Prompt, str], ...]  # with what to write in the cell
    rows: int
    tally: str
    qr: Markup


def tally_sheet_page(
    translator: Translator, program: Program, tool: Tool, home: tuple[Link, ...], *, tally: bool
) -> TallySheetPage:
    title = translator.gettext("Tally sheet: {tool}", tool=tool.title)
    address = addresses.tally(tool.id) if tally else ""
    return TallySheetPage(
        address=addresses.sheet(tool.id),
        title=title,
        description=title,
        trail=(*home, Link(tool.title, addresses.tool(tool.id))),
        tool=tool,
        prompts=tuple((prompt, _cell(translator, prompt)) for prompt in tool.prompts),
        rows=ROWS,
        tally=address,
        qr=tally_code(translator, program, address),
    )


def tally_code(translator: Translator, program: Program, tally: str) -> Markup:
    """The QR code of the tally page; empty without an address on the web."""
    if not program.url or not tally:
        return Markup()
    return qr_code(
        addresses.absolute_url(program.url, tally), translator.gettext("QR code of the tally page")
    )


def _cell(translator: Translator, prompt: Prompt) -> str:
    match prompt.kind:
        case PromptKind.COUNT_OF:
            return translator.gettext("a stroke for each student")
        case PromptKind.TALLY:
            return translator.gettext("a stroke each time")
        case PromptKind.PERCENT:
            return translator.gettext("how many at each look")
        case PromptKind.SCALE:
            return translator.gettext("the mean score")
