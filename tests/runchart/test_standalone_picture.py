"""Pictures that stand alone."""

from generator.runchart.palette import INK, WHITE
from generator.runchart.standalone_picture import picture_style, png_of, standalone_page


def test_a_png_is_as_large_as_asked() -> None:
    png = png_of('<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>', 2)
    assert png.startswith(b"\x89PNG")
    assert (int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")) == (60, 40)


def test_a_page_of_one_picture_is_called_after_it_and_of_several_after_all() -> None:
    one, two = ("Period 2", "Up.", "<svg/>"), ("Period 4", "Down.", "<svg/>")
    assert "<title>Period 2</title>" in standalone_page([one], "en", "Run charts")
    assert "<title>Gráficos</title>" in standalone_page([one, two], "es", "Gráficos")
    assert '<html lang="es">' in standalone_page([one, two], "es", "Gráficos")


def test_a_page_runs_nothing_and_fetches_nothing() -> None:
    page = standalone_page([("<b>", "a & b", "<svg/>")], "en", "Run charts")
    assert "<script" not in page and "http" not in page
    assert "&lt;b&gt;" in page and "a &amp; b" in page


def test_the_style_is_the_themes_with_every_color_filled_in() -> None:
    style = picture_style(WHITE)
    assert "var(" not in style and "/*" not in style
    assert f".rc .rc-plain{{stroke:{INK};" in style
    assert f".rc .rc-wrong{{fill:{WHITE};" in style
