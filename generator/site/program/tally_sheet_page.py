"""The printable tally sheet of a tool: a grid that matches the table, and the way to the tally page."""

from markupsafe import Markup
from msgspec import Struct

from generator import addresses
from generator.model import Prompt, PromptKind, Tool
from generator.site.program.program_context import ProgramContext
from generator.site.rendering.context import RenderContext
from generator.site.rendering.qr_code import qr_code
from generator.site.rendering.template_renderer import Link

ROWS = 6  # visits on a page, with room for strokes


class TallySheetPage(Struct, frozen=True):
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


def tally_sheet_page(context: ProgramContext, tool: Tool) -> TallySheetPage:
    """The view of a tool's printable sheet."""
    title = context.translator.gettext("Tally sheet: {tool}", tool=tool.title)
    tally = addresses.tally(tool.id) if tool.tapped else ""
    return TallySheetPage(
        address=addresses.sheet(tool.id),
        title=title,
        description=title,
        trail=(*context.trail_below(addresses.TOOLS), Link(tool.title, addresses.tool(tool.id))),
        tool=tool,
        prompts=tuple((prompt, _cell_text(context, prompt)) for prompt in tool.prompts),
        rows=ROWS,
        tally=tally,
        qr=tally_qr_code(context.render, tally),
    )


def tally_qr_code(context: RenderContext, tally: str, fragment: str = "", label: str = "") -> Markup:
    """The QR code of the tally page at the address `tally`; empty without that, or without an address on
    the web.  `fragment` is what the page is told behind the #."""
    url = context.program.url
    if not url or not tally:
        return Markup()
    label = label or context.translator.gettext("QR code of the tally page")
    page = addresses.absolute_url(url, tally)
    return qr_code(f"{page}#{fragment}" if fragment else page, label)


def _cell_text(context: ProgramContext, prompt: Prompt) -> str:
    """What to write in a prompt's cells."""
    gettext = context.translator.gettext
    match prompt.kind:
        case PromptKind.COUNT_OF:
            return gettext("a tally mark for each student")
        case PromptKind.TALLY:
            return gettext("a tally mark each time")
        case PromptKind.PERCENT:
            return gettext("how many each time")
        case PromptKind.SCALE:
            return gettext("the mean score")
