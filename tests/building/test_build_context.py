"""Opening a program: what every unit is built with, here and on another machine."""

from collections.abc import Callable

from generator.building.build_context import ContextValues, open_build_context
from generator.building.cache.codec import decode, encode
from generator.building.change_detection import load_program_inputs
from tests.conftest import Site

MakeSite = Callable[..., Site]


def test_a_program_is_opened_with_its_words_and_theme(site: MakeSite) -> None:
    build_context, problems = open_build_context(site().options())
    assert build_context is not None
    assert problems == []
    assert build_context.program.title == "Maple Grove"
    assert build_context.render.translator.language == "en"
    assert "about" in " ".join(build_context.folder.files)


def test_without_a_program_that_can_be_read_there_is_none(site: MakeSite) -> None:
    build_context, problems = open_build_context(site({"program.yml": "title: [\n"}).options())
    assert build_context is None
    assert [problem.place.file for problem in problems] == ["program.yml"]


def test_files_that_are_read_already_are_not_read_again(site: MakeSite) -> None:
    one = site()
    inputs = load_program_inputs(one.options())
    one.change({"program.yml": "title: Another\n"})
    build_context, _ = open_build_context(one.options(), inputs)
    assert build_context is not None
    assert build_context.program.title == "Maple Grove"


def test_a_file_that_the_privacy_gate_refuses_is_left_out(site: MakeSite) -> None:
    one = site({"pages/visit.md": "---\ntitle: Visit\n---\n\nAsk Beatrix Quimby.\n"})
    (one.root / "private").mkdir()
    (one.root / "private" / "roster.txt").write_text("Beatrix Quimby\n")
    build_context, problems = open_build_context(one.options())
    assert build_context is not None
    assert "pages/visit.md" not in build_context.folder.files
    assert [problem.place.file for problem in problems if problem.is_error] == ["pages/visit.md"]


def test_it_is_restored_from_values_that_were_sent(site: MakeSite) -> None:
    build_context, _ = open_build_context(site().options())
    assert build_context is not None
    values: ContextValues = decode(encode(build_context.values), ContextValues)
    restored = values.restore()
    assert restored.program == build_context.program
    assert restored.shared == build_context.shared
    assert (
        restored.render.correction_notice("x/", ()).files
        == build_context.render.correction_notice("x/", ()).files
    )
