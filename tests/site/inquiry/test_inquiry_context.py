"""What every part of a page is made from."""

import csv
import json
from io import StringIO

from markupsafe import Markup

from generator.site.inquiry.inquiry_context import InquiryTexts
from tests.site.inquiry.inquiries import (
    NO_SIGNAL,
    SUSTAINED,
    inquiry,
    inquiry_context,
    observations,
    week,
)


def test_the_main_charts_are_those_of_the_main_prompt() -> None:
    rows = (*observations("Period 2", SUSTAINED), *observations("Period 2", NO_SIGNAL, "asks"))
    context = inquiry_context(inquiry(observations=rows))
    assert [chart.prompt.id for chart in context.charts] == ["explains", "asks"]
    assert [chart.prompt.id for chart in context.main_charts] == ["explains"]
    assert context.class_names == {"period-2": "Period 2"}
    assert inquiry_context(inquiry(tool="")).main_charts == ()


def test_a_visit_on_which_nothing_was_counted_is_none() -> None:
    rows = (*observations("Period 2", [6, None]), *observations("Period 4", [6]))
    context = inquiry_context(inquiry(observations=rows))
    assert context.visits == {(week(0), "", "period-2"), (week(0), "", "period-4")}
    assert context.visit_days == [week(0)]


def test_charts_and_data_files_are_made_once() -> None:
    context = inquiry_context(inquiry())
    assert context.charts is context.charts
    assert context.data_csv is context.data_csv


def test_the_data_files_hold_every_visit_and_every_finding() -> None:
    context = inquiry_context(inquiry(micro_credential="visible"))
    rows = list(csv.DictReader(StringIO(context.data_csv.decode())))
    assert len(rows) == len(SUSTAINED)
    document = json.loads(context.findings_json)
    assert [one["verdict"] for one in document["series"]] == ["sustained_improvement"]
    assert document["requirement"]["met"] is True
    assert document["decision"]["state"] == "draft"
    assert "on all 9 visits since" in json.dumps(document)


def test_all_texts_of_an_author() -> None:
    texts = InquiryTexts(Markup("<p>a</p>"), {"2025-10-03": Markup("<p>b</p>")})
    assert texts.all_texts == ("<p>a</p>", "<p>b</p>")
