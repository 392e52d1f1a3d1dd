"""A micro-credential as an Achievement."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.model import (
    Creator,
    Criterion,
    Impact,
    Mastery,
    MicroCredential,
    OtherIdentifier,
    Program,
    Prose,
    Standard,
)
from generator.openbadges.achievement import (
    AchievementBuilder,
    clean_text,
    creator_profile,
    criterion_id,
    has_invisible_signs,
    web_address,
)
from generator.words.translator import ENGLISH

DATA = Path(__file__).parent / "data"
PROGRAM = Program("Maple Grove", url="https://x.org/")
CREDENTIAL = MicroCredential(
    "visible",
    "Visible\nthinking",
    Prose("", "micro-credentials/visible.md"),
    competency="The teacher listens.",
    standards=(
        Standard("NBPTS", "3.1", "Assessment", "https://x.org/3 1"),
        Standard("Local", "L1", url="javascript:alert(1)"),
    ),
    mastery=Mastery(
        levels=("not yet", "nearly", "demonstrated"),
        criteria=(Criterion("a question", "Asks", "L1", {"demonstrated": "Each visit"}),),
    ),
    creator=Creator("Digital\u202e Promise", "https://digitalpromise.org/"),
    other_identifiers=(OtherIdentifier("TX-114"), OtherIdentifier("9", "ext:state")),
    hours=15,
    credits=2,
    impact=Impact(prompts=("explains", "asks"), classes=1),
)
ACHIEVEMENT = AchievementBuilder(ENGLISH, PROGRAM).build(CREDENTIAL)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  two\n lines\t", "two lines"),
        ("bell\x07", "bell"),
        ("half \ud800 pair", "half  pair"),
        ("not a character \ufffe\U0001ffff", "not a character"),
        ("the first \ufdd0 and the last \ufdef", "the first  and the last"),
        ("neighbors \ufdcf\ufdf0", "neighbors \ufdcf\ufdf0"),
        ("Xavier José 李 🙂", "Xavier José 李 🙂"),
    ],
)
def test_text_is_on_one_line_without_what_xml_cannot_hold(text: str, cleaned: str) -> None:
    assert clean_text(text) == cleaned


def test_the_document_has_all_that_the_micro_credential_says() -> None:
    assert json.loads((DATA / "achievement.json").read_text("utf-8")) == ACHIEVEMENT


def test_it_has_a_result_for_each_criterion_and_one_for_impact() -> None:
    criterion, impact = ACHIEVEMENT["resultDescription"]
    assert criterion["id"] == criterion_id(ACHIEVEMENT["id"], CREDENTIAL.mastery.criteria[0])
    assert criterion["id"].endswith("#criterion-a%20question")
    assert [level["level"] for level in criterion["rubricCriterionLevel"]] == ["1", "2", "3"]
    assert criterion["requiredLevel"] == criterion["rubricCriterionLevel"][2]["id"]
    assert criterion["rubricCriterionLevel"][2]["description"] == "Each visit"
    assert impact["name"] == (
        "Impact on student learning: sustained improvement in at least 1 class, "
        "by more than steady growth, for: explains and asks"
    )


def test_its_narrative_says_both_halves() -> None:
    narrative = ACHIEVEMENT["criteria"]["narrative"]
    assert narrative.startswith("The teacher listens. Mastery: each criterion is judged demonstrated")
    assert narrative.endswith("for: explains and asks. It takes 15 hours of work.")
    assert ACHIEVEMENT["creditsAvailable"] == 2


def test_a_micro_credential_that_says_little_is_described_by_its_title() -> None:
    few = AchievementBuilder(ENGLISH, PROGRAM).build(MicroCredential("visible", "Visible", Prose("", "")))
    assert few["description"] == "Visible"
    assert few["criteria"]["narrative"] == (
        "Mastery: each criterion is judged demonstrated or better by 2 assessors. "
        "Impact on student learning: sustained improvement in at least 2 classes, by more than steady growth."
    )
    assert not {"alignment", "creditsAvailable", "creator", "otherIdentifier"} & few.keys()


def test_where_the_hours_are_not_said_the_narrative_ends_before_them() -> None:
    achievement = AchievementBuilder(ENGLISH, PROGRAM).build(replace(CREDENTIAL, hours=None))
    assert achievement["criteria"]["narrative"].endswith("for: explains and asks.")


def test_a_standard_without_an_address_on_the_web_leads_to_the_micro_credentials_page() -> None:
    addresses = [one["targetUrl"] for one in ACHIEVEMENT["alignment"]]
    assert addresses[0] == "https://x.org/3%201"
    assert addresses[1:] == [ACHIEVEMENT["criteria"]["id"]]
    assert ACHIEVEMENT["resultDescription"][0]["alignment"] == [ACHIEVEMENT["alignment"][1]]


def test_names_are_on_one_line() -> None:
    assert ACHIEVEMENT["name"] == "Visible thinking"


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200b", "\u200f", "\ufeff", "\u00ad", "\u3164"])
def test_signs_that_nobody_sees_are_left_out(sign: str) -> None:
    assert clean_text(f"Ana{sign} Lopez") == "Ana Lopez"
    assert has_invisible_signs(f"Ana{sign}")
    assert not has_invisible_signs("Ana López 😀 李")


def test_it_names_who_wrote_it_and_what_others_call_it() -> None:
    assert ACHIEVEMENT["creator"] == {
        "id": "https://digitalpromise.org/",
        "type": ["Profile"],
        "name": "Digital Promise",
        "url": "https://digitalpromise.org/",
    }
    entries = [(one["identifierType"], one["identifier"]) for one in ACHIEVEMENT["otherIdentifier"]]
    assert entries == [("identifier", "TX-114"), ("ext:state", "9")]


def test_a_creator_without_an_address_still_has_an_id() -> None:
    base = "https://x.org/achievements/visible.json"
    profile = creator_profile(base, Creator("J. Park", "javascript:alert(1)"))
    assert profile == {"id": f"{base}#creator", "type": ["Profile"], "name": "J. Park"}


@pytest.mark.parametrize(
    ("address", "absolute"),
    [
        ("http://x.org/", "http://x.org/"),
        ("https://x.org/ä?q=1&r=%20#a", "https://x.org/%C3%A4?q=1&r=%20#a"),
        ('https://x.org/a b"<c>', "https://x.org/a%20b%22%3Cc%3E"),
        ("ftp://x.org/", ""),
        ("x.org", ""),
        ("", ""),
    ],
)
def test_an_address_on_the_web_is_absolute_and_without_blanks(address: str, absolute: str) -> None:
    assert web_address(address) == absolute


def test_a_criterion_with_a_slash_in_its_name_has_an_id_of_one_part() -> None:
    assert criterion_id("https://x.org/a.json", Criterion("ask/act", "Asks")).endswith("#criterion-ask%2Fact")
