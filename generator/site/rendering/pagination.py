"""Long lists in pages: so that a program of ten thousand teachers still opens on a phone."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from generator import addresses

Item = TypeVar("Item")
_BESIDE = 3


class ListPage(Struct, Generic[Item], frozen=True):
    """One page of a list; `pages` are all of them, each (number, address), counted from 1."""

    address: str
    number: int
    items: tuple[Item, ...]
    pages: tuple[tuple[int, str], ...]

    @property
    def rows(self) -> slice:
        """The part of another list that this page shows; the last page has all that is left."""
        begin = (self.number - 1) * addresses.PAGE_SIZE
        return slice(begin, None if self.number == len(self.pages) else begin + addresses.PAGE_SIZE)

    @property
    def near(self) -> tuple[tuple[int, str], ...]:
        """The first and the last page, this one and a few beside it: what a reader may want to go to."""
        last = len(self.pages)
        return tuple(
            page for page in self.pages if page[0] in (1, last) or abs(page[0] - self.number) <= _BESIDE
        )


def paginate(items: Sequence[Item], here: str, size: int = addresses.PAGE_SIZE) -> list[ListPage[Item]]:
    """The list whose first page stands at `here`, `size` items a page; an empty one has one page."""
    count = max(-(-len(items) // size), 1)
    pages = tuple((number, addresses.numbered_page(here, number)) for number in range(1, count + 1))
    return [
        ListPage(address, number, tuple(items[(number - 1) * size : number * size]), pages)
        for number, address in pages
    ]
