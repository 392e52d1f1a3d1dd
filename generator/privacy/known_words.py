"""Words that a log may quote where no roster says which words are names.

A log is public.  Without a roster a text of the content is quoted only where it says nothing but numbers and
words of the program's own: what a key or a column is called, a prompt, a class, a month.  A word that is
only nearly one of them is not quoted (Juan is nearly Jan), nor is a known word that is a given name too
(April, Will), unless the whole text is a term of the program or, of a month, has a number.
"""

import re
import unicodedata
from enum import Enum
from functools import cache

from msgspec import Struct
from pydantic import BaseModel

from generator import layout, model
from generator.model import Program
from generator.privacy.ambiguous_names import AMBIGUOUS_NAMES
from generator.privacy.ordinary_words import ORDINARY_WORDS
from generator.reading.yaml import content_schema

_LISTED = """
a about abril absent after afternoon agosto all alumnas alumnos am and antes approximately apr april at
aug august aula average before between block bloque by ca casi children case circa clase class classes code
column comments comparison condicion condition control count course curso data date datos day days de dec del
december despues dia diciembre div domingo each el en enero error estudiantes every excel false feb
febrero february fecha feedback first for form fourth fri friday from grade grado group grupo hora hour
how id in inf is item jan january jueves jul julio july jun june junio kids la learners lesson lunes
manana many mar march martes marzo may mayo mean miercoles min minutes minutos mon monday morning na
nadie name nan nd ninguno ninos no none not nota note notes nov november noviembre null number numero
observacion observador observation observations observed observer oct october octubre of on once or out
outcome per percent period periodo phase pm points por present presentes prompt pupils quiz rd ref room row
sabado sala salon same sat saturday score seccion second section see seen sep sept september septiembre
sesion session share sheet si sin size some st student students sum sun sunday table tarde th the third
thu thursday time to todos total treatment true tue tuesday up value viernes visit visita visits wed
wednesday week with y yes
"""
_MONTHS_AND_DAYS = """
abr abril ago agosto apr april aug august dec december dic diciembre domingo ene enero feb february febrero
friday jan january jul july julio jun june junio mar march marzo may mayo monday nov november noviembre oct
october octubre saturday sep sept september septiembre sunday thursday tuesday wednesday
"""
_WORDS = frozenset(_LISTED.split())
_DATE_WORDS = frozenset(_MONTHS_AND_DAYS.split())
_WORD = re.compile(r"[^\W\d_]+")
_SELDOM_NAMES = ("case", "day", "none", "same", "yes")  # tables say these far oftener
_SHORTEST = 2  # letters of a word that could be a name
_MOST_ORDINARY = 3  # words of a text of ordinary words; a longer one may be what somebody said
# known words that are names too; those of two letters are mostly words (at, no, se)
_GIVEN_NAMES = frozenset(
    name for name in AMBIGUOUS_NAMES.difference(_SELDOM_NAMES) if len(name) > _SHORTEST or name not in _WORDS
)


class Vocabulary(Struct, frozen=True):
    """What a program itself says: `terms` are whole texts (ids, prompts, keys), folded; `words` stand in
    them."""

    terms: frozenset[str]
    words: frozenset[str]


def program_vocabulary(program: Program | None) -> Vocabulary:
    """The terms of the content format and of a program; None where program.yml could not be read."""
    terms = _format_terms() | (_program_terms(program) if program else frozenset())
    words = frozenset(word for term in terms for word in _words(term))
    return Vocabulary(terms, words)


def may_be_quoted(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text says nothing but numbers, signs, single letters and known words."""
    if _fold(text).strip() in vocabulary.terms:
        return True
    words, has_number = _words(text), any(map(str.isdecimal, text))
    is_short = len(words) <= _MOST_ORDINARY
    return all(
        len(word) < _SHORTEST
        or (has_number and word in _DATE_WORDS)
        or (word not in _GIVEN_NAMES and (word in _WORDS or word in vocabulary.words))
        or (is_short and word in ORDINARY_WORDS and word not in _GIVEN_NAMES)
        for word in words
    )


@cache
def _format_terms() -> frozenset[str]:
    """The keys of every file, the choices that they have, and the folders and endings of files."""
    shapes = [each for each in vars(content_schema).values() if isinstance(each, type)]
    keys = [key for shape in shapes if issubclass(shape, BaseModel) for key in shape.model_fields]
    choices = [
        str(choice.value)
        for each in vars(model).values()
        if isinstance(each, type) and issubclass(each, Enum)
        for choice in each
    ]
    folders = [*layout.ProgramFolder, *layout.InquiryFolder]
    endings = [*layout.PICTURES, *layout.TABLES, *layout.TEXTS]
    return frozenset(map(_fold, [*keys, *choices, *folders, *endings]))


def _program_terms(program: Program) -> frozenset[str]:
    """The ids, prompts and levels of a program, which its tables and reviews are written with."""
    tools, credentials = program.tools.values(), program.micro_credentials.values()
    terms = [*program.tools, *program.micro_credentials, *program.change_ideas]
    terms += [text for tool in tools for prompt in tool.prompts for text in (prompt.id, prompt.text)]
    terms += [level for credential in credentials for level in credential.mastery.levels]
    terms += [criterion.id for credential in credentials for criterion in credential.mastery.criteria]
    return frozenset(map(_fold, terms))


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold()


def _words(text: str) -> list[str]:
    return _WORD.findall(_fold(text))
