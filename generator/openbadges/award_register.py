"""The issuer's register: every award that was ever issued, its number, and whether it is revoked.

`portfolio award` writes it to content/credentials/register.json; what is published of it is the status
list (status_list.py), which says of each number one bit.
"""

import json
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import asdict, replace

from generator.indented_json import indented_json
from generator.openbadges.status_list import LENGTH


class BadRegister(Exception):
    """The register is not as `portfolio award` wrote it."""


class RegisterEntry(Struct, frozen=True):
    """One award: its name in addresses, its number in the status list, and what was decided about it.

    Days are ISO dates, empty where there is none.  `replaced` are the numbers that the award had before
    it was issued again; they stay revoked, so that older badges say so.
    """

    id: str
    number: int
    until: str = ""
    revoked: str = ""
    reason: str = ""
    day: str = ""  # of the award
    replaced: tuple[int, ...] = ()

    @property
    def numbers(self) -> tuple[int, ...]:
        """Every number that this award ever had."""
        return (self.number, *self.replaced)


class RevokedNumber(Struct, frozen=True):
    """A number that the register never gave, revoked: somebody signed a credential with it all the same."""

    number: int
    revoked: str  # ISO date
    reason: str = ""


class Register(Struct, frozen=True):
    """Every award that was ever issued, in the order of their numbers; a change gives a new register.

    `foreign` are revoked numbers that no award has; they are never given.
    """

    entries: tuple[RegisterEntry, ...] = ()
    foreign: tuple[RevokedNumber, ...] = ()

    def holder(self, number: int) -> RegisterEntry | None:
        """The entry of the award that has or had this number; None where it was never given."""
        return next((entry for entry in self.entries if number in entry.numbers), None)

    def entry(self, award: str) -> RegisterEntry | None:
        """The entry of the award with this name; None where it was never issued."""
        return next((entry for entry in self.entries if entry.id == award), None)

    def with_award(self, award: str, day: str, until: str) -> "Register":
        """The register with this award: under the number it has, or the next free one.

        Raises BadRegister where no number is left.
        """
        listed = self.entry(award)
        if listed:
            return self._with_entry(replace(listed, day=day, until=until))
        return self._with_entry(RegisterEntry(award, self._next_number(), until, day=day))

    def with_replacement(self, award: str, day: str, until: str, issued: int | None = None) -> "Register":
        """The register with this award under a new number.

        The number that it had is revoked, and so is `issued`, the number in the credential that was
        handed out, should the register say otherwise.  A revocation of the award ends.  Raises
        BadRegister where no number is left.
        """
        listed = self.entry(award)
        replaced = set(listed.numbers) if listed else set()
        if issued is not None and issued not in self.numbers and issued not in self.revoked:
            replaced.add(issued)
        number = self._next_number(*replaced)
        return self._with_entry(
            RegisterEntry(award, number, until, day=day, replaced=tuple(sorted(replaced)))
        )

    def with_revocation(self, award: str, day: str, reason: str) -> "Register":
        """The register with this award revoked; where it is revoked already, the first day stays.

        Raises BadRegister where the award is not in it.
        """
        listed = self.entry(award)
        if listed is None:
            raise BadRegister
        return self._with_entry(replace(listed, revoked=listed.revoked or day, reason=reason))

    def with_revoked_number(self, number: int, day: str, reason: str) -> "Register":
        """The register with this number revoked, whoever signed something with it.

        Where an award has the number, the award is revoked.  Raises BadRegister where the list has no such
        number.
        """
        if not 0 <= number < LENGTH:
            raise BadRegister
        holder = self.holder(number)
        if holder and holder.number == number:
            return self.with_revocation(holder.id, day, reason)
        if number in self.revoked:
            return self
        foreign = (*self.foreign, RevokedNumber(number, day, reason))
        return replace(self, foreign=tuple(sorted(foreign, key=lambda each: each.number)))

    @property
    def numbers(self) -> frozenset[int]:
        """Every number that was ever given."""
        return frozenset(number for entry in self.entries for number in entry.numbers)

    @property
    def revoked(self) -> frozenset[int]:
        """Every number that is revoked or replaced."""
        revoked = {entry.number for entry in self.entries if entry.revoked}
        revoked |= {foreign.number for foreign in self.foreign}
        return frozenset(revoked.union(*(entry.replaced for entry in self.entries)))

    def _next_number(self, *others: int) -> int:
        """The next one above every number that was given and above these, but for the foreign ones.  Raises
        BadRegister."""
        foreign = {each.number for each in self.foreign}
        number = max((*self.numbers, *others), default=-1) + 1
        while number in foreign:
            number += 1
        if number >= LENGTH:
            raise BadRegister
        return number

    def _with_entry(self, entry: RegisterEntry) -> "Register":
        others = (other for other in self.entries if other.id != entry.id)
        return replace(self, entries=tuple(sorted((*others, entry), key=lambda each: each.number)))


# awarding many reads and writes the register for each, and for most of them it stays as it is
@lru_cache(maxsize=2)
def read_register(data: bytes) -> Register:
    """The register in a file's bytes.

    Raises BadRegister, also where an award or a number is there twice, as after a merge in git: a
    revocation could be lost in it.
    """
    try:
        document = json.loads(data)
        rows = [dict(row) for row in document["credentials"]]
        foreign = tuple(RevokedNumber(**row) for row in document.get("revoked_numbers", ()))
        entries = tuple(RegisterEntry(**{**row, "replaced": tuple(row.get("replaced", ()))}) for row in rows)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as trouble:
        raise BadRegister from trouble
    numbers = [number for entry in entries for number in entry.numbers]
    numbers += [each.number for each in foreign]
    texts = [
        text for entry in entries for text in (entry.id, entry.until, entry.revoked, entry.reason, entry.day)
    ]
    texts += [text for each in foreign for text in (each.revoked, each.reason)]
    if not _are_sound(numbers, texts):
        raise BadRegister
    if len(set(numbers)) != len(numbers) or len({entry.id for entry in entries}) != len(entries):
        raise BadRegister
    return Register(entries, foreign)


@lru_cache(maxsize=2)
def write_register(register: Register) -> bytes:
    """The register as JSON, with one line for each value: git shows what changed."""
    rows = [asdict(entry) for entry in register.entries]
    for row in rows:
        if not row["replaced"]:
            del row["replaced"]
    document: dict[str, object] = {"schema": 1, "credentials": rows}
    if register.foreign:
        document["revoked_numbers"] = [asdict(each) for each in register.foreign]
    return indented_json(document)


def _are_sound(numbers: Iterable[object], texts: Iterable[object]) -> bool:
    """Whether numbers fit into the status list and texts are plain text."""
    return all(type(number) is int and 0 <= number < LENGTH for number in numbers) and all(
        isinstance(text, str) and text.isprintable() for text in texts
    )
