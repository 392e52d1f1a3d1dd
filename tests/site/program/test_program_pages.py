"""Every page of the program, put together."""

from msgspec.structs import replace

from generator import addresses
from generator.model import Issuer, Program
from generator.site.program.program_pages import list_program_pages
from generator.site.rendering.context import join_parts
from tests.site.views import inquiry_card, micro_credential, program_context, render_context, teacher_card


def files_of(program: Program) -> set[str]:
    card = teacher_card("Ana", inquiry_card("Who talks?"))
    context = replace(program_context(card), render=render_context(program))
    part = join_parts(part for pages in list_program_pages(context) for part in pages.build(context))
    assert not part.problems
    return set(part.files)


def test_every_program_has_its_home_page_list_search_privacy_and_lost_page() -> None:
    files = files_of(Program("Hill"))
    assert {
        "index.html",
        "teachers/index.html",
        "search/index.html",
        "privacy/index.html",
        "404.html",
    } <= files
    assert {addresses.FINDER_ROWS, addresses.SEARCH_INDEX} <= files
    assert "review/index.html" not in files
    assert addresses.file_path(addresses.VERIFY) not in files


def test_micro_credentials_bring_the_desk_and_an_issuer_the_page_that_checks() -> None:
    program = Program(
        "Hill",
        url="https://hill.example.org/",
        micro_credentials={"visible": micro_credential("visible", "Visible thinking")},
        issuer=Issuer("Hill District"),
    )
    files = files_of(program)
    assert {"review/index.html", "micro-credentials/visible/index.html"} <= files
    assert addresses.file_path(addresses.VERIFY) in files
