"""The run charts on an award's page are those of the signed data, not of today's."""

from tests.conftest import ANA, Site
from tests.openbadges.awards import NAME, WORSE

PAGE = f"credentials/{NAME}"


def test_the_chart_and_its_levels_are_on_the_page(awarded: Site) -> None:
    figure = awarded.page(PAGE).partition('<figure class="award-chart">')[2].partition("</figure>")[0]
    assert "<b>Period 2</b>" in figure
    assert "31% before the change, 63% since" in figure
    assert figure.count('role="img"') == 1


def test_later_visits_and_changes_are_not_on_it(awarded: Site) -> None:
    awarded.build()
    before = awarded.page(PAGE).partition('class="award-charts"')[2].partition("</section>")[0]
    inquiry = (awarded.content / ANA / "inquiry.md").read_text("utf-8")
    later = inquiry.replace("changes:\n", "changes:\n  - {date: 2026-01-26, title: Later}\n", 1)
    awarded.change({f"{ANA}/data/period-2.csv": WORSE, f"{ANA}/inquiry.md": later}).build()
    after = awarded.page(PAGE).partition('class="award-charts"')[2].partition("</section>")[0]
    assert after == before


def test_a_prompt_that_the_tool_no_longer_has_is_told_without_a_chart(awarded: Site) -> None:
    tool = (awarded.content / "tools/math-talk.yml").read_text("utf-8")
    table = (awarded.content / ANA / "data/period-2.csv").read_text("utf-8")
    renamed = {
        "tools/math-talk.yml": tool.replace("id: explains", "id: says"),
        f"{ANA}/data/period-2.csv": table.replace("explains", "says"),
    }
    awarded.change(renamed).build()
    shown = awarded.page(PAGE).partition('class="award-charts"')[2].partition("</section>")[0]
    assert "sustained improvement" in shown
    assert '<svg class="rc' not in shown
