"""`portfolio revoke` as a plan: which files would be written, or why none."""

from datetime import date as Date
from difflib import get_close_matches
from posixpath import splitext

from generator.authoring.issuer import bad_register, ledger, ledger_there
from generator.authoring.outcome import Awarding, Outcome
from generator.making.opening import Opened
from generator.model import Program
from generator.names import slug
from generator.openbadges.achievement import clean
from generator.openbadges.credential import midnight
from generator.openbadges.issuing import register_of
from generator.openbadges.keys import SigningKey
from generator.openbadges.status import BadRegister, Register
from generator.privacy.gate import gate_program
from generator.reading.files import REGISTER
from generator.words.speech import Words


def revoking(
    words: Words, opened: Opened, named: str, key: SigningKey, reason: str, day: Date, today: Date
) -> Awarding:
    """The register and the list with an award revoked.  `named` is its name, its address or its badge's,
    or TEACHER/INQUIRY where that has one award; NOTHING where there is none of the kind."""
    program = opened.program
    try:
        before = register_of(program)
    except BadRegister:
        return Awarding(Outcome.REFUSED, said=(bad_register(words),))
    name = _name(program, before, named)
    if "\n" in name:
        said = words.say(
            "It has more than one award; name the one: {awards}", awards=", ".join(name.split("\n"))
        )
        return Awarding(Outcome.NOTHING, said=(said,))
    if before.of(name) is None:
        near = get_close_matches(name, [one.id for one in before.entries], n=1)
        said = (
            words.say("There is no award {award}. Did you mean {near}?", award=named, near=near[0])
            if near
            else words.say("There is no award {award}.", award=named)
        )
        return Awarding(Outcome.NOTHING, said=(said,))
    if day > today:
        said = words.say("The date, {date}, lies in the future.", date=day.isoformat())
        return Awarding(Outcome.REFUSED, name, said=(said,))
    revoked = before.revoking(name, day.isoformat(), clean(reason))
    files = ledger(program, revoked, key, midnight(day))
    refused, _ = gate_program({REGISTER: files[REGISTER]}, program, opened.press.guard)
    if refused:
        said = words.say(
            "The reason is published, and the privacy gate does not let it through: leave out names, "
            "addresses and numbers."
        )
        return Awarding(Outcome.REFUSED, name, said=(said,))
    if files == ledger_there(program):
        return Awarding(Outcome.THERE, name, day=day)
    return Awarding(Outcome.WRITTEN, name, files, day=day)


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
