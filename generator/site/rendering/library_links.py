"""The index pages of a program's library, as the menu, breadcrumbs and the pages themselves name them."""

from generator import addresses
from generator.model import Program
from generator.site.rendering.template_renderer import Link
from generator.words.translator import Translator


def library_links(program: Program, translator: Translator) -> dict[str, Link]:
    """Address -> link, of the kinds that the program has any of."""
    gettext = translator.gettext
    links = (
        (program.micro_credentials, Link(gettext("Micro-credentials"), addresses.MICRO_CREDENTIALS)),
        (program.change_ideas, Link(gettext("Change ideas"), addresses.CHANGE_IDEAS)),
        (program.tools, Link(gettext("Tools"), addresses.TOOLS)),
    )
    return {link.address: link for present, link in links if present}
