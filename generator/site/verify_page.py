"""The page on which anybody can check an award, in the browser."""

from dataclasses import dataclass

from markupsafe import Markup

from generator import addresses
from generator.model import Verdict
from generator.openbadges.baking import LARGEST_CREDENTIAL
from generator.openbadges.credential import DATA, FINDING
from generator.openbadges.issuing import accepted, did_file, issues
from generator.openbadges.linked import CONTEXTS, contexts_json
from generator.openbadges.proof import SUITE
from generator.openbadges.sources import LARGEST
from generator.site.inline import json_in_html
from generator.site.press import Part, Press
from generator.site.render import Way
from generator.words.speech import Words
from generator.words.verdicts import verdict_name

_CONTEXTS_FILE = f"{addresses.VERIFY}contexts.json"


@dataclass(frozen=True, slots=True)
class VerifyPage:
    address: str
    title: str
    description: str
    trail: tuple[Way, ...]
    root: str
    contexts: str
    data: Markup


def verify_part(press: Press, home: tuple[Way, ...]) -> Part:
    """The page and the contexts it needs; nothing where nobody issues."""
    if not issues(press.program):
        return Part()
    words = press.words
    page = VerifyPage(
        address=addresses.VERIFY,
        title=words.say("Check an award"),
        description=words.say("Who issued it, whether it was changed or revoked, and what it rests on."),
        trail=home,
        root=addresses.root(addresses.VERIFY),
        contexts=_CONTEXTS_FILE,
        data=json_in_html(_known(press)),
    )
    return Part({_CONTEXTS_FILE: contexts_json()}) + press.page("verify.html", page)


def _known(press: Press) -> dict[str, object]:
    """What scripts/credential.js goes by, and what scripts/verify.js says."""
    program = press.program
    return {
        "url": program.url,
        "issuers": sorted(accepted(program)),
        "did": did_file(program),
        "contexts": CONTEXTS,
        "suite": SUITE,
        "files": [DATA, FINDING],
        "finding": FINDING,
        "largest": LARGEST,
        "most": LARGEST_CREDENTIAL,
        "words": _said(press.words),
    }


def _said(words: Words) -> dict[str, str]:
    """Answers, and what stands around the signed run charts."""
    verdicts = {str(one): verdict_name(words, one) for one in Verdict}
    return verdicts | {
        "yes": words.say("yes"),
        "no": words.say("NO"),
        "good": words.say("All that a browser can check is in order."),
        "bad": words.say("It does not verify."),
        "cannot": words.say("Whether it verifies cannot be told from here."),
        "file": words.say("This is no credential, and no SVG or PNG image with one."),
        "form": words.say("It is an Open Badges 3.0 credential."),
        "not_form": words.say("This is no Open Badges 3.0 credential with a proof that can be checked here."),
        "issued": words.say("It names {name} ({did}) as its issuer."),
        "other_issuer": words.say(
            "It names {did} as its issuer. This page knows only the awards of this site: "
            "check it on that issuer's own."
        ),
        "no_issuer": words.say("The issuer's keys cannot be read from here: {did}"),
        "no_key": words.say("It names a key that its issuer does not list."),
        "signed": words.say("Signed by this issuer, and not changed since."),
        "not_signed": words.say("The signature does not fit: something was changed after it was signed."),
        "terms": words.say("It has entries that no standard defines, so that nobody signed them."),
        "valid": words.say("Valid from {date} on."),
        "valid_until": words.say("Valid from {first} to {last}."),
        "no_dates": words.say("It does not say from when to when it is valid."),
        "not_yet": words.say("It is valid only from {date} on."),
        "expired": words.say("It expired after {date}."),
        "current": words.say("It is not revoked."),
        "revoked": words.say("Its issuer has revoked it, or replaced it by a newer one: {page}"),
        "no_status": words.say("Whether it is revoked cannot be told."),
        "same": words.say("The data and the finding are the ones that were signed."),
        "changed": words.say("Changed since the award was signed: {files}."),
        "gone": words.say("Its evidence could not be read: {files}."),
        "mastered": words.say("Every criterion is at its required level or above."),
        "below": words.say("Below the level that is required: {criteria}."),
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
        "awarded": words.say("{title}, awarded to {name}"),
        "claims": words.say("It claims to be: {title}, awarded to {name}"),
        "class": words.say("Class"),
        "chart": words.say("Run chart of {prompt} in {class_name}: {n} visits, baseline median {median}"),
        "evidence": words.say("The evidence page"),
    }
