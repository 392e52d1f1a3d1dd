"""Files for `portfolio verify`: from the web, or from the folder of a built site."""

from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path
from time import monotonic
from urllib.error import HTTPError, URLError
from urllib.parse import unquote
from urllib.request import HTTPRedirectHandler, Request, build_opener

from msgspec import Struct, field

from generator.openbadges.document_sources import LARGEST, Source

_PATIENCE = 15  # seconds
_PART = 64 * 1024  # bytes


class _NoRedirect(HTTPRedirectHandler):
    """An address that sends us elsewhere does not answer for itself."""

    def redirect_request(self, *_: object) -> None:
        return None


class WebFiles(Struct):
    """What is at an https address; None where it cannot be had.  Once nobody answers, nobody is asked
    again: without a line to the web each question would wait its time."""

    answers: bool = True
    not_found: set[str] = field(default_factory=set)

    def is_absent(self, address: str) -> bool:
        """Whether the web answered that there is nothing at this address."""
        return self(address) is None and address in self.not_found

    def __call__(self, address: str) -> bytes | None:
        if not self.answers or not address.startswith("https://"):
            return None
        request = Request(address, headers={"User-Agent": "runfolio", "Accept": "application/json, */*"})
        try:
            with build_opener(_NoRedirect).open(request, timeout=_PATIENCE) as answer:
                data = b""
                until = monotonic() + _PATIENCE  # a server may send a byte at a time for ever
                while len(data) <= LARGEST and (part := answer.read1(_PART)):
                    data += part
                    if monotonic() > until:
                        return None
        except HTTPError as refusal:
            if refusal.code in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
                self.not_found.add(address)
            return None
        except (URLError, OSError):
            self.answers = False
            return None
        except (HTTPException, ValueError):
            return None
        return data if len(data) <= LARGEST else None


def folder_files(site: Path, base: str) -> Source:
    """A built site in a folder, which stands for what is on the web at `base`."""
    root = site.resolve()

    def read(address: str) -> bytes | None:
        if not base or not address.startswith(base):
            return None
        try:
            path = (root / unquote(address[len(base) :])).resolve()
            if not path.is_relative_to(root) or not path.is_file() or path.stat().st_size > LARGEST:
                return None
            return path.read_bytes()
        except (OSError, ValueError):
            return None

    return read
