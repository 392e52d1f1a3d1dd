"""An issuer at work on a program: the key, the register as it is by now, and the language of messages."""

from collections.abc import Mapping
from datetime import date as Date

from msgspec import Struct
from msgspec.structs import replace

from generator.authoring.signed_register import register_files, stored_register_files, with_files
from generator.building.build_context import BuildContext
from generator.layout import CONTENT, REGISTER
from generator.model import Program
from generator.openbadges.achievement_credential import midnight
from generator.openbadges.award_register import Register
from generator.openbadges.issuer_documents import read_program_register
from generator.openbadges.signing_keys import SigningKey
from generator.words.translator import Translator


class IssuerSession(Struct, frozen=True):
    """What the awards and revocations of one command have in common.

    `program` is the opened one with its register as it is by now.  Messages are in the translator's
    language; what is signed is in the program's.
    """

    translator: Translator
    build_context: BuildContext
    program: Program
    key: SigningKey
    today: Date

    def with_files(self, files: Mapping[str, bytes]) -> "IssuerSession":
        """The session once these files are written: the next award needs the next number."""
        return replace(self, program=with_files(self.program, files))

    def read_register(self) -> Register:
        """Every award there is.  Raises BadRegister."""
        return read_program_register(self.program)

    def sign_register(self, register: Register, day: Date) -> dict[str, bytes]:
        """The register's file and the signed status list, by path below the content folder.

        `day` is the first one on which the list is valid, where it says anything new.
        """
        return register_files(self.program, register, self.key, midnight(day))

    def is_stored(self, files: Mapping[str, bytes]) -> bool:
        """Whether the files of the register and the list are the ones that are there."""
        return files == stored_register_files(self.program)

    def unreadable_register_text(self) -> str:
        """What to say where reading the register raises BadRegister."""
        return self.translator.gettext(
            "{file} is not as  portfolio award  wrote it, or a revoked award is missing from it. Restore "
            "content/credentials/ from git.",
            file=f"{CONTENT}/{REGISTER}",
        )
