"""`portfolio revoke` as a plan: which files would be written, or why none."""

from datetime import date as Date
from difflib import get_close_matches
from posixpath import splitext

from generator.authoring.award_outcome import AwardOutcome, AwardPlan
from generator.authoring.signed_register import (
    register_files,
    stored_register_files,
    unreadable_register_text,
)
from generator.building.build_context import BuildContext
from generator.layout import REGISTER
from generator.model import Program
from generator.openbadges.achievement import clean_text
from generator.openbadges.achievement_credential import midnight
from generator.openbadges.award_register import BadRegister, Register
from generator.openbadges.issuer_documents import read_program_register
from generator.openbadges.signing_keys import SigningKey
from generator.privacy.gate import gate_program
from generator.slugs import slug
from generator.words.translator import Translator


def plan_revocation(
    translator: Translator,
    build_context: BuildContext,
    named: str,
    key: SigningKey,
    reason: str,
    day: Date,
    today: Date,
) -> AwardPlan:
    """The register and the list with an award revoked.  `named` is its name, its address or its badge's,
    or TEACHER/INQUIRY where that has one award; NOTHING where there is none of the kind."""
    program = build_context.program
    try:
        before = read_program_register(program)
    except BadRegister:
        return AwardPlan(AwardOutcome.REFUSED, said=(unreadable_register_text(translator),))
    name = _name(program, before, named)
    if "\n" in name:
        said = translator.gettext(
            "It has more than one award; name the one: {awards}", awards=", ".join(name.split("\n"))
        )
        return AwardPlan(AwardOutcome.NOTHING, said=(said,))
    if before.entry(name) is None:
        near = get_close_matches(name, [one.id for one in before.entries], n=1)
        said = (
            translator.gettext("There is no award {award}. Did you mean {near}?", award=named, near=near[0])
            if near
            else translator.gettext("There is no award {award}.", award=named)
        )
        return AwardPlan(AwardOutcome.NOTHING, said=(said,))
    if day > today:
        said = translator.gettext("The date, {date}, lies in the future.", date=day.isoformat())
        return AwardPlan(AwardOutcome.REFUSED, name, said=(said,))
    revoked = before.with_revocation(name, day.isoformat(), clean_text(reason))
    files = register_files(program, revoked, key, midnight(day))
    refused, _ = gate_program({REGISTER: files[REGISTER]}, program, build_context.render.privacy)
    if refused:
        said = translator.gettext(
            "The reason is published, and the privacy gate does not let it through: leave out names, "
            "addresses and numbers."
        )
        return AwardPlan(AwardOutcome.REFUSED, name, said=(said,))
    if files == stored_register_files(program):
        return AwardPlan(AwardOutcome.THERE, name, day=day)
    return AwardPlan(AwardOutcome.WRITTEN, name, files, day=day)


def _name(program: Program, register: Register, named: str) -> str:
    """An award's name, from any of the ways in which people have it; as it is where it is none of them, and
    a line for each where there are several."""
    if "://" in named:
        if not named.startswith(program.url.rstrip("/") + "/"):
            return named  # another program's
        tail = named.split("#")[0].split("?")[0].removesuffix("index.html").rstrip("/").rpartition("/")[2]
        stem, ending = splitext(tail)
        return stem if ending in (".json", ".svg", ".png") else tail
    if "/" in named:
        teacher, _, inquiry = (
            named.strip("/").removeprefix("content/").removeprefix("teachers/").partition("/")
        )
        of_it = [one.id for one in register.entries if one.id.startswith(f"{slug(teacher)}.{slug(inquiry)}.")]
        return "\n".join(of_it) or named
    return named
