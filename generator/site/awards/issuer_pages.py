"""What the program publishes as an issuer, and what is wrong with it."""

from collections.abc import Collection

from generator import addresses
from generator.layout import REGISTER, REVOCATIONS, SETTINGS
from generator.openbadges.achievement import AchievementBuilder
from generator.openbadges.award_register import BadRegister
from generator.openbadges.did import document_address, key_of
from generator.openbadges.issuer_documents import (
    did_file,
    did_json,
    is_issuer,
    issuer_did,
    issuer_json,
    json_lines,
    read_program_register,
    revoked_in,
)
from generator.openbadges.jsonld import CONTEXTS
from generator.openbadges.signing_keys import is_public_key
from generator.problems import Place, Problem, error, notice, warning
from generator.site.rendering.context import RenderContext, SitePart


def issuer_part(press: RenderContext, shown: Collection[str]) -> SitePart:
    """The issuer's documents and the achievements; nothing where nobody issues.  `shown` are the names of
    the awards that have a page."""
    program, translator = press.program, press.translator
    if not is_issuer(program):
        return SitePart()
    context = CONTEXTS[:2]
    own: dict[str, bytes] = {}
    if where := did_file(program):
        own[where] = did_json(program)
    if issuer_did(program):
        own[addresses.ISSUER] = issuer_json(program)
    if program.revocations:
        own[addresses.REVOCATIONS] = program.revocations
    builder = AchievementBuilder(translator, program)
    for micro in program.micro_credentials.values():
        document = {"@context": context, **builder.build(micro)}
        own[addresses.achievement(micro.id)] = json_lines(document)
    return SitePart(own, problems=_problems(press, shown))


def _problems(context: RenderContext, shown: Collection[str]) -> tuple[Problem, ...]:
    program = context.program
    assert program.issuer is not None, "somebody issues"
    place = Place(SETTINGS, field="issuer")
    found = [
        error(
            "bad-key",
            place,
            "The issuer's key number {number} is no public Ed25519 key.",
            "Type it as  portfolio keys new  printed it; it begins with z6Mk. "
            "A private key must never stand here: if it does, make a new one.",
            number=number,
        )
        for number, key in enumerate(program.issuer.keys, start=1)
        if not is_public_key(key)
    ]
    did = issuer_did(program)
    where = document_address(did)
    if not where and not key_of(did):
        found.append(
            error(
                "bad-did",
                place,
                "The issuer's DID is neither a did:web nor a did:key.",
                "Leave did out: it follows from the url.",
            )
        )
    elif where and (file := did_file(program)) and addresses.absolute_url(program.url, file) != where:
        found.append(
            warning(
                "did-elsewhere",
                place,
                "The issuer's DID is looked up at {where}, which is not this site.",
                "Put the site's {file} there; or leave did out, so that it follows from the url.",
                where=where,
                file=file,
            )
        )
    try:
        register = read_program_register(program)
        if revoked_in(program) != register.revoked:
            found.append(_behind())
        found += [_gone(one.id) for one in register.entries if not one.revoked and one.id not in shown]
    except BadRegister:
        found.append(
            error(
                "bad-register",
                Place(REGISTER),
                "This file is not as  portfolio award  wrote it, or something that was revoked is missing "
                "in it.",
                "Restore content/credentials/ from git.",
            )
        )
    return tuple(found)


def _behind() -> Problem:
    return error(
        "list-behind",
        Place(REVOCATIONS),
        "Awards that were taken back are not in the published list, so that they still verify elsewhere.",
        "Type  portfolio award --all  to sign the list anew.",
    )


def _gone(award: str) -> Problem:
    return notice(
        "award-gone",
        Place(REGISTER),
        "The award {award} has no page any more, so nobody who holds its badge can have it checked.",
        "Put its folder back, or take the award back with  portfolio revoke",
        award=award,
    )
