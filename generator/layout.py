"""Where every file of a program lies: folders, names and suffixes, and the owner of a path.

Paths of content files are relative to the content folder and have forward slashes, whatever the
system.  This module knows names only; reading the disk is for others (but `settings_files` and
`bundled_themes`).
"""

import posixpath
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from generator.slugs import slug

# beside one another in the program's folder, its root
CONTENT = "content"
THEMES = "themes"
OUTPUT = "output"
CACHE = ".portfolio-cache"  # what is remembered of earlier builds, and in
CHECK = "check"  # of earlier checks
PRIVATE = "private"  # raw exports and the roster: never in git, never published
ROSTER = f"{PRIVATE}/roster.txt"
REVIEW_EXCEPTIONS = "privacy-review.yml"
ATTESTATIONS = "privacy-attested.txt"  # who read which version of which inquiry

# what of a program that problems name lies beside the content folder, not in it
BESIDE_CONTENT = (THEMES, CACHE, PRIVATE, REVIEW_EXCEPTIONS, ATTESTATIONS)

# at the top of the content folder
SETTINGS = "program.yml"
OTHER_SETTINGS = "program.yaml"
SETTINGS_NAMES = (SETTINGS, OTHER_SETTINGS)  # as it may be written, in any case; read under the first
README = "readme.md"  # in lower case; for people who open the folder, read by nobody


class ProgramFolder(StrEnum):
    """The folders of the content folder."""

    PAGES = "pages"
    TOOLS = "tools"
    CHANGE_IDEAS = "change-ideas"
    MICRO_CREDENTIALS = "micro-credentials"
    TEACHERS = "teachers"
    CREDENTIALS = "credentials"
    WORDS = "words"  # catalogues of a program's own: fr.po


class InquiryFolder(StrEnum):
    """The folders of an inquiry's folder."""

    DATA = "data"
    REFLECTIONS = "reflections"
    PHOTOS = "photos"
    SUBMISSIONS = "submissions"
    REVIEWS = "reviews"
    MASKED_LOOKS = "masked-looks"
    AWARDS = "awards"


REGISTER = f"{ProgramFolder.CREDENTIALS}/register.json"  # of all awards
REVOCATIONS = f"{ProgramFolder.CREDENTIALS}/revocation.json"  # the signed status list
ABOUT = "about.md"  # in a teacher's folder
INQUIRY = "inquiry.md"  # in an inquiry's folder
PORTRAITS = ("portrait.jpg", "portrait.jpeg", "portrait.png", "portrait.webp")  # beside about.md

PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp")
PHONE_PICTURES = (".heic", ".heif")  # `portfolio new photo` makes a JPEG of them
TABLES = (".csv", ".tsv", ".yml")
TEXTS = (".md", ".yml", ".json")
# read so that the privacy gate can find them, and published only where the program allows it
_TEXT_DOCUMENTS = (".pdf", ".doc", ".docx", ".odt", ".rtf", ".pages", ".ppt", ".pptx", ".odp", ".key")
_WORKBOOKS = (".xls", ".xlsx", ".ods", ".numbers")
_RECORDINGS = (".mp3", ".wav", ".m4a", ".ogg", ".aac", ".mp4", ".mov", ".avi", ".webm", ".mkv")
DOCUMENTS = frozenset((*_TEXT_DOCUMENTS, *_WORKBOOKS, ".svg", *_RECORDINGS))


class ContentPath(Struct, frozen=True):
    """A path below the content folder, taken apart.

    `teacher` and `inquiry` are ids (slugs), empty where the path is no teacher's, or not in an
    inquiry's folder.  `folder` is the folder of the inquiry or, outside of teachers/, of the program;
    empty for a file beside those folders.  `name` is what follows, with slashes where it lies deeper;
    empty for the folder of a teacher or an inquiry itself.
    """

    teacher: str = ""
    inquiry: str = ""
    folder: str = ""
    name: str = ""

    @property
    def is_direct(self) -> bool:
        """Whether the file lies in `folder` itself and not in a folder below it."""
        return bool(self.folder and self.name) and "/" not in self.name

    @property
    def stem(self) -> str:
        """The file's name without folders and suffix, as a slug: how it is named in addresses."""
        return slug(posixpath.splitext(posixpath.basename(self.name))[0])


def locate(path: str) -> ContentPath:
    """Whose file a path below the content folder is, and where in that folder it lies.

    `teachers/Ana/Talk/data/p2.csv` is ("ana", "talk", "data", "p2.csv").  The third part of a path with
    no fourth is an inquiry's folder if it has no dot, else a file of the teacher's own.
    """
    parts = path.split("/")
    if parts[0] != ProgramFolder.TEACHERS:
        return ContentPath(folder=parts[0] if len(parts) > 1 else "", name="/".join(parts[1:]) or path)
    teacher = slug(parts[1]) if len(parts) > 1 else ""
    if len(parts) < 3 or (len(parts) == 3 and "." in parts[2]):
        return ContentPath(teacher, name="/".join(parts[2:]))
    inquiry = slug(parts[2])
    if len(parts) < 5:
        return ContentPath(teacher, inquiry, name="/".join(parts[3:]))
    return ContentPath(teacher, inquiry, parts[3], "/".join(parts[4:]))


def about_file(teacher: str) -> str:
    """A teacher's about.md, by the name of the folder."""
    return f"{teacher_folder(teacher)}/{ABOUT}"


def inquiry_file(teacher: str, name: str) -> str:
    """An inquiry's inquiry.md, by the names of the teacher's folder and the inquiry's."""
    return f"{inquiry_folder(teacher, name)}/{INQUIRY}"


def teacher_folder(name: str) -> str:
    """The folder of a teacher, by its name as written or to be written."""
    return f"{ProgramFolder.TEACHERS}/{name}"


def inquiry_folder(teacher: str, name: str) -> str:
    """The folder of an inquiry, by the names of the teacher's folder and its own."""
    return f"{teacher_folder(teacher)}/{name}"


def suffix(path: str) -> str:
    """The ending of a path with its dot, in lower case; `.yaml` is `.yml`."""
    ending = posixpath.splitext(path)[1].lower()
    return ".yml" if ending == ".yaml" else ending


def is_picture(path: str) -> bool:
    """Whether a file is a picture of a kind that is published."""
    return suffix(path) in PICTURES


def is_text(path: str) -> bool:
    """Whether a file of the content is a text, whose line ends a version control may change."""
    return suffix(path) in (*TEXTS, *TABLES, ".txt")


def is_document(path: str) -> bool:
    """Whether a file can hold more than one sees of it (rule P11)."""
    return suffix(path) in DOCUMENTS


def is_below_data(path: str) -> bool:
    """Whether any folder around a file is called `data`, wherever the path begins (also in a git
    repository): what privacy looks at as data, read as a table or not."""
    return InquiryFolder.DATA in path.split("/")[:-1]


def is_table(path: str) -> bool:
    """Whether a file is kept as a table: below a folder data/, at any depth, read or not."""
    return suffix(path) in TABLES and is_below_data(path)


def is_inquiry_table(path: str) -> bool:
    """Whether a path below the content folder is a table that an inquiry's observations are read from:
    one that lies in its data/ itself."""
    location = locate(path)
    return location.folder == InquiryFolder.DATA and location.is_direct and suffix(path) in TABLES


def is_reviewers_file(path: str) -> bool:
    """Whether a path below the content folder is a file that others than the teacher add to an inquiry: what
    is wrong with it sets that file aside, and never takes the teacher's page away."""
    return locate(path).folder in (InquiryFolder.REVIEWS, InquiryFolder.MASKED_LOOKS)


def root_of(content: Path) -> Path:
    """The program's folder, in which the content folder lies."""
    return content.absolute().parent


def has_settings(folder: Path) -> bool:
    """Whether a folder is a content folder: it has a program.yml."""
    return bool(settings_files(folder))


def own_catalogue_file(content: Path, language: str) -> Path:
    """A program's own catalogue of a language."""
    return content / ProgramFolder.WORDS / f"{language}.po"


def settings_files(folder: Path) -> list[Path]:
    """A content folder's program.yml, however its suffix is spelled; several are a mistake."""
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.name.lower() in SETTINGS_NAMES and path.is_file())


def bundled_themes() -> Path:
    """The folder of the themes that come with the program: in the wheel, else in the checkout."""
    package = Path(__file__).parent
    inside = package / THEMES
    return inside if inside.is_dir() else package.parent / THEMES
