"""What the program publishes as an issuer, and the page on which anybody can check an award."""

from dataclasses import dataclass

from markupsafe import Markup

from generator import addresses
from generator.openbadges.achievement import achievement
from generator.openbadges.did import document_address, key_of
from generator.openbadges.issuing import as_lines, did_file, did_json, issuer_did, issuer_json, issues
from generator.openbadges.keys import is_public_key
from generator.openbadges.linked import CONTEXTS, contexts_json
from generator.openbadges.status import BadRegister, read_register
from generator.problems import Place, Problem, error, warning
from generator.reading.files import REGISTER
from generator.site.inline import json_in_html
from generator.site.press import Part, Press
from generator.site.render import Way
from generator.words.speech import Words

CONTEXTS_FILE = f"{addresses.VERIFY}contexts.json"


@dataclass(frozen=True, slots=True)
class VerifyPage:
    address: str
    title: str
    description: str
    trail: tuple[Way, ...]
    root: str
    contexts: str
    url: str
    words: Markup


def issuer_part(press: Press, home: tuple[Way, ...]) -> Part:
    """The issuer's documents, the achievements, the page that checks; nothing where nobody issues."""
    program, words = press.program, press.words
    if not issues(program):
        return Part()
    context = CONTEXTS[:2]
    own: dict[str, bytes] = {}
    if where := did_file(program):
        own[where] = did_json(program)
    if issuer_did(program):
        own[addresses.ISSUER] = issuer_json(program)
    if program.revocations:
        own[addresses.REVOCATIONS] = program.revocations
    for micro in program.micro_credentials.values():
        document = {"@context": context, **achievement(words, program, micro)}
        own[addresses.achievement(micro.id)] = as_lines(document)
    own[CONTEXTS_FILE] = contexts_json()
    title = words.say("Check an award")
    page = VerifyPage(
        address=addresses.VERIFY,
        title=title,
        description=words.say("Who issued it, whether it was changed or revoked, and what it rests on."),
        trail=home,
        root=addresses.root(addresses.VERIFY),
        contexts=CONTEXTS_FILE,
        url=program.url,
        words=json_in_html(_said(words)),
    )
    return Part(own, problems=_problems(press)) + press.page("verify.html", page)


def _problems(press: Press) -> tuple[Problem, ...]:
    program = press.program
    assert program.issuer is not None, "somebody issues"
    place = Place("program.yml", field="issuer")
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
    elif where and program.issuer.keys and addresses.full(program.url, did_file(program)) != where:
        found.append(
            warning(
                "did-elsewhere",
                place,
                "The issuer's DID is looked up at {where}, which is not this site.",
                "Put the site's {file} there; or leave did out, so that it follows from the url.",
                where=where,
                file=did_file(program),
            )
        )
    try:
        if program.register:
            read_register(program.register)
    except BadRegister:
        found.append(
            error(
                "bad-register",
                Place(REGISTER),
                "This file is not as  portfolio award  wrote it.",
                "Restore it from git.",
            )
        )
    return tuple(found)


def _said(words: Words) -> dict[str, str]:
    """What scripts/verify.js says, of what scripts/credential.js finds."""
    return {
        "yes": words.say("yes"),
        "no": words.say("NO"),
        "good": words.say("All that a browser can check is in order."),
        "bad": words.say("It does not verify."),
        "file": words.say("This is no credential, and no SVG or PNG image with one."),
        "form": words.say("It is an Open Badges 3.0 credential."),
        "not_form": words.say("This is no Open Badges 3.0 credential with a proof that can be checked here."),
        "issued": words.say("Issued by {name} ({did})."),
        "no_issuer": words.say("The issuer's keys cannot be read from here: {did}"),
        "no_key": words.say("It names a key that its issuer does not list."),
        "signed": words.say("The signature fits; nothing was changed since."),
        "not_signed": words.say("The signature does not fit: something was changed after it was signed."),
        "terms": words.say("It has entries that no standard defines, so that nobody signed them."),
        "valid": words.say("Valid from {date} on."),
        "not_yet": words.say("It is valid only from {date} on."),
        "expired": words.say("It expired after {date}."),
        "current": words.say("It is not revoked."),
        "revoked": words.say("Its issuer has revoked it."),
        "no_status": words.say("Whether it is revoked cannot be told."),
        "same": words.say("The data and the finding are the ones that were signed."),
        "changed": words.say("Changed since the award was signed, or not to be had: {files}."),
        "no_ed25519": words.say(
            "This browser cannot check this kind of signature (Ed25519), or the page is not on a secure "
            "address. The program can; what to type stands below."
        ),
        "again": words.say(
            "Whether the verdict follows from the data is worked out again by the program: see below."
        ),
        "halves": words.say("What was shown: both halves"),
        "shown": words.say("shown"),
        "finding": words.say("The signed finding"),
        "median": words.say("baseline median {amount}"),
        "awarded": words.say("{title}, awarded to {name}"),
        "class": words.say("Class"),
        "chart": words.say("Run chart of {prompt} in {class_name}: {n} visits, baseline median {median}"),
        "evidence": words.say("The evidence page"),
        "sustained_improvement": words.say("sustained improvement"),
        "shift_not_yet_sustained": words.say("a shift, not yet sustained"),
        "did_not_hold": words.say("did not hold"),
        "no_signal": words.say("no signal"),
        "wrong_direction": words.say("look into it"),
        "too_few_points": words.say("too few points"),
    }
