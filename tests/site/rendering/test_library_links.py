"""Which index pages a program has."""

from generator.model import Program
from generator.site.rendering.library_links import library_links
from generator.words.translator import ENGLISH
from tests.site.views import micro_credential


def test_a_kind_of_which_there_is_none_has_no_index() -> None:
    assert library_links(Program("Hill"), ENGLISH) == {}


def test_a_kind_of_which_there_is_one_has_an_index() -> None:
    program = Program("Hill", micro_credentials={"talk": micro_credential("talk", "Talk")})
    (link,) = library_links(program, ENGLISH).values()
    assert (link.text, link.address) == ("Micro-credentials", "micro-credentials/")
