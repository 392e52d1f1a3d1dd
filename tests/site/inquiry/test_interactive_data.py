"""What scripts/charts.js reads beside the tables."""

import json

from generator.runchart.chart_spec import COLUMN
from generator.site.inquiry.interactive_data import InteractiveData, SavedWords
from generator.words.translator import ENGLISH, Translator
from tests.site.inquiry.inquiries import inquiry, inquiry_context, week


def test_medians_and_the_scale_of_each_chart() -> None:
    charts = inquiry_context(inquiry()).charts
    data = json.loads(InteractiveData(ENGLISH).json(charts, SavedWords()))
    chart = data["charts"]["chart-period-2-explains"]
    x_from, x_to, y_from, y_to = chart["frame"]
    assert (chart["prompt"], chart["down"], y_from, y_to) == ("explains", False, 0, 100)
    assert x_from < week(0).toordinal() < week(16).toordinal() < x_to
    assert [(kind, text) for kind, _, _, _, text in chart["levels"]] == [
        ("frozen", "31%"),
        ("carried", "31%"),
    ]


def test_the_script_knows_where_each_picture_has_its_plot() -> None:
    layouts = json.loads(InteractiveData(ENGLISH).json((), SavedWords()))["layouts"]
    assert layouts["column"] == [COLUMN.width, COLUMN.left, COLUMN.right, COLUMN.top, COLUMN.plot_height]


def test_words_months_and_the_decimal_sign_are_the_languages() -> None:
    english = json.loads(InteractiveData(ENGLISH).json((), SavedWords()))
    spanish = json.loads(InteractiveData(Translator("es-ES")).json((), SavedWords()))
    assert english["charts"] == {}
    assert (english["decimal"], spanish["decimal"]) == (".", ",")
    assert (english["months"][0], spanish["months"][0]) == ("Jan", "ene")
    assert english["words"].keys() == spanish["words"].keys()
    assert not set(english["words"].values()) & set(spanish["words"].values())


def test_no_text_can_end_the_script_element_that_it_stands_in() -> None:
    assert "<" not in InteractiveData(Translator("en", {"Save as PNG": "</script>"})).json((), SavedWords())


def test_a_saved_chart_is_told_what_stands_around_it() -> None:
    (chart, *_) = inquiry_context(inquiry()).charts
    words = SavedWords(
        "Why?", "Share of students", "Ana Lopez", {chart.id: ("Period 2: it held", "31%, 62%")}
    )
    data = json.loads(InteractiveData(ENGLISH).json([chart], words))
    assert data["saved"] == {"title": "Why?", "series": "Share of students", "source": "Ana Lopez"}
    assert data["charts"][chart.id]["caption"] == ["Period 2: it held", "31%, 62%"]
