"""`portfolio export`, as it is typed (what is in the file: tests/building/test_export.py)."""

from collections.abc import Callable

import pytest

from tests.conftest import ANA, Site
from tests.terminal import files_read, portfolio


def test_the_file_is_named_after_the_teacher(site: Callable[..., Site]) -> None:
    one = site()
    ran = portfolio("export", "ana-lopez", inside=one.root)
    assert (ran.status, "Written: ana-lopez.html" in ran.out) == (0, True), ran.err
    assert (one.root / "ana-lopez.html").read_bytes().startswith(b"<!doctype html>")


def test_another_name_may_be_given_in_a_folder_that_exists(site: Callable[..., Site]) -> None:
    one = site()
    ran = portfolio("export", "ana-lopez", "keep/ana.html", inside=one.root)
    assert (ran.status, "There is no folder keep" in ran.err) == (2, True)
    (one.root / "keep").mkdir()
    assert portfolio("export", "ana-lopez", "keep/ana.html", inside=one.root).status == 0
    assert [path.name for path in (one.root / "keep").iterdir()] == ["ana.html"]


def test_drafts_are_left_out_unless_they_are_asked_for(site: Callable[..., Site]) -> None:
    draft = site().content / ANA / "inquiry.md"
    draft.write_text(draft.read_text("utf-8").replace("publish: true", "publish: false"), "utf-8")
    one = Site(draft.parents[4])
    portfolio("export", "ana-lopez", inside=one.root)
    assert "Making thinking visible" not in (one.root / "ana-lopez.html").read_text("utf-8")
    portfolio("export", "ana-lopez", "--drafts", inside=one.root)
    assert "Making thinking visible" in (one.root / "ana-lopez.html").read_text("utf-8")


def test_an_error_in_about_md_writes_nothing(site: Callable[..., Site]) -> None:
    one = site({"teachers/ana-lopez/about.md": "---\nname: [\n---\n"})
    ran = portfolio("export", "ana-lopez", inside=one.root)
    assert (ran.status, "Nothing was written" in ran.err) == (1, True)
    assert not (one.root / "ana-lopez.html").exists()


def test_study_writes_the_table_of_one_inquiry(site: Callable[..., Site]) -> None:
    one = site()
    named = "/".join(ANA.split("/")[-2:])
    ran = portfolio("export", named, "--study", "study.csv", inside=one.root)
    assert (ran.status, "Written: study.csv" in ran.out) == (0, True), ran.err
    assert (one.root / "study.csv").read_text("utf-8").startswith("case,phase,mt,values,")


def test_study_is_the_only_file(site: Callable[..., Site]) -> None:
    one = site()
    for more in ("ana.html", "--drafts"):
        ran = portfolio("export", "ana-lopez", more, "--study", "study.csv", inside=one.root)
        assert (ran.status, "--study" in ran.err) == (2, True)
    assert not (one.root / "study.csv").exists()


@pytest.mark.parametrize("options", [(), ("--study", "study.csv")])
def test_program_yml_is_read_once(
    site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    one = site()
    names = files_read(monkeypatch)
    named = ANA.removeprefix("teachers/") if options else "ana-lopez"
    assert portfolio("export", named, *options, inside=one.root).status == 0
    assert names.count("program.yml") == 1
