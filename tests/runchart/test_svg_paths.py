"""The renderer's SVG made small: one path a layer."""

import re
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.runchart.chart_spec import Layer
from generator.runchart.svg_paths import Transform, format_coordinate, layer_marks, moves, split_by_chart

HERE = Transform(10, 20)


def group(layer: Layer, *marks: str) -> str:
    return f'<g class="mark-x role-mark {layer}_marks">{"".join(marks)}</g>'


def svg(*groups: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg"><g><path class="background"/>{"".join(groups)}</g></svg>'


def point(x: float, y: float) -> str:
    return f'<path transform="translate({x},{y})" d="M2,0A2,2,0,1,1,-2,0"/>'


def only(layer: Layer, *marks: str, transform: Transform = HERE) -> str:
    """The path of one layer of one chart."""
    found = split_by_chart(
        layer_marks(svg(group(layer, *marks)), Layer), {layer: [0] * len(marks)}, {0: transform}
    )
    return found[0].get(layer, "")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3, "3"),
        (3.04, "3"),
        (3.26, "3.3"),
        (-0.04, "0"),
        (0.5, "0.5"),
        (-0.5, "-0.5"),
        (72.25 + 1e-12, "72.2"),
    ],
)
def test_numbers_have_at_most_one_decimal(value: float, text: str) -> None:
    assert format_coordinate(value) == text


def test_numbers_stand_side_by_side_with_no_more_blanks_than_needed() -> None:
    assert moves(1, 2.5, -3, 4) == "1 2.5-3 4"


@given(st.lists(st.floats(-1000, 1000), min_size=1, max_size=6))
def test_numbers_side_by_side_can_be_told_apart(values: list[float]) -> None:
    read = [float(text) for text in re.findall(r"-?[\d.]+", moves(*values))]
    assert read == pytest.approx(values, abs=0.051)


def test_points_are_dots_at_their_places_moved_by_the_transform() -> None:
    assert only(Layer.PLAIN, point(1, 2), point(3.456, 4)) == "M11 22h0M13.5 24h0"


def test_a_point_at_the_origin_has_no_transform() -> None:
    assert only(Layer.PLAIN, '<path d="M2,0A2,2,0,1,1,-2,0"/>') == "M10 20h0"


def test_signals_are_told_by_shape_and_point_up_or_down() -> None:
    assert only(Layer.GOOD, point(0, 0)) == "M10 15l4.3 7.6h-8.6z"
    assert only(Layer.WRONG, point(0, 0)) == "M10 25l4.3-7.6h-8.6z"
    assert only(Layer.GOOD, point(0, 0), transform=Transform(10, 20, 0.5)) == "M10 17.5l2.1 3.8h-4.3z"


def test_a_rule_is_level_and_a_flag_upright() -> None:
    assert only(Layer.GRID, '<line transform="translate(0,5)" x2="100" y2="0"/>') == "M10 25h100"
    assert only(Layer.FLAG, '<line transform="translate(5,0)" x2="0" y2="-50"/>') == "M15 20v-50"


def test_a_transform_scales_places_and_leaves_points_as_they_are() -> None:
    half = Transform(10, 20, across=0.5, down=0.1, pole=7)
    assert only(Layer.GOOD, point(20, 50), transform=half) == only(Layer.GOOD, point(10, 5))
    assert only(Layer.SUSTAINED, '<path d="M4,0h10v50h-10Z"/>', transform=half) == "M12 20h5v5h-5z"
    assert (
        only(Layer.GRID, '<line transform="translate(0,50)" x2="100" y2="0"/>', transform=half) == "M10 25h50"
    )
    assert only(Layer.LINE, '<path d="M0,0L10,20"/>', transform=half) == "M10 20l5 2"
    assert (
        only(Layer.FLAG, '<line transform="translate(4,0)" x2="0" y2="-50"/>', transform=half) == "M12 20v-12"
    )


def test_a_band_is_a_box() -> None:
    assert only(Layer.SUSTAINED, '<path d="M3,0h10v50h-10Z"/>') == "M13 20h10v50h-10z"


def test_a_line_goes_in_steps_and_breaks_at_a_gap() -> None:
    assert only(Layer.LINE, '<path d="M0,0L1,2L3,1M5,5L6,6"/>') == "M10 20l1 2 2-1M15 25l1 1"


def test_steps_do_not_add_up_their_roundings() -> None:
    path = only(Layer.LINE, '<path d="M0,0' + "".join(f"L{i * 1.06:.2f},0" for i in range(1, 101)) + '"/>')
    steps = [float(step) for step in re.findall(r"[\d.]+", path.partition("l")[2])][::2]
    assert sum(steps) == pytest.approx(106, abs=0.1)


def test_a_lone_point_between_gaps_has_no_line() -> None:
    assert only(Layer.LINE, '<path d="M0,0M5,5ZM9,9"/>') == ""


def test_a_missing_visit_is_a_tick_that_rises_from_the_axis() -> None:
    assert only(Layer.GAP, point(5, 100)) == "M15 122v-9"


def test_signals_point_to_the_good_side_where_down_is_better() -> None:
    fewer = Transform(10, 20, down_is_better=True)
    assert only(Layer.GOOD, point(0, 0), transform=fewer) == only(Layer.WRONG, point(0, 0))
    assert only(Layer.WRONG, point(0, 0), transform=fewer) == only(Layer.GOOD, point(0, 0))


def test_charts_of_one_rendering_are_taken_apart_by_the_order_of_their_rows() -> None:
    drawn = svg(group(Layer.PLAIN, point(0, 0), point(1, 0), point(0, 50)), group(Layer.RING, point(0, 50)))
    marks, owners = layer_marks(drawn, Layer), {Layer.PLAIN: [0, 0, 1], Layer.RING: [1]}
    found = split_by_chart(marks, owners, {0: Transform(0, 0), 1: Transform(0, -50)})
    assert found[0] == {Layer.PLAIN: "M0 0h0M1 0h0"}
    assert found[1][Layer.PLAIN] == "M0 0h0"
    assert found[1][Layer.RING].startswith("M-7 0a7 7")
    assert split_by_chart(marks, owners, {1: Transform(0, -50)}) == {1: found[1]}


def test_lines_of_several_charts_stand_in_groups_of_their_own() -> None:
    inner = [group(Layer.LINE, f'<path d="M0,0L{n},0"/>') for n in (1, 2)]
    drawn = svg('<g class="line_pathgroup">' + "".join(inner) + "</g>")
    assert split_by_chart(layer_marks(drawn, Layer), {Layer.LINE: [0, 1]}, {0: HERE, 1: HERE}) == {
        0: {Layer.LINE: "M10 20l1 0"},
        1: {Layer.LINE: "M10 20l2 0"},
    }


def test_a_mark_too_many_or_too_few_is_a_broken_promise() -> None:
    with pytest.raises(ValueError, match="zip"):
        split_by_chart(
            layer_marks(svg(group(Layer.PLAIN, point(0, 0))), Layer), {Layer.PLAIN: [0, 0]}, {0: HERE}
        )


@given(st.lists(st.tuples(st.floats(-500, 500), st.floats(-500, 500)), min_size=1, max_size=8))
def test_any_points_give_paths_of_short_numbers(places: list[tuple[float, float]]) -> None:
    path = only(Layer.WRONG, *(point(round(x, 3), round(y, 3)) for x, y in places))
    fromstring(f'<path d="{path}"/>')
    assert path.count("M") == len(places)
    assert all(len(text.partition(".")[2]) <= 1 for text in re.findall(r"[\d.]+", path))
