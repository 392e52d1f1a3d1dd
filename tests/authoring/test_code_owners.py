"""Who must agree to which change."""

from importlib import resources

import pytest

from generator.authoring.code_owners import owned_by, parse_owners, with_teacher

TEXT = (
    "*                    @OWNERS\n/content/teachers/   @OWNERS\n"
    "# what nobody writes about herself\n/content/teachers/*/*/reviews/   @OWNERS\n"
)


@pytest.mark.parametrize(
    ("typed", "owners"),
    [
        ("@lead", ("@lead",)),
        ("@our-school/leads, @ana", ("@our-school/leads", "@ana")),
        ("lead@example.org", ("lead@example.org",)),
        ("lead", ()),
        ("@lead # @other", ()),
        ("@lead\n/content @me", ()),
        ("", ()),
    ],
)
def test_owners_as_they_are_typed(typed: str, owners: tuple[str, ...]) -> None:
    assert parse_owners(typed) == owners


def test_a_teachers_line_follows_the_teachers_and_reviews_follow_it() -> None:
    text = with_teacher(owned_by(TEXT, ("@lead",)), "ana-lopez", "@ana")
    assert [line.split() for line in text.splitlines() if not line.startswith("#")] == [
        ["*", "@lead"],
        ["/content/teachers/", "@lead"],
        ["/content/teachers/ana-lopez/", "@ana", "@lead"],
        ["/content/teachers/*/*/reviews/", "@lead"],
    ]
    assert with_teacher(text, "ana-lopez", "@other") == text


def test_a_teacher_cannot_fold_away_what_her_next_change_shows() -> None:
    starter = resources.files("generator.starter") / "hosts/github/dot-github/CODEOWNERS"
    text = with_teacher(owned_by(starter.read_text("utf-8"), ("@lead",)), "ana-lopez", "@ana")
    lines = [line.split() for line in text.splitlines() if not line.startswith("#")]
    hers = lines.index(["/content/teachers/ana-lopez/", "@ana", "@lead"])
    for name in (".gitattributes", ".gitignore", ".gitmodules"):  # in every folder
        assert lines.index([name, "@lead"]) > hers
