"""The page on which a reader says where masked charts change gives nothing away."""

import re
from collections.abc import Callable

from generator.problems import Severity
from generator.site.program.masked_look_page import masked_look_pages
from tests.conftest import ANA, Site
from tests.site.views import inquiry_card, program_context, teacher_card

SUBMISSION = '{"schema": 1, "attempt": 2, "date": "2026-02-02", "digests": {}}'


def masked_pages(site: Site) -> list[str]:
    folder = site.output / "review" / "charts"
    return [page.read_text("utf-8") for page in sorted(folder.glob("*/index.html"))]


def waiting(site: Callable[..., Site]) -> Site:
    program = site({f"{ANA}/submissions/2.json": SUBMISSION})
    program.build()
    return program


def test_what_waits_has_a_page_that_the_desk_leads_to(site: Callable[..., Site]) -> None:
    program = waiting(site)
    (page,) = masked_pages(program)
    address = re.search(r"charts/[0-9a-f]{12}/index\.html", program.page("review"))
    assert address
    assert (program.output / "review" / address[0]).is_file()
    assert '<meta name="robots" content="noindex">' in page
    assert "review/charts" not in (program.output / "sitemap.xml").read_text()


def test_nothing_on_it_tells_where_the_change_is_or_whose_it_is(site: Callable[..., Site]) -> None:
    (page,) = masked_pages(waiting(site))
    main = page.partition("<main")[2].partition("</main>")[0]
    for betrayal in ("ana", "lopez", "visible-thinking", "Period", "Explains", "<time", "2025", "2026"):
        assert betrayal.lower() not in main.lower(), betrayal
    for mark in (
        "rc-flag",
        "rc-disc",
        "rc-sustained",
        "rc-begun",
        "rc-lost",
        "rc-frozen",
        "rc-carried",
        "rc-after",
        "rc-gap",
        "rc-good",
    ):
        assert mark not in main


def test_each_chart_asks_its_question_and_can_be_read_as_a_table(site: Callable[..., Site]) -> None:
    (page,) = masked_pages(waiting(site))
    charts = re.findall(r'<fieldset data-chart="(\w+)">', page)
    assert charts[0] == "A"
    for letter in charts:
        assert f'name="change-{letter}" value="none"' in page
        assert f'<select name="visit-{letter}">' in page
    assert "visits, one after another: " in page


def test_where_nothing_waits_there_is_no_page() -> None:
    decided = inquiry_card("Talk?", review=None)
    assert list(masked_look_pages(program_context(teacher_card("Ana", decided)))) == []


def test_answers_stand_on_the_evidence_page_and_change_nothing_else(site: Callable[..., Site]) -> None:
    program = waiting(site)
    (folder,) = (program.output / "review" / "charts").iterdir()
    before = program.page(ANA)
    answers = (
        f'reader: "B"\ndate: 2026-02-03\ncharts: "{folder.name}"\nunseen: true\n'
        "answers:\n  A: {change: none}\n"
    )
    program.change({f"{ANA}/masked-looks/b.yml": answers})
    outcome = program.build()
    assert [problem.code for problem in outcome.problems if problem.place.file.endswith("b.yml")] == []
    after = program.page(ANA)
    assert "1 reader saw these charts without names and dates" in after
    reading = re.search(r'<div class="quiet masked-reading">.*?</div>\n', after, re.DOTALL)
    assert reading
    assert "1 reader saw no change" in reading[0]
    assert after.replace(reading[0], "") == before  # the digest of the content too


def test_a_file_of_answers_with_a_mistake_takes_no_page_away(site: Callable[..., Site]) -> None:
    program = site({f"{ANA}/masked-looks/b.yml": "reader: B\ndate: 2026-02-30\ncharts: x\n"})
    outcome = program.build()
    assert [problem.severity for problem in outcome.problems if problem.place.file.endswith("b.yml")] == [
        Severity.WARNING
    ]
    assert "masked-reading" not in program.page(ANA)
