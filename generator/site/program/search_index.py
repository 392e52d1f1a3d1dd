"""The index of the text search, in the form in which MiniSearch loads it.

Split and folded here as scripts/search.js tells MiniSearch to: at spaces and punctuation, without
case and accents.
"""

import json
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from generator import addresses
from generator.site.program.program_context import ProgramContext
from generator.site.teacher_card import InquiryCard, TeacherCard

FIELDS = ("question", "who", "text")


class SearchDocument(Struct, frozen=True):
    """One page: the texts that are searched, by field, and what a result shows."""

    fields: Mapping[str, str]
    stored: Mapping[str, str]


def search_index(cards: Sequence[TeacherCard], pages: Sequence[SearchDocument] = ()) -> bytes:
    """Every inquiry as one document: its question, whose it is, and what it is about; then other pages.

    The shape is MiniSearch 7's `toJSON()`: `index` has for each term, field and document how often the
    term stands there, `fieldLength` for each document how many different terms each field has.
    """
    documents = [*(_document(card, inquiry) for card in cards for inquiry in card.inquiries), *pages]
    counts = [[Counter(terms(document.fields[field])) for field in FIELDS] for document in documents]
    lengths = [[len(counted) for counted in fields] for fields in counts]
    postings = _postings(counts)
    index = {
        "documentCount": len(documents),
        "nextId": len(documents),
        "documentIds": {str(number): number for number in range(len(documents))},
        "fieldIds": {field: position for position, field in enumerate(FIELDS)},
        "fieldLength": {str(number): length for number, length in enumerate(lengths)},
        "averageFieldLength": [
            sum(length[position] for length in lengths) / max(len(documents), 1)  # whole numbers
            for position in range(len(FIELDS))
        ],
        "storedFields": {str(number): document.stored for number, document in enumerate(documents)},
        "dirtCount": 0,
        "index": [[term, postings[term]] for term in sorted(postings)],
        "serializationVersion": 2,
    }
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()


def _document(card: TeacherCard, inquiry: InquiryCard) -> SearchDocument:
    return SearchDocument(
        fields={
            "question": f"{inquiry.question} {inquiry.title}",
            "who": f"{card.name} {card.about} {card.subject} {card.grade}",
            "text": inquiry.text,
        },
        stored={
            "address": addresses.file_path(inquiry.address),
            "question": inquiry.question or inquiry.title,
            "who": " · ".join(part for part in (card.name, card.about) if part),
            "finding": inquiry.answer.text,
        },
    )


def page_documents(context: ProgramContext) -> list[SearchDocument]:
    """The pages of the library, the program's own pages, and the one on reading charts."""
    program, gettext = context.program, context.translator.gettext
    documents = [
        _page(
            addresses.micro_credential(entry.id), entry.title, gettext("Micro-credential"), entry.competency
        )
        for entry in program.micro_credentials.values()
    ]
    documents += [
        _page(addresses.change_idea(entry.id), entry.title, gettext("Change idea"), entry.summary)
        for entry in program.change_ideas.values()
    ]
    documents += [
        _page(addresses.tool(entry.id), entry.title, gettext("Data collection tool"), entry.focus)
        for entry in program.tools.values()
    ]
    documents += [_page(addresses.free_page(entry.id), entry.title) for entry in program.pages]
    return [*documents, _page(addresses.HOW_TO_READ, gettext("How to read a run chart"))]


def _page(address: str, title: str, kind: str = "", summary: str = "") -> SearchDocument:
    return SearchDocument(
        fields={"question": title, "who": kind, "text": summary},
        stored={
            "address": addresses.file_path(address),
            "question": title,
            "who": kind,
            "finding": summary,
        },
    )


def _postings(counts: Sequence[Sequence[Counter[str]]]) -> dict[str, dict[str, dict[str, int]]]:
    """Term -> position of the field -> number of the document -> how often the term stands there."""
    postings: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for number, fields in enumerate(counts):
        for position, counted in enumerate(fields):
            for term, times in counted.items():
                postings[term][str(position)][str(number)] = times
    return postings


def terms(text: str) -> list[str]:
    """The words of a text as they are looked up: split at spaces and punctuation, without case and
    accents."""
    spaced = "".join(" " if _is_separator(character) else character for character in text)
    return [folded for word in spaced.split() if (folded := _folded_term(word))]


@lru_cache(maxsize=4096)
def _is_separator(character: str) -> bool:
    return character in "\n\r" or unicodedata.category(character)[0] in "ZP"


@lru_cache(maxsize=50_000)
def _folded_term(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(sign for sign in decomposed if unicodedata.category(sign)[0] != "M").lower()
