"""What the program publishes as an issuer, and what is wrong with it."""

from collections.abc import Collection

from generator import addresses
from generator.indented_json import indented_json
from generator.layout import REGISTER, REVOCATIONS, SETTINGS
from generator.model import Program
from generator.openbadges.achievement import AchievementBuilder
from generator.openbadges.award_register import BadRegister
from generator.openbadges.did import document_address, key_of
from generator.openbadges.issuer_documents import (
    abandoned_did,
    did_file,
    did_json,
    is_issuer,
    issuer_did,
    issuer_json,
    read_program_register,
    revoked_in,
)
from generator.openbadges.jsonld import CONTEXTS
from generator.openbadges.signing_keys import is_public_key
from generator.problems import Place, Problem, PublishedText, error, notice, warning
from generator.site.rendering.context import RenderContext, SitePart


def issuer_part(context: RenderContext, with_page: Collection[str]) -> SitePart:
    """The issuer's documents and the achievements; nothing where nobody issues.

    `with_page` are the names of the awards that have a page.
    """
    program = context.program
    if not is_issuer(program):
        return SitePart()
    files: dict[str, bytes] = {}
    if did_address := did_file(program):
        files[did_address] = did_json(program)
    if issuer_did(program):
        files[addresses.ISSUER] = issuer_json(program)
    if program.revocations:
        files[addresses.REVOCATIONS] = program.revocations
    builder = AchievementBuilder(context.translator, program)
    for micro in program.micro_credentials.values():
        document = {"@context": CONTEXTS[:2], **builder.build(micro)}
        files[addresses.achievement(micro.id)] = indented_json(document)
    return SitePart(files, problems=(*_issuer_problems(program), *_register_problems(program, with_page)))


def _issuer_problems(program: Program) -> list[Problem]:
    """What is wrong with the issuer's keys and DID in program.yml."""
    assert program.issuer is not None, "somebody issues"
    place = Place(SETTINGS, field="issuer")
    problems = [
        error(
            "bad-key",
            place,
            "The issuer's key number {number} is not a public Ed25519 key.",
            "Type it as  portfolio keys new  printed it; it begins with z6Mk. Never put a private key "
            "here: if you did, make a new one.",
            number=number,
        )
        for number, key in enumerate(program.issuer.keys, start=1)
        if not is_public_key(key)
    ]
    did = issuer_did(program)
    resolved_at = document_address(did)
    if not resolved_at and not key_of(did):
        problems.append(
            error(
                "bad-did",
                place,
                "The issuer's DID is neither a did:web nor a did:key.",
                "Leave did out: it follows from the url.",
            )
        )
    if abandoned := abandoned_did(program):
        problems.append(
            error(
                "did-changed",
                place,
                "The existing awards were issued by {old}; the issuer is now {new}, so none of them would "
                "verify anymore.",
                'Add  did: "{old}"  to the issuer in program.yml, and keep the files at the old address. '
                "To give up those awards for good, move content/credentials/ away.",
                old=PublishedText(abandoned),
                new=PublishedText(did),
            )
        )
    file = did_file(program) if resolved_at else ""
    if file and addresses.absolute_url(program.url, file) != resolved_at:
        problems.append(
            warning(
                "did-elsewhere",
                place,
                "The issuer's DID is looked up at {where}, which is not this site.",
                "Put the site's {file} there; or leave did out, so that it follows from the url.",
                where=PublishedText(resolved_at),
                file=PublishedText(file),
            )
        )
    return problems


def _register_problems(program: Program, with_page: Collection[str]) -> list[Problem]:
    """Where the register of awards, the published list of revocations and the pages do not agree."""
    try:
        register = read_program_register(program)
        revoked = revoked_in(program)
    except BadRegister:
        return [
            error(
                "bad-register",
                Place(REGISTER),
                "This file is not as  portfolio award  wrote it, or a revoked award is missing from it.",
                "Restore content/credentials/ from git.",
            )
        ]
    problems = [] if revoked == register.revoked else [_list_behind_problem()]
    problems += [
        _award_gone_problem(entry.id)
        for entry in register.entries
        if not entry.revoked and entry.id not in with_page
    ]
    return problems


def _list_behind_problem() -> Problem:
    return error(
        "list-behind",
        Place(REVOCATIONS),
        "Revoked awards are not in the published list, so they still verify elsewhere.",
        "Type  portfolio award --all  to sign the list again.",
    )


def _award_gone_problem(award: str) -> Problem:
    return notice(
        "award-gone",
        Place(REGISTER),
        "The award {award} no longer has a page, so no one who holds its badge can have it checked.",
        "Put its folder back, or revoke the award with  portfolio revoke",
        award=PublishedText(award),
    )
