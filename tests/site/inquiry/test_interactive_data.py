"""What scripts/charts.js reads beside the tables."""

import json

from generator.runchart.chart_spec import COLUMN
from generator.site.inquiry.interactive_data import InteractiveData
from generator.words.translator import ENGLISH, Translator
from tests.site.inquiry.inquiries import inquiry, inquiry_context, week


def test_medians_and_the_scale_of_each_chart() -> None:
    charts = inquiry_context(inquiry()).charts
    data = json.loads(InteractiveData(ENGLISH).json(charts))
    chart = data["charts"]["chart-period-2-explains"]
    x_from, x_to, y_from, y_to = chart["frame"]
    assert (chart["prompt"], chart["down"], y_from, y_to) == ("explains", False, 0, 100)
    assert x_from < week(0).toordinal() < week(16).toordinal() < x_to
    assert [(kind, text) for kind, _, _, _, text in chart["levels"]] == [
        ("frozen", "31%"),
        ("carried", "31%"),
    ]


def test_the_script_knows_where_each_picture_has_its_plot() -> None:
    layouts = json.loads(InteractiveData(ENGLISH).json(()))["layouts"]
    assert layouts["column"] == [COLUMN.width, COLUMN.left, COLUMN.right, COLUMN.top, COLUMN.plot_height]


def test_words_months_and_the_decimal_sign_are_the_languages() -> None:
    english = json.loads(InteractiveData(ENGLISH).json(()))
    spanish = json.loads(InteractiveData(Translator("es-ES")).json(()))
    assert english["charts"] == {}
    assert (english["decimal"], spanish["decimal"]) == (".", ",")
    assert (english["months"][0], spanish["months"][0]) == ("Jan", "ene")
    assert english["words"].keys() == spanish["words"].keys()
    assert not set(english["words"].values()) & set(spanish["words"].values())


def test_no_text_can_end_the_script_element_that_it_stands_in() -> None:
    assert "<" not in InteractiveData(Translator("en", {"Save as PNG": "</script>"})).json(())
