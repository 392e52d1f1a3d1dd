"""What an issuer is told beside an award that was written."""

from collections.abc import Callable

from tests.conftest import Site
from tests.openbadges.awards import KEY, award, earned, issuer


def test_signs_that_nobody_sees_are_left_out_of_a_name_and_said(site: Callable[..., Site]) -> None:
    told = award(earned(site, {"teachers/ana-lopez/about.md": '---\nname: "Ana\\u202e Lopez"\n---\n'}))
    assert "were left out of: Ana Lopez." in told.err


def test_reviewers_are_named_where_the_program_lists_none(site: Callable[..., Site]) -> None:
    assert "that these people may review: A and B." in award(earned(site)).err
    listed = earned(site, {"program.yml": issuer(KEY) + "assessors: [A, B]\n"})
    assert "may review" not in award(listed).err


def test_the_requirement_in_force_is_named(site: Callable[..., Site]) -> None:
    assert "As it stood when submitted on" in award(earned(site)).err
