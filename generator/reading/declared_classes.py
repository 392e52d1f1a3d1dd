"""The classes of an inquiry: other spellings of their names, names that inquiry.md does not have, and
names that look like one class."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from generator.model import DeclaredClass, Observation
from generator.nearest import nearest
from generator.problems import Place, Problem, error, warning
from generator.reading.tables.visit_limits import MAX_CLASSES, check_declared_classes
from generator.reading.yaml.content_schema import ClassFile
from generator.reading.yaml.strict_yaml import YamlDocument
from generator.slugs import slug

CLASSES_ALIKE = "classes-alike"  # the code of the warning
# words around the number or letter that tells a class from others, in English and Spanish
_CLASS_WORDS = """
class period pd p per block blk hour hr h section sec group the
clase periodo bloque hora seccion grupo
"""
_WORDS_FOR_CLASS = frozenset(_CLASS_WORDS.split())
# numbers in words, as their digits
_NUMBER_WORDS = {
    word: str(number)
    for number, words in enumerate(
        (
            "one first primer primero primera uno",
            "two second segundo segunda dos ii",
            "three third tercer tercero tercera tres iii",
            "four fourth cuarto cuarta cuatro iv",
            "five fifth quinto quinta cinco",
            "six sixth sexto sexta seis vi",
            "seven seventh septimo septima siete vii",
            "eight eighth octavo octava ocho viii",
        ),
        start=1,
    )
    for word in words.split()
}
_PART = re.compile(r"\d+|[a-z]+")
_ORDINALS = frozenset(["st", "nd", "rd", "th"])


def declared_classes(entries: Mapping[str, ClassFile | None]) -> tuple[DeclaredClass, ...]:
    """The entries of `classes:` in inquiry.md, in the file's order; of too many, which are an error, the
    first."""
    return tuple(
        DeclaredClass(name.strip(), tuple(entry.also), entry.students)
        if entry
        else DeclaredClass(name.strip())
        for name, entry in islice(entries.items(), MAX_CLASSES)
    )


class ClassNames(Struct, frozen=True):
    """The names of an inquiry's classes; without any declared, every name is a class of its own."""

    declared: tuple[DeclaredClass, ...]

    @property
    def names(self) -> list[str]:
        """The names of the declared classes, as inquiry.md writes them."""
        return [declared.name for declared in self.declared]

    def find(self, written: str) -> DeclaredClass | None:
        """The class that is meant by its name or another spelling of it."""
        return _by_spelling(self.declared).get(slug(written))

    @property
    def usual_sizes(self) -> dict[str, int]:
        """How many students a class usually has, by the id of each of its spellings."""
        return {
            slug(name): declared.students
            for declared in self.declared
            if declared.students is not None
            for name in (declared.name, *declared.also)
        }

    def name(self, written: str) -> str:
        """The name of the class that is meant; an unknown one as it is written."""
        declared = self.find(written)
        return declared.name if declared else written

    def class_id(self, written: str) -> str:
        """The id of the class that is meant; of an unknown one that of the name as written."""
        return slug(self.name(written))

    def renamed(self, observation: Observation) -> Observation:
        """The observation with the class that its spelling means, under the name that inquiry.md gives it."""
        declared = self.find(observation.class_name)
        if declared is None or declared.name == observation.class_name:
            return observation
        return replace(observation, class_name=declared.name, class_id=slug(declared.name))

    def check_tables(self, observations: Iterable[Observation]) -> list[Problem]:
        """An error for each class of a table that is not declared, at its first row."""
        if not self.declared:
            return []
        unknown: dict[tuple[str, str], Observation] = {}
        for observation in observations:
            if self.find(observation.class_name) is None:
                unknown.setdefault((observation.file, observation.class_id), observation)
        return [self._unknown_class(observation) for observation in unknown.values()]

    def _unknown_class(self, observation: Observation) -> Problem:
        near = nearest_class(observation.class_name, self.names)
        return error(
            "class-not-declared",
            Place(observation.file, row=observation.row),
            "{class_name} is not one of the classes in inquiry.md.",
            "Did you mean {near}? Correct the table, or add the spelling:  {near}: {{also: [{class_name}]}}"
            if near
            else "Its classes are: {names}. Add this one there, or correct the table.",
            class_name=observation.class_name,
            near=near,
            names=", ".join(self.names),
        )


@lru_cache(maxsize=64)
def _by_spelling(declared: tuple[DeclaredClass, ...]) -> dict[str, DeclaredClass]:
    """The classes by the slug of every spelling; of two with the same, the first."""
    return {slug(name): each for each in reversed(declared) for name in (each.name, *each.also)}


def check_spellings(document: YamlDocument, entries: Mapping[str, ClassFile | None]) -> list[Problem]:
    """A spelling that stands for two classes of inquiry.md is an error, and so are too many classes."""
    problems = check_declared_classes(list(entries), document.key_place(("classes",)))
    first: dict[str, str] = {}
    for declared in declared_classes(entries):
        for written in dict.fromkeys((declared.name, *declared.also)):
            other = first.setdefault(slug(written), declared.name)
            if other != declared.name:
                problems.append(
                    error(
                        "same-class",
                        document.key_place(("classes", declared.name)),
                        "{written} stands for {class_name} and for {other}.",
                        "Remove it from one of them.",
                        written=written,
                        class_name=declared.name,
                        other=other,
                    )
                )
    return problems


def check_alike_classes(names: ClassNames, observations: Sequence[Observation]) -> list[Problem]:
    """A warning for classes that look like one class in two spellings, where none are declared."""
    if names.declared:
        return []
    return [_alike_problem(alike) for alike in alike_classes(observations)]


def alike_classes(observations: Iterable[Observation]) -> list[list[Observation]]:
    """The first observation of each of the classes that look like one class in several spellings."""
    by_core: dict[str, dict[str, Observation]] = defaultdict(dict)
    for observation in observations:
        if core := class_core(observation.class_name):
            by_core[core].setdefault(observation.class_id, observation)
    return [list(alike.values()) for alike in by_core.values() if len(alike) > 1]


def nearest_class(written: str, names: Sequence[str]) -> str:
    """The class that is probably meant; empty where none is."""
    core = class_core(written)
    alike = [name for name in names if core and class_core(name) == core]
    if len(alike) == 1:
        return alike[0]
    # Period 4 is not Period 2 typed wrong
    return nearest(written, [name for name in names if _numbers(name) == _numbers(written)])


@lru_cache(maxsize=4096)  # asked for every row
def class_core(name: str) -> str:
    """What tells a class from others: 2 in "Period 2", "P2", "2nd period" and "second period"."""
    parts = _PART.findall(slug(name))
    if any(part in _WORDS_FOR_CLASS and len(part) > 1 for part in parts):
        # beside such a word only: "one" alone is not class 1
        parts = [_NUMBER_WORDS.get(part, part) for part in parts]
    between = zip(["", *parts], parts, [*parts[1:], ""], strict=False)
    core = [
        part.lstrip("0") if part.isdecimal() else part
        for before, part, after in between
        if not (part in _WORDS_FOR_CLASS and (len(part) > 1 or after.isdecimal()))  # P2, but not 6P
        and not (part in _ORDINALS and before.isdecimal())
    ]
    return " ".join(core)


def _numbers(name: str) -> list[str]:
    return re.findall(r"\d+", name)


def _alike_problem(alike: Sequence[Observation]) -> Problem:
    first, *others = alike
    return warning(
        CLASSES_ALIKE,
        Place(others[0].file, row=others[0].row),
        "{first} and {others} are read as different classes.",
        "If they are one class, add to inquiry.md:  classes: {{{first}: {{also: [{others}]}}}}  with every "
        "other class beside it. If not, list all of them there.",
        first=first.class_name,
        others=", ".join(other.class_name for other in others),
    )
