"""The page on which anybody can check an award, in the browser."""

from markupsafe import Markup
from msgspec import Struct

from generator import addresses
from generator.model import Verdict
from generator.openbadges.achievement_credential import DATA, FINDING
from generator.openbadges.baking import LARGEST_CREDENTIAL
from generator.openbadges.check_answers import CheckAnswer
from generator.openbadges.document_sources import LARGEST
from generator.openbadges.issuer_documents import accepted_issuers, did_file, is_issuer
from generator.openbadges.jsonld import CONTEXTS, contexts_json
from generator.openbadges.proof import SUITE
from generator.site.rendering.context import RenderContext, SitePart
from generator.site.rendering.inline_json import json_in_html
from generator.site.rendering.template_renderer import Link
from generator.words.verdict_texts import VerdictTexts

_CONTEXTS_FILE = f"{addresses.VERIFY}contexts.json"


class VerifyPage(Struct, frozen=True):
    """`root` is the path to the site's root, `contexts` the address of the JSON-LD contexts, `data` what the
    page's scripts need, as JSON."""

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    root: str
    contexts: str
    data: Markup


def verify_part(context: RenderContext, trail: tuple[Link, ...]) -> SitePart:
    """The page and the contexts it needs; nothing where nobody issues."""
    if not is_issuer(context.program):
        return SitePart()
    gettext = context.translator.gettext
    page = VerifyPage(
        address=addresses.VERIFY,
        title=gettext("Check an award"),
        description=gettext("Who issued it, whether it was changed or revoked, and what it is based on."),
        trail=trail,
        root=addresses.path_to_root(addresses.VERIFY),
        contexts=_CONTEXTS_FILE,
        data=json_in_html(_script_data(context)),
    )
    return SitePart({_CONTEXTS_FILE: contexts_json()}) + context.render_page("verify.html", page)


def _script_data(context: RenderContext) -> dict[str, object]:
    """What scripts/credential.js checks against, and what scripts/verify.js says."""
    program = context.program
    return {
        "url": program.url,
        "issuers": sorted(accepted_issuers(program)),
        "did": did_file(program),
        "contexts": CONTEXTS,
        "suite": SUITE,
        "files": [DATA, FINDING],
        "finding": FINDING,
        "largest": LARGEST,
        "most": LARGEST_CREDENTIAL,
        "words": _script_texts(context),
    }


def _script_texts(context: RenderContext) -> dict[str, str]:
    """Answers, and what stands around the signed run charts."""
    gettext = context.translator.gettext
    texts = VerdictTexts(context.translator)
    verdicts = {str(verdict): texts.name(verdict) for verdict in Verdict}
    shared = {answer.name.lower(): gettext(answer.value) for answer in CheckAnswer}
    return (
        verdicts
        | shared
        | {
            "yes": gettext("yes"),
            "no": gettext("NO"),
            "good": gettext("Every check that a browser can make passed."),
            "bad": gettext("It does not verify."),
            "cannot": gettext("It cannot be checked from here."),
            "file": gettext("This is not a credential, and not an SVG or PNG image with one."),
            "not_form": gettext(
                "This is not an Open Badges 3.0 credential with a proof that can be checked here."
            ),
            "other_issuer": gettext(
                "It names {did} as its issuer. This page knows only the awards of this site: check it on "
                "that issuer's site."
            ),
            "no_issuer": gettext("The issuer's keys cannot be read from here: {did}"),
            "no_key": gettext("It names a key that its issuer does not list."),
            "no_award": gettext("This site has no award of this name, or it cannot be read from here."),
            "no_longer": gettext(
                "There is no credential in this picture. Saving a picture again or sending it in a messaging "
                "app removes the credential: ask for the .json file."
            ),
            "proof_dates": gettext(
                "Its signature is not from a day when its key was valid: it is dated in the future or after "
                "the key's last day, has expired, or has no date."
            ),
            "terms": gettext("It has entries that no standard defines, so no one signed them."),
            "no_status": gettext("Whether it was revoked is unknown."),
            "no_ed25519": gettext(
                "This browser cannot check this kind of signature (Ed25519), or the page is not at a secure "
                "address. runfolio can; what to type is below."
            ),
            "again": gettext(
                "runfolio can work out again whether the verdict follows from the data: see below."
            ),
            "halves": gettext("What was shown: mastery and impact"),
            "shown": gettext("shown"),
            "finding": gettext("The signed finding"),
            "awarded": gettext("{title}, awarded to {name}"),
            "claims": gettext("It claims to be: {title}, awarded to {name}"),
            "class": gettext("Class"),
            "chart": gettext("Run chart of {prompt} in {class_name}: {n} visits, baseline median {median}"),
            "evidence": gettext("The evidence page"),
        }
    )
