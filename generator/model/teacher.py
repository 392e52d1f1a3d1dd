"""A teacher: what about.md says, and the inquiries."""

from msgspec import Struct

from generator.model.inquiry import Inquiry, Photo
from generator.model.program import Prose


class Teacher(Struct, frozen=True):
    """One teacher: the content of one folder, as read; `withheld` names inquiries left out for an error."""

    id: str
    name: str
    body: Prose
    role: str = ""
    grade: str = ""
    subject: str = ""
    school: str = ""
    contact: str = ""
    portrait: Photo | None = None
    portrait_image: bytes | None = None
    inquiries: tuple[Inquiry, ...] = ()
    withheld: tuple[str, ...] = ()  # ids of inquiries that have an error and are being corrected
