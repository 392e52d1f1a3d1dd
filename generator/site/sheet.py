"""The printable tally sheet of a tool: a grid that matches the table, and the way to the tally page."""

from dataclasses import dataclass

from markupsafe import Markup

from generator import addresses
from generator.model import Kind, Program, Prompt, Tool
from generator.site.qr import qr_code
from generator.site.render import Way
from generator.words.speech import Words

ROWS = 6  # visits on a page, with room for strokes


@dataclass(frozen=True, slots=True)
class SheetPage:
    """`tally` is the address of the tally page; empty where nothing can be tapped."""

    address: str
    title: str
    description: str
    trail: tuple[Way, ...]
    tool: Tool
    prompts: tuple[tuple[Prompt, str], ...]  # with what to write in the cell
    rows: int
    tally: str
    qr: Markup


def sheet_page(
    words: Words, program: Program, tool: Tool, home: tuple[Way, ...], *, tally: bool
) -> SheetPage:
    title = words.say("Tally sheet: {tool}", tool=tool.title)
    address = addresses.tally(tool.id) if tally else ""
    return SheetPage(
        address=addresses.sheet(tool.id),
        title=title,
        description=title,
        trail=(*home, Way(tool.title, addresses.tool(tool.id))),
        tool=tool,
        prompts=tuple((prompt, _cell(words, prompt)) for prompt in tool.prompts),
        rows=ROWS,
        tally=address,
        qr=tally_code(words, program, address),
    )


def tally_code(words: Words, program: Program, tally: str) -> Markup:
    """The QR code of the tally page; empty without an address on the web."""
    if not program.url or not tally:
        return Markup()
    return qr_code(addresses.full(program.url, tally), words.say("QR code of the tally page"))


def _cell(words: Words, prompt: Prompt) -> str:
    match prompt.kind:
        case Kind.COUNT_OF:
            return words.say("a stroke for each student")
        case Kind.TALLY:
            return words.say("a stroke each time")
        case Kind.PERCENT:
            return words.say("how many at each look")
        case Kind.SCALE:
            return words.say("the mean score")
