"""`portfolio revoke` as a plan: which files would be written, or why none."""

from datetime import date as Date
from posixpath import splitext

from msgspec import Struct

from generator import addresses
from generator.authoring.award_outcome import AwardOutcome, AwardPlan
from generator.authoring.issuer_session import IssuerSession
from generator.layout import CONTENT, REGISTER, ProgramFolder
from generator.nearest import nearest
from generator.openbadges.achievement import clean_text
from generator.openbadges.award_register import BadRegister, Register
from generator.openbadges.jsonld import Document
from generator.openbadges.status_list import LENGTH, number_in
from generator.privacy.gate import gate_program
from generator.slugs import slug


class RevocationRequest(Struct, frozen=True):
    """What an issuer takes back, why, and from which day on.

    `award` is its name, its address or its badge's, TEACHER/INQUIRY where that has one award, its number in
    the list, or the name of a file; then `document` is the credential in it.
    """

    award: str
    reason: str
    day: Date
    document: Document | None = None


class RevocationTarget(Struct, frozen=True):
    """What is revoked: the award with this name in the register, or else a number that no award has.

    Where there is neither, `refusal` says why.
    """

    award: str = ""
    number: int | None = None
    refusal: str = ""


def plan_revocation(session: IssuerSession, request: RevocationRequest) -> AwardPlan:
    """The register and the list with an award revoked.

    The outcome is NOTHING where the request names no award, or more than one.
    """
    try:
        register = session.read_register()
    except BadRegister:
        return AwardPlan(AwardOutcome.REFUSED, texts=(session.unreadable_register_text(),))
    gettext = session.translator.gettext
    target = _target(session, request, register)
    if target.refusal:
        return AwardPlan(AwardOutcome.NOTHING, texts=(target.refusal,))
    name = target.award or gettext("number {number}", number=target.number)
    if request.day > session.today:
        text = gettext("The date, {date}, is in the future.", date=request.day.isoformat())
        return AwardPlan(AwardOutcome.REFUSED, name, texts=(text,))
    day, reason = request.day.isoformat(), clean_text(request.reason)
    revoked = (
        register.with_revocation(target.award, day, reason)
        if target.number is None
        else register.with_revoked_number(target.number, day, reason)
    )
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


def _target(session: IssuerSession, request: RevocationRequest, register: Register) -> RevocationTarget:
    """What the request means."""
    if request.document is not None:
        return _target_of_document(session, request.document, register)
    if request.award.isdecimal() and request.award.isascii():
        return _target_of_number(session, int(request.award[:12]), register)
    names = award_names(request.award, register, session.program.url)
    refusal = _unknown_text(session, request.award, names, register)
    return RevocationTarget(refusal=refusal) if refusal else RevocationTarget(names[0])


def _target_of_number(session: IssuerSession, number: int, register: Register) -> RevocationTarget:
    """The award that has the number, else the number."""
    if number >= LENGTH:
        text = session.translator.gettext(
            "The list of revoked awards has no number {number}; the last one is {last}.",
            number=number,
            last=LENGTH - 1,
        )
        return RevocationTarget(refusal=text)
    holder = register.holder(number)
    if holder and holder.number == number:
        return RevocationTarget(holder.id)
    return RevocationTarget(number=number)


def _target_of_document(session: IssuerSession, document: Document, register: Register) -> RevocationTarget:
    """What a credential's number stands for.  Where the register gave it to another award, nobody but the
    issuer can decide whether that goes too."""
    gettext, site = session.translator.gettext, session.program.url
    address = addresses.absolute_url(site, addresses.REVOCATIONS)
    number = number_in(document.get("credentialStatus"), address)
    if number is None:
        text = gettext(
            "This credential names no number in {address}, so that list cannot revoke it. If one of your "
            "keys signed it, remove that key from program.yml, or say until when it counted.",
            address=address,
        )
        return RevocationTarget(refusal=text)
    target = _target_of_number(session, number, register)
    if not target.award:
        return target
    if document.get("id") == addresses.absolute_url(site, addresses.award_document(target.award)):
        return target
    text = gettext(
        "Its number, {number}, is that of the award {award}. To revoke both, type the number instead of "
        "the file, then  portfolio award --anew  for the award.",
        number=number,
        award=target.award,
    )
    return RevocationTarget(refusal=text)


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
        return gettext("It has more than one award; say which one: {awards}", awards=", ".join(names))
    if register.entry(names[0]):
        return ""
    near = nearest(names[0], [entry.id for entry in register.entries])
    if near:
        return gettext("There is no award {award}. Did you mean {near}?", award=typed, near=near)
    return gettext("There is no award {award}.", award=typed)
