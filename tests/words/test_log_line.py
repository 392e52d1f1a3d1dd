"""Content in a public log."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Place, error
from generator.words.log_line import log_line
from generator.words.problem_format import ProblemFormat


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Period 2", "Period 2"),
        ("a\n::add-mask::b", "a ::add-mask::b"),
        ("::set-env name=A::b", ": :set-env name=A::b"),
        ("   ::error::b", "   : :error::b"),
        ("x ##[command]rm", "x # #[command]rm"),
        ("\x1b[2Jgone\x9b31m", " [2Jgone 31m"),
        ("a\u2028::b\u202ec", "a ::b c"),
    ],
)
def test_a_line_is_one_line_and_no_command(text: str, shown: str) -> None:
    assert log_line(text) == shown


@given(st.text(alphabet=st.sampled_from(list("a:#[] \n\r\t\x1b\x85\u2028\u200b")), max_size=30))
def test_whatever_a_file_says(text: str) -> None:
    problem = error(
        "code", Place("content/a.csv", row=2, field=text), "{text} is wrong.", "{text}", text=text
    )
    for line in ProblemFormat().lines(problem):
        assert len(line.splitlines()) == 1
        assert line.isprintable()
        assert not line.lstrip().startswith("::") and "##[" not in line
    annotation = ProblemFormat().github_annotation(problem)
    assert annotation.startswith("::error ") and "\n" not in annotation and "\x1b" not in annotation
    assert "##[" not in ProblemFormat().json_document([problem], {})
