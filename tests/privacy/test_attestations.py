"""Who read which version of an inquiry."""

from datetime import date

import pytest
from msgspec.structs import replace

from generator.model import Attestation, Inquiry
from generator.privacy.attestations import check_attestations, read_attestations, write_attestations
from generator.reading.file_digests import combined_digest
from tests.privacy.visits import inquiry_of

DIGESTS = {"inquiry.md": "a" * 64}
DIGEST = combined_digest(DIGESTS)
LINE = f"t/talk {DIGEST} 2026-01-30 J. Park\n"
READ = Attestation(DIGEST, "J. Park", date(2026, 1, 30))


def shown(*, publish: bool = True) -> Inquiry:
    return replace(inquiry_of(id="talk"), digests=DIGESTS, publish=publish)


def test_what_is_written_is_read_again_and_sorted() -> None:
    data = write_attestations({"t/talk": READ, "a/first": replace(READ, reader="M. \n Rivera")})
    assert data.decode() == f"a/first {DIGEST} 2026-01-30 M. Rivera\n{LINE}"
    attestations, problems = read_attestations(data.replace(b"\n", b"\r\n"))
    assert attestations == {"t/talk": READ, "a/first": replace(READ, reader="M. Rivera")}
    assert problems == []


@pytest.mark.parametrize(
    "line",
    [
        "<<<<<<< HEAD\n",
        "J. Park\n",
        f"t/talk {DIGEST} 2026-02-30 J. Park\n",
        f"t/talk {DIGEST[:-1]} 2026-01-30 J. Park\n",
        f"t/talk {DIGEST} 2026-01-30\n",
    ],
)
def test_a_line_that_nobody_wrote_so_attests_nothing(line: str) -> None:
    attestations, (problem,) = read_attestations(line.encode())
    assert attestations == {}
    assert (problem.code, problem.place.line) == ("bad-attestation", 1)


def test_a_file_that_is_no_text_attests_nothing_and_is_one_problem() -> None:
    attestations, problems = read_attestations(f"{LINE}\x00".encode() + b"\xff\xfe\x81")
    assert (attestations, len(problems)) == ({}, 1)
    assert read_attestations(b"") == ({}, [])


def test_blank_lines_are_passed_over() -> None:
    assert read_attestations(f"\n{LINE}\n".encode()) == ({"t/talk": READ}, [])


def test_two_lines_of_one_inquiry_attest_nothing() -> None:
    attestations, problems = read_attestations(f"{LINE}{LINE}{LINE}".encode())
    assert attestations == {}
    assert [(problem.code, problem.place.line) for problem in problems] == [
        ("bad-attestation", 2),
        ("bad-attestation", 3),
    ]
    assert problems[0].message.startswith("t/talk has a second line here")
    assert "portfolio attest --by" in problems[0].hint


def test_the_reader_is_named_for_the_version_that_they_read() -> None:
    (inquiry,), problems = check_attestations("t", [shown()], {"t/talk": READ})
    assert (inquiry.attestation, problems) == (READ, [])


def test_a_change_since_is_said_with_the_reader_of_the_version_before() -> None:
    changed = replace(shown(), digests={"inquiry.md": "b" * 64})
    (inquiry,), (problem,) = check_attestations("t", [changed], {"t/talk": READ})
    assert inquiry.attestation is None
    assert (problem.code, problem.is_error) == ("P14", False)
    assert problem.message == "This has changed since J. Park read it on 2026-01-30."
    assert 'portfolio attest --by "YOUR NAME" t/talk' in problem.hint


def test_what_nobody_read_is_a_warning_and_a_draft_is_none() -> None:
    (inquiry,), (problem,) = check_attestations("t", [shown()], {})
    assert inquiry.attestation is None
    assert (problem.code, problem.is_error) == ("P14", False)
    assert "t/talk" in problem.hint
    assert check_attestations("t", [shown(publish=False)], {})[1] == []


def test_each_inquiry_has_an_attestation_of_its_own() -> None:
    unread = replace(shown(), id="unread")
    attested, (problem,) = check_attestations("t", [shown(), unread], {"t/talk": READ})
    assert [inquiry.attestation for inquiry in attested] == [READ, None]
    assert "t/unread" in problem.hint
