"""Ed25519 keys, and how they are written down: public as Multikey, private as PEM (PKCS 8).

Both forms are standards (W3C Controlled Identifiers 1.0, section 2.2.2; RFC 8410), so that a key made
here works with other programs and the other way round.
"""

from typing import TYPE_CHECKING

import base58

if TYPE_CHECKING:  # the library is loaded only where something is signed or checked
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_MULTICODEC = b"\xed\x01"  # ed25519-pub, as an unsigned varint
_RAW = 32  # bytes of a public key
_LONGEST = 120  # letters of 64 bytes are 88


class InvalidKey(Exception):
    """What was given is no private Ed25519 key.  Never says what it was."""


class LockedKey(InvalidKey):
    """The key is encrypted, and no passphrase was given."""


class SigningKey:
    """A private key.  It shows itself nowhere: not in `repr`, not in an error."""

    __slots__ = ("_private",)

    def __init__(self, private: "Ed25519PrivateKey") -> None:
        self._private = private

    @property
    def public(self) -> str:
        """The public half as Multikey: z6Mk and so on."""
        from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

        raw = self._private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        return multibase(_MULTICODEC + raw)

    def sign(self, data: bytes) -> bytes:
        """64 bytes; the same for the same data (RFC 8032)."""
        return self._private.sign(data)

    def pem(self, passphrase: str = "") -> bytes:
        """For a file that only its owner may read; encrypted where there is a passphrase."""
        from cryptography.hazmat.primitives.serialization import (
            BestAvailableEncryption,
            Encoding,
            KeySerializationEncryption,
            NoEncryption,
            PrivateFormat,
        )

        lock: KeySerializationEncryption = NoEncryption()
        if passphrase:
            lock = BestAvailableEncryption(passphrase.encode())
        return self._private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock)

    def __repr__(self) -> str:
        return f"SigningKey({self.public})"


def new_key() -> SigningKey:
    """A new private key, from the operating system's random numbers."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return SigningKey(Ed25519PrivateKey.generate())


def load_key(pem: bytes, passphrase: str = "") -> SigningKey:
    """A private key from its file, or from an environment variable, where line ends may have become
    the two characters `\\n`.  Raises LockedKey where it needs a passphrase, else InvalidKey."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        secret = passphrase.encode("utf-8", "replace") if passphrase and is_locked(pem) else None
        key = load_pem_private_key(pem.replace(b"\\n", b"\n"), secret)
    except TypeError:
        raise LockedKey from None
    except (ValueError, UnsupportedAlgorithm):
        raise InvalidKey from None  # what the library says might quote what it read
    if not isinstance(key, Ed25519PrivateKey):
        raise InvalidKey
    return SigningKey(key)


def is_locked(pem: bytes) -> bool:
    """Whether a key file says that it is encrypted (RFC 7468, section 11)."""
    return b"-----BEGIN ENCRYPTED PRIVATE KEY-----" in pem


def verify_signature(public: str, signature: bytes, data: bytes) -> bool:
    """Whether the signature is that of a public key in Multikey form."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    raw = _raw(public)
    if raw is None:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(raw).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def is_public_key(text: str) -> bool:
    """Whether it is an Ed25519 public key in Multikey form."""
    return _raw(text) is not None


def multibase(data: bytes) -> str:
    """Bytes as `z` and base58btc."""
    return "z" + base58.b58encode(data).decode()


def from_multibase(text: str) -> bytes | None:
    """The bytes again; None where it is nothing of the kind, or longer than any key or signature."""
    try:
        fits = text[:1] == "z" and text.isascii() and len(text) <= _LONGEST
        return base58.b58decode(text[1:]) if fits else None
    except ValueError:
        return None


def _raw(public: str) -> bytes | None:
    data = from_multibase(public)
    if data is None or not data.startswith(_MULTICODEC) or len(data) != len(_MULTICODEC) + _RAW:
        return None
    return data[len(_MULTICODEC) :]
