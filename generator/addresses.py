"""Where every page stands, and the way from one page to another.

An address is a path below the site's root, without a leading slash.  A page's address ends with a
slash (the root page's is empty); its file is the `index.html` in that folder.  Links name that file,
so that a site opened from a folder works like one on a server, under any sub-path.
"""

import posixpath
import re
from urllib.parse import quote, urlsplit

HOME = ""
TEACHERS = "teachers/"
PRIVACY = "privacy/"
PRIVACY_REPORT = "privacy-report.json"
REVIEW = "review/"
MASKED = "review/charts/"
SEARCH = "search/"
SEARCH_INDEX = "search/index.json"
FINDER_ROWS = "teachers/inquiries.js"
NOT_FOUND = "404.html"
MICRO_CREDENTIALS = "micro-credentials/"
CHANGE_IDEAS = "change-ideas/"
TOOLS = "tools/"
HOW_TO_READ = "how-to-read/"
SCHOOL_YEARS = "school-years/"
FEED = "feed.xml"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
FINDINGS_SCHEMA = "findings.schema.json"
VERIFY = "verify/"
ISSUER = "issuer.json"
DID_DOCUMENT = "did.json"
WELL_KNOWN_DID = ".well-known/did.json"
REVOCATIONS = "status/revocation.json"
PAGE_SIZE = 50  # teachers, inquiries or classes on one page of a list
# by their whole shape: a tool may be called sheet, and a free page visit
_UNLISTED = re.compile(
    r"review/(?:page-\d+/)?|review/charts/[^/]+/|tools/[^/]+/(?:tally|sheet)/|teachers/[^/]+/[^/]+/(?:visit|review|brief)/"
)


def numbered_page(first: str, number: int) -> str:
    """A page of a long list, counted from 1, by the address of its first."""
    return first if number == 1 else f"{first}page-{number}/"


def teacher(teacher_id: str) -> str:
    """A teacher's page."""
    return f"teachers/{teacher_id}/"


def evidence(teacher_id: str, inquiry_id: str) -> str:
    """The evidence page of an inquiry."""
    return f"teachers/{teacher_id}/{inquiry_id}/"


def teacher_prefixes(teacher_id: str) -> tuple[str, ...]:
    """Where all files of a teacher's begin."""
    return teacher(teacher_id), f"credentials/{teacher_id}.", f"badges/{teacher_id}."


def inquiry_of_file(file: str, teacher_id: str) -> str:
    """The id of the inquiry that a file of the site belongs to: one of its pages, or of its awards; empty
    for the teacher's own page and what lies beside it."""
    if file.startswith(teacher(teacher_id)):
        folder, slash, _ = file.removeprefix(teacher(teacher_id)).partition("/")
        return folder if slash else ""
    award_name = file.split("/")[1]  # credentials/T.I.MC..., badges/T.I.MC...
    return award_name.removeprefix(f"{teacher_id}.").split(".")[0]


def tool(tool_id: str) -> str:
    """The page of an observation tool."""
    return f"{TOOLS}{tool_id}/"


def tally(tool_id: str) -> str:
    """The page that a visitor taps on."""
    return f"tools/{tool_id}/tally/"


def sheet(tool_id: str) -> str:
    """The tally page to print."""
    return f"tools/{tool_id}/sheet/"


def invitation(teacher_id: str, inquiry_id: str) -> str:
    """The invitation for the colleague."""
    return f"teachers/{teacher_id}/{inquiry_id}/visit/"


def brief(teacher_id: str, inquiry_id: str) -> str:
    """The inquiry on one page, to print."""
    return f"teachers/{teacher_id}/{inquiry_id}/brief/"


def worksheet(teacher_id: str, inquiry_id: str) -> str:
    """The rubric beside the evidence, for assessors."""
    return f"teachers/{teacher_id}/{inquiry_id}/review/"


def masked_look(digest: str) -> str:
    """The masked charts of an inquiry; the address says nothing of whose they are."""
    return f"{MASKED}{digest}/"


def is_listed(address: str) -> bool:
    """Whether a page is meant to be found: not what is made for one visitor, assessor or printer."""
    return not _UNLISTED.fullmatch(address) and address != NOT_FOUND


def school_year(name: str) -> str:
    """The front page of an earlier school year, or of all of them (`all`)."""
    return f"{SCHOOL_YEARS}{name}/"


def change_idea(idea_id: str) -> str:
    """The page of a change idea, with its results in every class."""
    return f"{CHANGE_IDEAS}{idea_id}/"


def micro_credential(credential_id: str) -> str:
    """The page of a micro-credential."""
    return f"{MICRO_CREDENTIALS}{credential_id}/"


def award_id(teacher_id: str, inquiry_id: str, credential_id: str) -> str:
    """The name of an award in every address: no part of it has a dot of its own."""
    return f"{teacher_id}.{inquiry_id}.{credential_id}"


def award(award: str) -> str:
    """The human page of an award; what it froze lies beside it."""
    return f"credentials/{award}/"


def award_document(award: str) -> str:
    """The signed credential of an award, by its name."""
    return f"credentials/{award}.json"


def badge(award: str, suffix: str) -> str:
    """The badge image: `svg` or `png`."""
    return f"badges/{award}.{suffix}"


def small_badge(award: str) -> str:
    """The badge's picture without its words."""
    return f"badges/{award}.small.svg"


def achievement(credential_id: str) -> str:
    """A micro-credential as an Open Badges achievement."""
    return f"achievements/{credential_id}.json"


def free_page(page_id: str) -> str:
    """One of the program's own pages."""
    return f"pages/{page_id}/"


def file_path(address: str) -> str:
    """The file below the output folder that holds what is at an address."""
    return f"{address}index.html" if not address or address.endswith("/") else address


def relative_link(here: str, there: str) -> str:
    """The relative link from the page at `here` to an address, which may end in `#anchor`.

    A link within the page is the bare anchor.
    """
    target, mark, anchor = there.partition("#")
    if target == here and mark:
        return f"#{quote(anchor)}"
    start = posixpath.dirname(file_path(here)) or "."
    link = quote(posixpath.relpath(file_path(target), start))
    return f"{link}#{quote(anchor)}" if mark else link


def path_to_root(here: str) -> str:
    """The way from a page to the site's root, as the beginning of a link: `../../`, or empty."""
    return "../" * file_path(here).count("/")


def site_path(url: str) -> str:
    """The path of the site's root on its host, for an address on the web: `/` or `/portfolios/`."""
    path = urlsplit(url).path.strip("/")
    return f"/{path}/" if path else "/"


def absolute_url(url: str, address: str) -> str:
    """The address on the web, below `url`."""
    return url.rstrip("/") + "/" + quote(address, safe="/#")
