"""One teacher's unit: what is shown, what is noticed and what is withdrawn."""

from collections.abc import Callable

import pytest

from generator.building.build_context import BuildContext, open_build_context
from generator.building.change_detection import folder_digest
from generator.building.teacher_unit import build_teacher_unit, lost_teacher_unit
from generator.building.unit import BuildUnit
from generator.reading.content_files import load_teacher
from tests.conftest import ANA, Site

MakeSite = Callable[..., Site]


def opened(site: Site) -> BuildContext:
    build_context, _ = open_build_context(site.options())
    assert build_context is not None
    return build_context


def unit_of(site: Site, name: str) -> BuildUnit:
    folder, problems = load_teacher(site.content, name)
    return build_teacher_unit(opened(site), folder, problems, folder_digest(folder, problems, {}))


def test_a_unit_has_the_pages_the_card_and_the_digest_of_her_files(site: MakeSite) -> None:
    unit = unit_of(site(), "ana-lopez")
    assert {"teachers/ana-lopez/index.html", f"{ANA}/index.html"} <= unit.files.keys()
    assert unit.record.card
    assert unit.record.inquiries == 1
    assert unit.record.sources.keys() >= {"teachers/ana-lopez/about.md", f"{ANA}/inquiry.md"}
    assert unit.folder_digest


@pytest.mark.parametrize("folder", ["ana-lopez", "Ana López"])
def test_an_error_in_about_leaves_a_notice_at_her_address(site: MakeSite, folder: str) -> None:
    one = site({f"teachers/{folder}/about.md": "---\nnam: Ana\n---\n"})
    unit = unit_of(one, folder)
    assert list(unit.files) == ["teachers/ana-lopez/index.html"]
    assert b"This page is being corrected" in unit.files["teachers/ana-lopez/index.html"]
    assert unit.record.card == b""


def test_an_error_in_an_inquiry_withholds_that_inquiry(site: MakeSite) -> None:
    unit = unit_of(site({f"{ANA}/inquiry.md": "---\ntitel: T\npublish: true\n---\n"}), "ana-lopez")
    assert unit.record.withheld == ("ana-lopez/visible-thinking",)
    assert b"This page is being corrected" in unit.files[f"{ANA}/index.html"]
    assert b"Ana Lopez" in unit.files["teachers/ana-lopez/index.html"]


def test_a_worker_that_died_leaves_a_notice_and_is_tried_again(site: MakeSite) -> None:
    unit = lost_teacher_unit(opened(site()), "Ana López")
    assert list(unit.files) == ["teachers/ana-lopez/index.html"]
    assert [problem.code for problem in unit.record.problems] == ["worker-died"]
    assert unit.folder_digest == b"", "it is not kept"


def test_a_teacher_with_nothing_but_drafts_is_nowhere(site: MakeSite) -> None:
    draft = site({f"{ANA}/inquiry.md": "---\ntitle: T\n---\n"})
    unit = unit_of(draft, "ana-lopez")
    assert (dict(unit.files), unit.record.card) == ({}, b"")


def test_a_teacher_without_any_inquiry_is_there(site: MakeSite) -> None:
    unit = unit_of(site({"teachers/cleo-diaz/about.md": "---\nname: Cleo Diaz\n---\n"}), "cleo-diaz")
    assert list(unit.files) == ["teachers/cleo-diaz/index.html"]
