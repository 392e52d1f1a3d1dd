"""Settings of other website generators."""

from generator.reading.yaml.foreign_settings import leave_out_foreign
from generator.reading.yaml.strict_yaml import YamlDocument, parse_yaml


def document(text: str) -> YamlDocument:
    parsed, problems = parse_yaml(text.encode(), "a.md", first_line=2)
    assert parsed is not None, problems
    return parsed


def test_they_are_left_out_and_named_once() -> None:
    left, problems = leave_out_foreign(document("layout: post\ntitle: A\ntags: [a]\n"), ["title"])
    assert left.value == {"title": "A"}
    (problem,) = problems
    assert (problem.severity, problem.place.line) == ("warning", 2)
    assert "layout, tags" in problem.message


def test_what_is_known_here_stays_and_what_nobody_knows_too() -> None:
    typed = document("layout: post\nurl: https://e.org\ntitel: A\n")
    left, _ = leave_out_foreign(typed, ["title", "url"])
    assert left.value == {"url": "https://e.org", "titel": "A"}


def test_a_draft_of_another_generator_is_not_kept_back() -> None:
    _, problems = leave_out_foreign(document("draft: true\n"), [])
    assert "publish: false" in problems[0].hint


def test_a_file_of_our_own_is_as_it_was() -> None:
    typed = document("title: A\n")
    assert leave_out_foreign(typed, ["title"]) == (typed, [])
