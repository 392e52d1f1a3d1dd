"""Keys without a value, and a mapping of which one text alone may be typed."""

from pydantic import Field

from generator.reading.yaml.shape import Shape, ShortShape


class Person(ShortShape):
    name: str
    until: str = ""


class People(Shape):
    people: list[Person] = Field([])


def test_a_key_without_a_value_is_as_if_it_were_not_there() -> None:
    assert People.model_validate({"people": None}).people == []


def test_one_text_stands_for_the_first_key() -> None:
    people = People.model_validate({"people": ["A", {"name": "B", "until": "2026-06-30"}]}).people
    assert [(person.name, person.until) for person in people] == [("A", ""), ("B", "2026-06-30")]
