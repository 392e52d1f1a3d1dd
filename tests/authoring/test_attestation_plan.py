"""What an attestation writes."""

from datetime import date

from msgspec.structs import replace

from generator.authoring.attestation_plan import plan_attestation
from generator.model import Attestation, Inquiry, Prose
from generator.privacy.attestations import read_attestations
from generator.reading.file_digests import combined_digest

DAY = date(2026, 1, 30)
OLD = Attestation("0" * 64, "M. Rivera", date(2025, 10, 1))


def inquiry(name: str, *, publish: bool = True) -> Inquiry:
    return Inquiry(name, "t", "Title", Prose("", ""), publish=publish, digests={"inquiry.md": name})


def digest(name: str) -> str:
    return combined_digest(inquiry(name).digests)


def test_without_names_it_is_what_others_see_and_nobody_has_read_as_it_is() -> None:
    before = {"t/read": replace(OLD, digest=digest("read")), "t/changed": OLD, "t/other": OLD}
    names = ("read", "changed", "new")
    plan = plan_attestation(
        [*map(inquiry, names), inquiry("draft", publish=False)], before, (), "J. Park", DAY
    )
    assert plan.attested == ("t/changed", "t/new")
    attestations, _ = read_attestations(plan.data)
    assert attestations == before | {
        "t/changed": Attestation(digest("changed"), "J. Park", DAY),
        "t/new": Attestation(digest("new"), "J. Park", DAY),
    }


def test_what_is_named_is_read_again_a_draft_too() -> None:
    before = {"t/read": replace(OLD, digest=digest("read"))}
    inquiries = [inquiry("read"), inquiry("draft", publish=False), inquiry("other")]
    plan = plan_attestation(inquiries, before, ("t/read", "t/draft"), "J. Park", DAY)
    assert plan.attested == ("t/draft", "t/read")
    assert {each.reader for each in read_attestations(plan.data)[0].values()} == {"J. Park"}


def test_an_inquiry_with_an_error_has_no_page_to_read() -> None:
    plan = plan_attestation([inquiry("read")], {}, ("t/broken",), "J. Park", DAY)
    assert (plan.attested, plan.unreadable) == ((), ("t/broken",))
