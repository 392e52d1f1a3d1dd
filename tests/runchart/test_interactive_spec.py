"""The compiled spec of the theme is what Altair makes of it today."""

from generator.layout import bundled_themes
from generator.runchart.interactive_spec import FILE, as_script, interactive_spec


def test_the_themes_spec_is_in_step_with_its_source() -> None:
    kept = (bundled_themes() / "default" / "scripts" / FILE).read_text("utf-8")
    assert kept == as_script(), "run: python -m generator.runchart.interactive_spec"


def test_the_page_can_hand_over_everything_it_has_to() -> None:
    spec = interactive_spec()
    assert {"boxes", "strokes", "discs", "words", "others", "rows"} <= {one["name"] for one in spec["data"]}
    signals = {one["name"] for one in spec["signals"]}
    assert {"ink", "quiet", "paper", "x_from", "x_to", "y_from", "y_to", "focus"} <= signals
    assert "http" not in as_script().replace("https://vega.github.io/schema", "")
