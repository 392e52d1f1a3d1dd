"""Files for `portfolio verify`: from the web, or from the folder of a built site."""

from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path
from time import monotonic
from urllib.error import HTTPError, URLError
from urllib.parse import unquote
from urllib.request import HTTPRedirectHandler, Request, build_opener

from msgspec import Struct, field

from generator import addresses
from generator.openbadges.did import document_address
from generator.openbadges.document_fields import issuer_of, json_value, mapping, site_of
from generator.openbadges.document_sources import LARGEST, Source
from generator.openbadges.jsonld import Document

_PATIENCE = 15  # seconds
_PART = 64 * 1024  # bytes
_HOME = "https://localhost/"  # a folder whose address is not known yet
_DID_DOCUMENTS = (addresses.DID_DOCUMENT, addresses.WELL_KNOWN_DID)


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


class SiteFolder(Struct, frozen=True):
    """A built site in a folder, which somebody says stands for what is on the web at `address`.

    `issuer` is the DID of whoever is asked for: a site that has moved keeps the old name, and carries the
    document of it.
    """

    address: str
    files: Source
    issuer: str

    @staticmethod
    def of(folder: Path, document: Document) -> "SiteFolder":
        """The folder as the site of a credential's issuer; its address is that of its own issuer.json, or
        that which the credential names where it has none."""
        at_home = folder_files(folder, _HOME)
        url = mapping(json_value(at_home(f"{_HOME}{addresses.ISSUER}"))).get("url")
        address = f"{url.rstrip('/')}/" if isinstance(url, str) else site_of(document)
        return SiteFolder(address, folder_files(folder, address), issuer_of(document))

    def __call__(self, address: str) -> bytes | None:
        data = self.files(address)
        if data is not None or address != document_address(self.issuer):
            return data
        documents = (self.files(f"{self.address}{name}") for name in _DID_DOCUMENTS)
        return next((data for data in documents if mapping(json_value(data)).get("id") == self.issuer), None)

    def is_absent(self, address: str) -> bool:
        """Whether the site has nothing at an address of its own."""
        return bool(self.address) and address.startswith(self.address) and self.files(address) is None


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
