"""`portfolio revoke` as a plan: which files would be written, or why none."""

from datetime import date as Date
from posixpath import splitext

from msgspec import Struct

from generator.authoring.award_outcome import AwardOutcome, AwardPlan
from generator.authoring.issuer_session import IssuerSession
from generator.layout import CONTENT, REGISTER, ProgramFolder
from generator.nearest import nearest
from generator.openbadges.achievement import clean_text
from generator.openbadges.award_register import BadRegister, Register
from generator.privacy.gate import gate_program
from generator.slugs import slug


class RevocationRequest(Struct, frozen=True):
    """Which award an issuer takes back, why, and from which day on.

    `award` is its name, its address or its badge's, or TEACHER/INQUIRY where that has one award.
    """

    award: str
    reason: str
    day: Date


def plan_revocation(session: IssuerSession, request: RevocationRequest) -> AwardPlan:
    """The register and the list with an award revoked.

    The outcome is NOTHING where the request names no award, or more than one.
    """
    try:
        register = session.read_register()
    except BadRegister:
        return AwardPlan(AwardOutcome.REFUSED, texts=(session.unreadable_register_text(),))
    names = award_names(request.award, register, session.program.url)
    if text := _unknown_text(session, request.award, names, register):
        return AwardPlan(AwardOutcome.NOTHING, texts=(text,))
    name, gettext = names[0], session.translator.gettext
    if request.day > session.today:
        text = gettext("The date, {date}, lies in the future.", date=request.day.isoformat())
        return AwardPlan(AwardOutcome.REFUSED, name, texts=(text,))
    revoked = register.with_revocation(name, request.day.isoformat(), clean_text(request.reason))
    files = session.sign_register(revoked, request.day)
    withheld, _ = gate_program(
        {REGISTER: files[REGISTER]}, session.program, session.build_context.render.privacy
    )
    if withheld:
        text = gettext(
            "The reason is published, and the privacy gate does not let it through: leave out names, "
            "addresses and numbers."
        )
        return AwardPlan(AwardOutcome.REFUSED, name, texts=(text,))
    if session.is_stored(files):
        return AwardPlan(AwardOutcome.UNCHANGED, name, day=request.day)
    return AwardPlan(AwardOutcome.WRITTEN, name, files, day=request.day)


def award_names(typed: str, register: Register, site: str) -> tuple[str, ...]:
    """The names of the awards that somebody may mean, at least one.

    `typed` is a name, an address below `site`, or TEACHER/INQUIRY, with or without the folders above; it
    comes back as it is where it is none of these.
    """
    if "://" in typed:
        return (_name_in_address(typed) if typed.startswith(site.rstrip("/") + "/") else typed,)
    if "/" not in typed:
        return (typed,)
    path = typed.strip("/").removeprefix(f"{CONTENT}/").removeprefix(f"{ProgramFolder.TEACHERS}/")
    teacher, _, inquiry = path.partition("/")
    beginning = f"{slug(teacher)}.{slug(inquiry)}."
    return tuple(entry.id for entry in register.entries if entry.id.startswith(beginning)) or (typed,)


def _name_in_address(address: str) -> str:
    """The award's name in the address of its page, its document or its badge."""
    path = address.split("#")[0].split("?")[0].removesuffix("index.html").rstrip("/")
    file_name = path.rpartition("/")[2]
    stem, ending = splitext(file_name)
    return stem if ending in (".json", ".svg", ".png") else file_name


def _unknown_text(session: IssuerSession, typed: str, names: tuple[str, ...], register: Register) -> str:
    """Why the request names no award, or more than one; empty where it names one in the register."""
    gettext = session.translator.gettext
    if len(names) > 1:
        return gettext("It has more than one award; name the one: {awards}", awards=", ".join(names))
    if register.entry(names[0]):
        return ""
    near = nearest(names[0], [entry.id for entry in register.entries])
    if near:
        return gettext("There is no award {award}. Did you mean {near}?", award=typed, near=near)
    return gettext("There is no award {award}.", award=typed)
