"""The index of the text search, in the form in which MiniSearch loads it.

Split and folded here as scripts/search.js tells MiniSearch to: at spaces and punctuation, without
case and accents.
"""

import json
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from generator import addresses
from generator.site.teacher_card import TeacherCard

FIELDS = ("question", "who", "text")


def search_index(cards: Sequence[TeacherCard]) -> bytes:
    """Every inquiry as one document: its question, whose it is, and what it is about."""
    documents = [
        (
            {
                "question": f"{one.question} {one.title}",
                "who": f"{card.name} {card.about} {card.subject} {card.grade}",
                "text": one.text,
            },
            {
                "address": addresses.file_path(one.address),
                "question": one.question or one.title,
                "who": " · ".join(part for part in (card.name, card.about) if part),
                "finding": one.finding,
            },
        )
        for card in cards
        for one in card.inquiries
    ]
    postings: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    lengths: dict[str, list[int]] = {}
    for number, (fields, _) in enumerate(documents):
        lengths[str(number)] = []
        for position, field in enumerate(FIELDS):
            counted = Counter(terms(fields[field]))
            lengths[str(number)].append(len(counted))
            for term, times in counted.items():
                postings[term][str(position)][str(number)] = times
    document = {
        "documentCount": len(documents),
        "nextId": len(documents),
        "documentIds": {str(number): number for number in range(len(documents))},
        "fieldIds": {field: position for position, field in enumerate(FIELDS)},
        "fieldLength": lengths,
        "averageFieldLength": [
            sum(one[position] for one in lengths.values()) / max(len(documents), 1)
            for position in range(len(FIELDS))
        ],
        "storedFields": {str(number): stored for number, (_, stored) in enumerate(documents)},
        "dirtCount": 0,
        "index": [[term, postings[term]] for term in sorted(postings)],
        "serializationVersion": 2,
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def terms(text: str) -> list[str]:
    """The words of a text as they are looked up."""
    parted = "".join(" " if _parts(character) else character for character in text)
    return [folded for word in parted.split() if (folded := _folded(word))]


@cache
def _parts(character: str) -> bool:
    return character in "\n\r" or unicodedata.category(character)[0] in "ZP"


@cache
def _folded(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(one for one in decomposed if unicodedata.category(one)[0] != "M").lower()
