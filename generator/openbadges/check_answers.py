"""What a check of a credential answers, in the words of the command and of the page /verify/ alike.

An answer that only one of them gives stands where it is given.
"""

from enum import Enum

from generator.problems import Phrase


class CheckAnswer(Enum):
    """Answers by the names that the page's script knows, in small letters."""

    FORM = Phrase("It is an Open Badges 3.0 credential.")
    NO_PROOF = Phrase("It has no proof: no one signed it.")
    OTHER_PROOF = Phrase("It is not signed with eddsa-rdfc-2022, the only method that runfolio can check.")
    OTHER_CONTEXTS = Phrase("It uses contexts that runfolio cannot check.")
    BADGE2 = Phrase("It is an Open Badges 2.0 badge, which runfolio cannot check.")
    NO_ENTRY = Phrase("It does not say where its issuer lists revoked awards.")
    ISSUED = Phrase("It names {name} ({did}) as its issuer.")
    SIGNED = Phrase("Signed by this issuer, and not changed since.")
    NOT_SIGNED = Phrase("The signature does not match: something was changed after it was signed.")
    PUBLISHED = Phrase("The issuer's site lists this award.")
    PUBLISHED_OTHER = Phrase("The issuer's site lists another award in its place.")
    NOT_PUBLISHED = Phrase("The issuer's site does not list this award.")
    PUBLISHED_UNKNOWN = Phrase("It is not known whether the issuer's site lists this award.")
    NO_IMPACT = Phrase(
        "It describes no requirement on student learning, so it does not show that one was met."
    )
    VALID = Phrase("Valid since {date}.")
    VALID_UNTIL = Phrase("Valid from {first} to {last}.")
    NO_DATES = Phrase("It does not say when it is valid.")
    NOT_YET = Phrase("It is not valid until {date}.")
    EXPIRED = Phrase("It expired after {date}.")
    CURRENT = Phrase("It is not revoked.")
    REVOKED = Phrase("Its issuer has revoked it, or replaced it with a newer one: {page}")
    REVOKED_WITHOUT_PAGE = Phrase("Its issuer has revoked it, or replaced it with a newer one.")
    SAME = Phrase("The data and the finding are the ones that were signed.")
    CHANGED = Phrase("Changed since the award was signed: {files}.")
    GONE = Phrase("Its evidence could not be read: {files}.")
    MASTERED = Phrase("Every criterion is at its required level or above.")
    BELOW = Phrase("Below the level that is required: {criteria}.")
