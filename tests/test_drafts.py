"""A draft is nowhere on the public site, nor is a teacher with nothing else; a preview has both, marked."""

import re
from collections.abc import Callable

from generator import addresses
from generator.building.site_assembly import BuiltSite, build_in_memory
from generator.site.audience import Audience
from tests.conftest import ANA, PROGRAM, Site
from tests.terminal import portfolio

CLEO = "teachers/cleo-diaz"
DRAFT = str(PROGRAM[f"{ANA}/inquiry.md"]).replace("publish: true", "publish: false")
DRAFT = DRAFT.replace("Making thinking visible", "Quokka").replace("Do more", "Do quokkas and more")
ONLY_DRAFTS = {
    f"{CLEO}/about.md": "---\nname: Cleo Diaz\nschool: Wombat School\n---\n\nHello.\n",
    f"{CLEO}/visible/inquiry.md": DRAFT,
    f"{CLEO}/visible/data/period-2.csv": PROGRAM[f"{ANA}/data/period-2.csv"],
}
WORDS = ("quokka", "cleo", "wombat")


def told(site: Site) -> list[tuple[str, str]]:
    """(word of the draft or its teacher, file or name of a file in which it stands)."""
    found = []
    for name, data in site.pages().items():
        if name.startswith("assets/"):
            continue
        text = f"{name}\n{data.decode('utf-8', 'replace')}".lower()
        found += [(word, name) for word in WORDS if word in text]
    return found


def test_a_teacher_with_nothing_but_drafts_is_in_no_page_list_feed_or_count(
    site: Callable[..., Site],
) -> None:
    program = site({**ONLY_DRAFTS, "program.yml": "title: Maple\nurl: https://maple.example.org/\n"})
    program.build()
    assert told(program) == []
    assert addresses.FEED in program.pages()
    assert addresses.SITEMAP in program.pages()


def test_a_draft_beside_a_published_inquiry_is_nowhere(site: Callable[..., Site]) -> None:
    program = site({f"{ANA}-2/inquiry.md": DRAFT})
    program.build()
    assert told(program) == []
    assert "Do more students explain?" in program.page("teachers/ana-lopez")


def test_a_link_to_a_draft_becomes_words(site: Callable[..., Site]) -> None:
    text = "---\ndate: 2025-10-03\ntitle: First\n---\n\nSee [hers](../../../cleo-diaz/visible/inquiry.md).\n"
    program = site({**ONLY_DRAFTS, f"{ANA}/reflections/2025-10-03.md": text})
    program.build()
    assert "See hers." in program.page(ANA)
    assert told(program) == []


def test_a_preview_has_the_drafts_and_every_page_says_so(site: Callable[..., Site]) -> None:
    program = site(ONLY_DRAFTS)
    assert portfolio("build", "--drafts", "--today", "2026-02-01", inside=program.root).status == 0
    assert "Quokka" in program.page(f"{CLEO}/visible")
    for name, data in program.pages().items():
        if name.endswith(".html"):
            page = data.decode()
            assert re.search(r'<meta name="robots" content="noindex">', page), name
            assert "A preview with drafts, not the published site." in page, name
    assert portfolio("build", "--today", "2026-02-01", inside=program.root).status == 0
    assert told(program) == []
    assert "noindex" not in program.page("")


def test_serve_shows_the_author_all_reviews_and_the_worksheet_none(site: Callable[..., Site]) -> None:
    review = (
        "assessor: Ines Reader\ndate: 2026-02-03\nattempt: 1\n"
        "criteria:\n  question: {level: not yet, feedback: Count once more.}\nrecommend: not yet\n"
    )
    program = site()
    assert portfolio("submit", ANA, "--today", "2026-02-01", inside=program.root).status == 0
    program.change({f"{ANA}/reviews/ines.yml": review})
    built = build_in_memory(program.options(Audience.AUTHOR), lambda *_: None)
    assert isinstance(built, BuiltSite)
    evidence = built.files[f"{ANA}/index.html"].decode()
    for words in ("Assessor Ines Reader: not yet.", "Count once more.", "recommends"):
        assert words in evidence
    assert "A preview with drafts" not in evidence
    worksheet = built.files[f"{ANA}/review/index.html"].decode()
    assert "Whoever has the repository can read the files at any time." in worksheet
    for words in ("Ines Reader", "Count once more.", "recommends"):
        assert words not in worksheet
