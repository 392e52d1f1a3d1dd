"""The file that a teacher keeps: whole, alone, and without a broken link."""

import re
from collections.abc import Callable

from generator.building.export import export_teacher
from generator.site.audience import Audience
from generator.site.offline_page import OfflineExport, offline_file
from tests.conftest import ANA, Site
from tests.terminal import portfolio


def exported(site: Site, audience: Audience = Audience.PUBLIC) -> str:
    exported, _ = export_teacher(site.options(audience), "ana-lopez")
    assert exported is not None and exported.data is not None
    return exported.data.decode()


def test_everything_is_in_the_file_and_every_link_within_it_leads_somewhere(
    site: Callable[..., Site],
) -> None:
    page = exported(site())
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    for anchor in re.findall(r'href="#([^"]+)"', page):
        assert anchor in ids
    links = re.findall(r'\s(?:href|src)="([^"]+)"', page)
    assert all(link.startswith(("#", "data:", "https:", "mailto:")) for link in links)
    assert not re.search(r'src="https?:', page)
    assert "They spoke." in page
    assert page.count("<svg") >= 2
    assert 'download="data.csv"' in page


def test_two_inquiries_with_the_same_charts_stay_two(site: Callable[..., Site]) -> None:
    program = site()
    second = ANA.replace("visible-thinking", "again")
    inquiry = (program.content / ANA / "inquiry.md").read_text()
    table = (program.content / ANA / "data/period-2.csv").read_text()
    program.change({f"{second}/inquiry.md": inquiry, f"{second}/data/period-2.csv": table})
    page = exported(program)
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    for used in re.findall(r"url\(#([^)]+)\)", page) + re.findall(r'aria-labelledby="([^"]+)"', page):
        assert all(each in ids for each in used.split())


def test_without_an_address_links_to_the_program_become_words(site: Callable[..., Site]) -> None:
    page = exported(site({"program.yml": "title: Maple Grove\n"}))
    assert "https://" not in page.replace("http://www.w3.org", "")
    assert "Math talk" in page


def test_drafts_only_where_they_are_asked_for(site: Callable[..., Site]) -> None:
    program = site()
    text = (program.content / ANA / "inquiry.md").read_text()
    program.change({f"{ANA}/inquiry.md": text.replace("publish: true", "publish: false")})
    assert "Do more students explain?" not in exported(program)
    assert "Do more students explain?" in exported(program, Audience.PREVIEW)


def test_the_command_writes_the_file_and_knows_the_nearest_name(site: Callable[..., Site]) -> None:
    program = site()
    ran = portfolio("export", "ana-lopez", inside=program.root)
    assert ran.status == 0, ran.err
    assert (program.root / "ana-lopez.html").is_file()
    wrong = portfolio("export", "ana-lopes", inside=program.root)
    assert wrong.status == 2
    assert "Did you mean ana-lopez?" in wrong.err


def test_links_are_turned_however_a_theme_quotes_them() -> None:
    page = (
        "<body><main><a href='data.csv'>Data</a> <a href=#top id='top'>Top</a> <a href='../b/'>B</a></main>"
    )
    export = OfflineExport(
        title="Ana",
        language="en",
        pages=("t/a/",),
        files={"t/a/index.html": page.encode(), "t/a/data.csv": b"date\n"},
        stylesheet=b"",
        url="",
        origin="",
    )
    file = offline_file(export).decode()
    assert '<a href="data:text/csv;base64,ZGF0ZQo=" download="data.csv">Data</a>' in file
    assert '<a href="#p0-top" id="p0-top">Top</a>' in file
    assert "<a>B</a>" in file
