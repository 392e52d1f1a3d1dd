"""The page of the text search."""

from markupsafe import Markup
from msgspec import Struct

from generator import addresses
from generator.site.program.program_context import ProgramContext
from generator.site.rendering.inline_json import json_in_html
from generator.site.rendering.template_renderer import Link


class SearchPage(Struct, frozen=True):
    """`root` is the path to the site's root, `script_texts` what scripts/search.js says, as JSON."""

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    root: str
    script_texts: Markup


def search_page(context: ProgramContext) -> SearchPage:
    """The view of the search page; what it searches is the index beside it."""
    gettext = context.translator.gettext
    script_texts = {
        "found": gettext("{n} found"),
        "none": gettext("Nothing found. Try fewer or shorter words."),
        "offline": gettext("The search index could not be loaded. Search works only on the published site."),
    }
    return SearchPage(
        address=addresses.SEARCH,
        title=gettext("Search"),
        description=gettext("Find an inquiry by a word of it."),
        trail=context.trail,
        root=addresses.path_to_root(addresses.SEARCH),
        script_texts=json_in_html(script_texts),
    )
