"""Words that a table may be quoted with where no roster says which words are names.

A log is public.  Without a roster a cell or a heading is quoted only where it says nothing but numbers and
words that are, or nearly are, those of the program: what a column is called, a class, a month, a unit.
"""

import re
import unicodedata
from difflib import get_close_matches

from generator.model import Program

_LISTED = """
a about abril absent after afternoon agosto all alumnas alumnos am and antes approximately apr april at
aug august aula average before between block bloque by ca casi children circa clase class classes code
column comments comparison condicion condition control count course curso data date datos day days dec
december despues dia diciembre div domingo each el en enero error estudiantes every excel false feb
febrero february fecha feedback first for form fourth fri friday from grade grado group grupo hora hour
how id in inf is item jan january jueves jul julio july jun june junio kids la learners lesson lunes
manana many mar march martes marzo may mayo mean miercoles min minutes minutos mon monday morning na
nadie name nan nd ninguno ninos no none not nota note notes nov november noviembre null number numero
observacion observador observation observations observed observer oct october octubre of on once or out
per percent period periodo phase pm points por present presentes prompt pupils quiz rd ref room row
sabado sala salon same sat saturday score seccion second section see seen sep sept september septiembre
sesion session share sheet si sin size some st student students sum sun sunday table tarde th the third
thu thursday time to todos total treatment true tue tuesday up value viernes visit visita visits wed
wednesday week with y yes
"""
_WORDS = frozenset(_LISTED.split())
_WORD = re.compile(r"[^\W\d_]+")
_LIKENESS = 0.85  # of difflib: one wrong letter in seven, one missing in five
_SHORTEST = 2  # letters of a word that could be a name


def program_words(program: Program) -> frozenset[str]:
    """The words of a program's prompts, by which tables call their columns."""
    prompts = [prompt for tool in program.tools.values() for prompt in tool.prompts]
    return frozenset(word for prompt in prompts for word in _words(f"{prompt.id} {prompt.text}"))


def may_be_quoted(text: str, vocabulary: frozenset[str]) -> bool:
    """Whether a text of a table says nothing but numbers, signs, single letters and (nearly) known words;
    `vocabulary` are those of the program."""
    quotable = _WORDS | vocabulary
    return all(
        len(word) < _SHORTEST or word in quotable or _is_nearly(word, quotable) for word in set(_words(text))
    )


def _words(text: str) -> list[str]:
    plain = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    return [word.casefold() for word in _WORD.findall(plain)]


def _is_nearly(word: str, quotable: frozenset[str]) -> bool:
    """Whether a word is a known one with a letter too many, too few or wrong."""
    return bool(get_close_matches(word, quotable, n=1, cutoff=_LIKENESS))
