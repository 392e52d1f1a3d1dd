"""The result of one check."""

from generator.openbadges.check_result import CheckQuestion, CheckStatus, failed, inconclusive, passed


def test_only_a_passed_check_holds() -> None:
    results = [make(CheckQuestion.DATES, "text") for make in (passed, failed, inconclusive)]
    assert [result.status for result in results] == list(CheckStatus)
    assert [result.holds for result in results] == [True, False, False]


def test_what_a_stranger_wrote_cannot_command_a_terminal() -> None:
    result = failed(CheckQuestion.ISSUER, "It names \x1b[2J\nMaple\u202eGrove")
    assert "\x1b" not in result.text
    assert "\n" not in result.text
