"""An issuer at work: the register as it is by now, and its signed list."""

import json
from datetime import date
from pathlib import Path

import pytest

from generator.authoring.issuer_session import IssuerSession
from generator.building.build_context import open_build_context
from generator.building.options import BuildOptions
from generator.layout import REGISTER, REVOCATIONS
from generator.openbadges.award_register import BadRegister
from generator.words.translator import Translator
from tests.conftest import Site
from tests.openbadges.awards import KEY, NAME

TODAY = date(2026, 2, 2)


@pytest.fixture
def session(awarded: Site) -> IssuerSession:
    build_context, _ = open_build_context(BuildOptions(awarded.content, Path("output"), TODAY))
    assert build_context is not None
    return IssuerSession(Translator("es"), build_context, build_context.program, KEY, TODAY)


def test_the_next_award_sees_the_register_of_the_last(session: IssuerSession) -> None:
    register = session.read_register().with_award("ben.reading.visible", "2026-02-02", "")
    later = session.with_files(session.sign_register(register, TODAY))
    assert [entry.number for entry in later.read_register().entries] == [0, 1]
    assert [entry.id for entry in session.read_register().entries] == [NAME]


def test_what_says_nothing_new_is_not_signed_again(session: IssuerSession) -> None:
    assert session.is_stored(session.sign_register(session.read_register(), TODAY))


def test_a_revocation_is_in_both_files(session: IssuerSession) -> None:
    revoked = session.read_register().with_revocation(NAME, "2026-02-02", "by mistake")
    files = session.sign_register(revoked, TODAY)
    assert not session.is_stored(files)
    assert json.loads(files[REGISTER])["credentials"][0]["revoked"] == "2026-02-02"
    assert json.loads(files[REVOCATIONS])["validFrom"] == "2026-02-02T00:00:00Z"


def test_a_broken_register_is_named_in_the_language_of_who_sits_there(session: IssuerSession) -> None:
    with pytest.raises(BadRegister):
        session.with_files({REGISTER: b"{}"}).read_register()
    text = session.unreadable_register_text()
    assert f"content/{REGISTER}" in text
    assert "Restore" not in text
