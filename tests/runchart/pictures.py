"""Looking into an SVG in tests."""

from typing import Literal, overload
from xml.etree.ElementTree import Element, fromstring

SVG = "{http://www.w3.org/2000/svg}"


def parsed(svg: str) -> Element:
    """The picture, or the part of one, as it stands in a page: well-formed, or this fails."""
    return fromstring(f"<page>{svg}</page>")


@overload
def texts(svg: str) -> list[str]: ...
@overload
def texts(svg: str, attribute: Literal["x", "y"]) -> list[float]: ...
def texts(svg: str, attribute: str = "") -> list[str] | list[float]:
    """What is written in a picture, or where."""
    found = list(parsed(svg).iter("text"))
    return (
        [float(one.get(attribute, "")) for one in found] if attribute else [one.text or "" for one in found]
    )


def paths(svg: str) -> dict[str, str]:
    """Class without `rc-` -> path data, of every path; a class met twice is joined."""
    found: dict[str, str] = {}
    for path in parsed(svg).iter("path"):
        name = path.get("class", "").removeprefix("rc-")
        found[name] = found.get(name, "") + path.get("d", "")
    return found


def classes(svg: str) -> set[str]:
    return {name for one in parsed(svg).iter() for name in one.get("class", "").split()}
