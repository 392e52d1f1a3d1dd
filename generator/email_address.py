"""What an e-mail address is: one rule for the contact that a teacher declares and for the search in texts.

The letters before the @ are those of RFC 5322 (dot-atom), in any alphabet (RFC 6531).
"""

import re
from urllib.parse import quote

_DOMAIN_END = r"(?:xn--[\w-]{1,59}|[^\W\d_]{2,24})"
_LOCAL_PART = r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*"
_ADDRESS = re.compile(
    rf"(?=[^@]{{1,64}}@){_LOCAL_PART}@(?:[\w-]{{1,63}}\.){{1,6}}{_DOMAIN_END}", re.IGNORECASE
)
_COMMON_END = r"(?:com|org|net|edu|gov|us|mx|es|uk|ca|info)"
# An address in a text, also as `ana (at) example [dot] org`, with words for both signs, or with spaces around
# the @.  It begins with a letter or digit, because quotation marks, the = of links and the * of Markdown
# stand before addresses more often than in them.
ADDRESS_IN_TEXT = re.compile(
    r"\w(?:[\w.+'-]{0,62}[\w+-])?(?:"
    r"(?:@|\s?[\[({](?:at|@|arroba)[\])}]\s?)"
    rf"(?:[\w-]{{1,63}}(?:[.。]|\s?[\[({{](?:dot|punto)[\])}}]\s?)){{1,6}}{_DOMAIN_END}"
    rf"| ?@ ?(?:[\w-]{{1,63}}\.){{1,6}}{_COMMON_END}"
    rf"| (?:at|arroba) (?:[\w-]{{1,63}} (?:dot|punto) ){{1,6}}{_COMMON_END}"
    r")\b",
    re.IGNORECASE,
)


def is_email_address(text: str) -> bool:
    """Whether a text is one e-mail address and nothing else."""
    return _ADDRESS.fullmatch(text) is not None


def mailto_link(contact: str) -> str:
    """The link that writes to an e-mail address; what means something else in a link is encoded
    (RFC 6068, section 2)."""
    return f"mailto:{quote(contact.strip(), safe='@!$*+/=~')}" if contact else ""


def is_contact(match: re.Match[str], contact: str) -> bool:
    """Whether what ADDRESS_IN_TEXT found is one of the addresses in `contact`, which spaces part, or its end
    where that has signs before which the search begins: `b@school.org` of `a&b@school.org`."""
    text = match.string
    return any(
        0 <= match.end() - len(wanted) <= match.start()
        and text[match.end() - len(wanted) : match.end()].casefold() == wanted
        for wanted in contact.casefold().split()
    )
