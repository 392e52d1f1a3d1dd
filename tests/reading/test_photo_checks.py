"""Photos that are declared, photos that are there."""

from generator.model import Inquiry, Photo, Prose
from generator.problems import Problem
from generator.reading.photo_checks import check_photo_files
from generator.reading.yaml.strict_yaml import YamlDocument

DOCUMENT = YamlDocument("talk/inquiry.md", {}, {(): (1, 1)}, {})


def check(declared: list[str], there: list[str], refused: tuple[str, ...] = ()) -> list[Problem]:
    inquiry = Inquiry(
        "talk",
        "ana",
        "Talk",
        Prose("", ""),
        photos={name: Photo(name) for name in declared},
        images={f"photos/{name}": b"" for name in there},
    )
    return check_photo_files(DOCUMENT, inquiry, "talk", [f"talk/photos/{name}" for name in refused])


def test_what_is_declared_and_there_is_right() -> None:
    assert check(["a.jpg"], ["a.jpg"]) == []


def test_other_capitals_are_one_message_with_the_real_name() -> None:
    (problem,) = check(["rot.jpg", "upper.jpg"], ["rot.jpg", "Upper.JPG"])
    assert problem.code == "photo-other-case"
    assert "Upper.JPG" in problem.message


def test_a_photo_that_is_not_there_and_one_like_it() -> None:
    problems = check(["dor.jpg", "xyz.png"], ["door.jpg"])
    assert [problem.code for problem in problems] == [
        "photo-not-there",
        "photo-not-there",
        "photo-not-declared",
    ]
    assert problems[0].hint == "Did you mean door.jpg?"


def test_a_photo_that_could_not_be_read_is_there() -> None:
    assert check(["desk.HEIC"], [], ("desk.HEIC",)) == []
