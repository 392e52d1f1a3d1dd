"""Every kind of page of the small program: what is on it, in which order, and what is not."""

import io
import re
from collections.abc import Callable
from itertools import pairwise

from PIL import Image

from tests.conftest import ANA, SUSTAINED, Site

PARTS = [
    "question",
    "finding",
    "charts",
    "reflections",
    "followed",
    "rubric",
    "provenance",
    "tool",
    "data",
    "privacy",
    "decision",
]


def test_the_evidence_page_answers_first_and_says_later_what_that_rests_on(site: Callable[..., Site]) -> None:
    program = site()
    program.build()
    page = program.page(ANA)
    places = [page.index(f'id="{part}"') for part in PARTS]
    assert places == sorted(places)
    assert page.count("<h1") == 1
    assert ">In review</a>" in page
    assert "More students show “Explains own thinking”" in page


def test_every_page_has_the_policy_and_no_inline_script_style_or_handler(site: Callable[..., Site]) -> None:
    program = site()
    program.build()
    for name, data in program.pages().items():
        if not name.endswith(".html"):
            continue
        page = data.decode()
        assert "Content-Security-Policy" in page
        assert "no-referrer" in page
        if not name.endswith("/tally/index.html"):  # a page of its own kind: test_tally.py
            scripts = re.findall(r"<script[^>]*>", page)
            assert all('src="' in one or 'type="application/json"' in one for one in scripts)
            assert "<style" not in page
        assert not re.search(r'\s(?:style|on\w+)="', page)
        assert '<html lang="en"' in page
        assert page.count("<h1") == 1


def test_headings_never_skip_a_level(site: Callable[..., Site]) -> None:
    program = site()
    program.build()
    for name, data in program.pages().items():
        levels = (
            [int(level) for level in re.findall(r"<h([1-6])", data.decode())]
            if name.endswith(".html")
            else []
        )
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels)), name


def test_ids_are_unique(site: Callable[..., Site]) -> None:
    program = site()
    program.build()
    for name, data in program.pages().items():
        ids = re.findall(r'\sid="([^"]+)"', data.decode()) if name.endswith(".html") else []
        assert len(ids) == len(set(ids)), name


def test_sitemap_and_feed_need_an_address(site: Callable[..., Site]) -> None:
    program = site()
    program.build()
    assert b"https://maple-grove.example.org/portfolios/teachers/ana-lopez/" in program.pages()["sitemap.xml"]
    assert b"<entry>" in program.pages()["feed.xml"]
    outcome = program.change({"program.yml": "title: T\n"}).build()
    assert {problem.code for problem in outcome.problems} == {"no-url"}
    assert "sitemap.xml" not in program.pages()
    assert b"href" not in program.pages()["404.html"]


def test_the_list_of_teachers_goes_on_after_50(site: Callable[..., Site]) -> None:
    program = site(
        {f"teachers/t{number:03d}/about.md": f"---\nname: T {number:03d}\n---\n" for number in range(51)}
    )
    outcome = program.build()
    assert outcome.teachers == 53
    assert "page-2/index.html" in program.page("teachers")
    assert "T 050" in program.page("teachers/page-2")


def test_a_class_that_no_change_names_is_a_comparison_class(site: Callable[..., Site]) -> None:
    program = site({f"{ANA}/data/period-4.csv": SUSTAINED.replace(",24,", ",26,")})
    program.build()
    assert "Period 4: no change was tried" in program.page(ANA)


def test_names_of_files_are_in_no_page_as_they_were_typed_by_observers(site: Callable[..., Site]) -> None:
    rows = SUSTAINED.replace("asks", "asks,observer").replace("\n2025", "\n2025")
    lines = [line + ",Casey Observer" if line.startswith("2025") else line for line in rows.splitlines()]
    program = site({f"{ANA}/data/period-2.csv": "\n".join(lines) + "\n"})
    program.build()
    assert not [name for name, data in program.pages().items() if b"Casey" in data]


def test_a_page_has_a_card_with_its_main_chart(site: Callable[..., Site]) -> None:
    program = site()
    program.build()
    data = (program.output / ANA / "card.png").read_bytes()
    with Image.open(io.BytesIO(data)) as card:
        assert card.size == (1200, 630)
    assert len(data) < 60_000
    page = program.page(ANA)
    address = f"https://maple-grove.example.org/portfolios/{ANA}/card.png"
    assert f'<meta property="og:image" content="{address}">' in page
    assert 'property="og:image:alt"' in page


def test_without_an_address_there_is_no_card_and_no_citation(site: Callable[..., Site]) -> None:
    program = site({"program.yml": "title: Maple Grove\n"})
    program.build()
    assert not (program.output / ANA / "card.png").exists()
    assert "og:image" not in program.page(ANA)
    assert "To cite this version" not in program.page(ANA)
