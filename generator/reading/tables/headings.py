"""What a heading means by itself, as teachers, forms and spreadsheets write it, in English and Spanish.

Headings and prompts are compared without numbering, punctuation, quotation marks, case and additions in
brackets; an addition that says something else (percent, who explained) is not passed over.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from generator.model import Prompt, PromptKind, Tool
from generator.slugs import slug


class ColumnRole(StrEnum):
    """What a column holds besides the values of a prompt; the value is the heading that we write."""

    DATE = "date"
    STAMP = "stamp"  # date and time, of a form's answer or a tap
    TIME = "time"  # of the day, where a class is visited twice
    SESSION = "session"  # a visit as one person counted it, in the tally page's log
    CLASS = "class"
    N = "n"  # how many students were there
    PROMPT = "prompt"  # which prompt a row counts
    COUNT = "count"
    VALUE = "value"
    OBSERVER = "observer"
    GROUP = "group"
    CONDITION = "condition"
    PHASE = "phase"  # before the change or after it, in a table that is read without a tool
    NOTE = "note"
    UNUSUAL = "unusual"


class SkipReason(StrEnum):
    """Why a column is not read."""

    PERSONAL = "personal"
    SCORE = "score"  # points and feedback of a quiz
    FREE_TEXT = "free text"
    FORM_TIME = "form time"  # when a form was sent, where another column has the date
    ANSWERED = "answered"  # the inquiry says so
    COUNTER = "counter"  # counts rows or names something, in a table without a tool
    EMPTY = "empty"  # no heading and no values
    REPEATED = "repeated"  # another column means the same
    UNKNOWN = "unknown"


# what follows are patterns of whole headings, as slugs without numbering and brackets; kept short, because a
# wrong guess costs more than a question
_PEOPLE = r"(?:students|pupils|children|learners|kids)"
_GENTE = r"(?:estudiantes|alumnos|alumnas|alumnos-y-alumnas|ninos|ninas|presentes)"
_THERE = (
    r"(?:-(?:are|were|was|is|who|present|there|here|attending|attended|today|that-day"
    r"|in-attendance|in-(?:the-|your-)?(?:class|room)))*"
)
_AHI = (
    r"(?:-(?:hay|habia|hubo|estan|estaban|estuvieron|asistieron|son|eran|que|presentes|hoy|ese-dia"
    r"|en-(?:la-|el-)?(?:clase|aula|sala|salon)))*"
)
_SEEN = (
    r"(?:-(?:is|was)-(?:this|it|that))?"
    r"(?:-(?:did-|do-)?you-(?:visit|observe|see)(?:ed)?|-(?:visited|observed))?"
)
_VISTA = r"(?:-es(?:-esta)?)?(?:-(?:visito|visitaste|observo|observaste|visitada|observada))?"
_VISIT = r"(?:visit|observation|lesson|session|class|collection|data-collection|class-visit)"
_VISITA = r"(?:visita|observacion|clase|leccion|sesion|recoleccion|toma-de-datos)"
_PATTERNS: dict[ColumnRole, tuple[str, ...]] = {
    ColumnRole.DATE: (
        rf"(?:the-|todays-)?date(?:-of(?:-the|-your|-this)?-{_VISIT})?(?:-(?:visited|observed|dmy|mdy|ymd))?",
        rf"{_VISIT}-da(?:te|y)",
        rf"da(?:y|te)(?:-of(?:-the|-your|-this)?-{_VISIT})?|visit",
        rf"(?:what|which|on-what|on-which)-(?:day|date)(?:-(?:is|was)-(?:it|(?:the|your|this)-{_VISIT}))?",
        rf"what-(?:is|was)-the-date(?:-of(?:-the|-your|-this)?-{_VISIT})?",
        rf"when-(?:was-(?:the|your|this)-{_VISIT}|did-you-(?:visit|observe)(?:-the-class)?)",
        rf"(?:cual-(?:es|fue)-la-)?fecha(?:-de(?:-la|-tu|-su|-esta)?-{_VISITA}|-de-hoy)?",
        rf"dia(?:-de(?:-la|-tu|-su)?-{_VISITA})?|(?:en-)?que-(?:fecha|dia)(?:-fue-la-{_VISITA})?",
        rf"cuando-fue-(?:la|tu|su)-{_VISITA}",
    ),
    ColumnRole.STAMP: (
        r"stamp|time-?stamp|marca-temporal|marca-de-tiempo|horodateur|zeitstempel|carimbo-de-data-hora",
        # Microsoft Forms in English, Spanish, German, French and Portuguese
        r"(?:start|completion)-time|hora-de-(?:inicio|finalizacion|conclusao)",
        r"startzeit|fertigstellungszeit|heure-de-(?:debut|fin)",
    ),
    ColumnRole.TIME: (
        r"time(?:-of(?:-the)?-(?:day|visit|observation|lesson|class))?|(?:visit|observation|lesson)-time",
        r"(?:at-)?what-time(?:-was-(?:it|the-visit|the-observation))?",
        rf"hora(?:-de(?:-la)?-{_VISITA})?|a-que-hora(?:-fue-la-{_VISITA})?|hora-del-dia",
    ),
    ColumnRole.SESSION: (r"session",),
    ColumnRole.CLASS: (
        r"(?:(?:which|what|the|your|select|choose|name-of|in)-)*"
        r"(?:(?:class|class-|bell-)?(?:period|section|block|hour)|class)(?:-name)?" + _SEEN,
        r"(?:(?:que|cual|en|de|la|el|su|tu|elige|elija|selecciona|seleccione|nombre-de|es)-)*"
        r"(?:clase|grupo-clase|periodo|seccion|bloque|hora-de-clase)" + _VISTA,
    ),
    ColumnRole.N: (
        r"n|present|class-size",
        rf"(?:(?:total-)?(?:number|count|no|num)-(?:of-)?(?:the-)?|total-(?:of-)?)?{_PEOPLE}{_THERE}",
        rf"how-many-{_PEOPLE}{_THERE}|how-many(?:-are|-were|-was)?-(?:present|there|attended|in-attendance){_THERE}",
        r"(?:total-)?(?:number|count|no)-(?:of-)?present",
        rf"(?:(?:el-)?(?:numero|cantidad|number|num|n|no)(?:-total)?-(?:de-)?|total-de-)?{_GENTE}{_AHI}",
        rf"cuant[oa]s-{_GENTE}{_AHI}|cuant[oa]s-(?:hay|habia|hubo|estaban){_AHI}",
    ),
    ColumnRole.PROMPT: (r"prompt",),
    ColumnRole.COUNT: (r"count",),
    ColumnRole.VALUE: (r"value|valor",),
    ColumnRole.OBSERVER: (
        r"observer|who-(?:observed|counted)|observador|observadora|quien-(?:observo|conto)",
    ),
    ColumnRole.GROUP: (
        r"(?:which-)?group|students-group|group-of-students|which-students",
        r"grupo(?:-de-(?:estudiantes|alumnos))?|que-(?:estudiantes|alumnos)",
    ),
    ColumnRole.CONDITION: (r"conditions?",),
    ColumnRole.PHASE: (r"phase|fase",),
    ColumnRole.NOTE: (r"notes?|notas?",),
    ColumnRole.UNUSUAL: (r"unusual|unusual-point|inusual",),
}
_ROLES = [(role, re.compile("|".join(patterns))) for role, patterns in _PATTERNS.items()]
_SKIPPED = [
    (
        SkipReason.SCORE,
        re.compile(
            r"(?:total-|quiz-)?(?:scores?|points|marks?)|(?:points|feedback)-.+|quiz-feedback|grade-posted-time"
            r"|(?:puntuacion|puntaje|puntos|calificacion)(?:-total)?|(?:puntos|puntuacion)-.+"
        ),
    ),
    (
        SkipReason.FREE_TEXT,
        re.compile(
            r"(?:(?:any|other|further|additional|general|your|more|optional)-)*(?:comments?|remarks?|thoughts)"
            r"(?:-or-questions)?|(?:is-there-)?anything-else.*|feedback|reflections?"
            r"|(?:(?:otros|algun|mas)-)*(?:comentarios?|observaciones)|reflexion(?:es)?|algo-mas.*"
        ),
    ),
    (
        SkipReason.FORM_TIME,
        re.compile(
            r"last-modified-time|hora-de-la-ultima-modificacion|language|idioma|ip-address|langue|sprache"
            r"|zeitpunkt-der-letzten-(?:anderung|aenderung)|heure-de-(?:la-)?derniere-modification"
            r"|hora-da-ultima-modificacao"
        ),
    ),
]
_LONGEST = 1000  # characters; what is longer is not a heading, and is not looked at
# the end of a heading in brackets: what a quiz adds about each question
_QUIZ = re.compile(r"\[(?:score|feedback|puntuaci[oó]n|comentarios)\]\s*$", re.IGNORECASE)
_QUOTES = re.compile(r"['’‘‛ʼ´`“”„\"«»′″]")
_HASH = re.compile(r"#(?=\s*(?:of\b|de\b|[^\W\d]))|\bn\.?\s?[º°]|№", re.IGNORECASE)
_NUMBERING = re.compile(
    r"^\s*(?:(?:q|question|pregunta)\.?\s*\d{1,2}[a-z]?\s*[.):\-–—]*|\(?(?:\d{1,2}(?:\.\d{1,2})*[a-z]?|[a-z])"
    r"(?:[.):]+\s*|\s+[-–—]\s+))\s*(?=\W*[^\W\d])",
    re.IGNORECASE,
)
_ADDITION = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|\{([^{}]*)\}")
# a question of a form with rows: "How many ... [Explains own thinking]"
_GRID = re.compile(r"^(?P<question>.*?)\s*\[(?P<row>.+)\]\s*$")
_PERCENT = re.compile(r"%|\bper ?cent|\bporcentaje|\bpor ciento", re.IGNORECASE)
_AMOUNT = re.compile(r"\bnumber\b|\bcount\b|#|\bhow many\b|\bn[uú]mero\b|\bcu[aá]nt", re.IGNORECASE)
# words that an addition may have and the column still be the number of students
_OF_N = frozenset(
    word
    for words in (
        "number of students pupils children learners in the class room today total whole count n how many",
        "are were was is there here on that day present attending required optional max please enter only",
        "a e g eg example digits numero de estudiantes alumnos presentes hoy en la el clase aula cuantos",
        "habia hay obligatorio opcional ejemplo por",
    )
    for word in words.split()
)
_CHANGES_CLASS = re.compile(r"size|number of|how many|count|average|tama[nñ]o|cu[aá]nt", re.IGNORECASE)
_CHANGES_DATE = re.compile(r"birth|change|born|hired|due|nacimiento|cambio", re.IGNORECASE)


@lru_cache(maxsize=8192)
def heading_key(text: str) -> str:
    """The key under which two headings are the same: without case, punctuation and quotation marks.

    A heading without letters or digits is its own key.
    """
    return slug(_QUOTES.sub("", _HASH.sub(" number ", text))) or text


def without_numbering(text: str) -> str:
    """The heading without `1.`, `Q2:` or `a)` in front."""
    return _NUMBERING.sub("", text, count=1)


def without_additions(text: str) -> str:
    """The heading without what stands in brackets."""
    return _ADDITION.sub(" ", text).strip()


def prompt_of(heading: str, tool: Tool | None) -> Prompt | None:
    """The tool's prompt that a heading or a cell names by id or text; None where it is none of them, or
    where it could be two."""
    if tool is None or len(heading) > _LONGEST or _QUIZ.search(heading):
        return None
    for level, key in _prompt_options(heading):
        prompts = [prompt for prompt in tool.prompts if key in _prompt_keys(prompt, level)]
        if prompts:
            return prompts[0] if len(prompts) == 1 and not _contradicts(heading, prompts[0]) else None
    return None


def _prompt_options(heading: str) -> list[tuple[int, str]]:
    """(level, key) of everything in a heading that a prompt may be named by, the best first."""
    grid = _GRID.match(heading)
    parts = [heading, grid["row"], grid["question"]] if grid else [heading]
    return [(level, key) for part in parts for level, key in enumerate(_keys(part)) if key]


def _prompt_keys(prompt: Prompt, level: int) -> set[str]:
    """A prompt's id and text as they are compared at a level, and the id as it is at every one."""
    return {heading_key(prompt.id), _keys(prompt.id)[level], _keys(prompt.text)[level]} - {""}


@lru_cache(maxsize=8192)
def _keys(text: str) -> tuple[str, str, str]:
    """A text from exact to loose: as written, without numbering, without additions in brackets."""
    unnumbered = without_numbering(text)
    return heading_key(text), heading_key(unnumbered), heading_key(without_additions(unnumbered))


def _contradicts(heading: str, prompt: Prompt) -> bool:
    """Whether an addition, or a percent sign anywhere, says that the column holds something else than the
    prompt's kind of numbers."""
    added = " ".join(set(_additions(heading)) - set(_additions(prompt.text)))
    if "%" in heading and "%" not in prompt.text:
        added += "%"
    if prompt.kind is PromptKind.PERCENT:
        return bool(_AMOUNT.search(added)) and not _PERCENT.search(added)
    return bool(_PERCENT.search(added))


def _additions(heading: str) -> Iterator[str]:
    for match in _ADDITION.finditer(heading):
        yield next(part for part in match.groups() if part is not None)


@lru_cache(maxsize=8192)
def role_of(heading: str) -> ColumnRole | None:
    """The role that a heading means by itself, whatever the tool's prompts are."""
    if len(heading) > _LONGEST:
        return None
    exact, unnumbered, bare = _keys(heading)
    for key in (exact, unnumbered):
        if role := _role_of_key(key):
            return role
    role = _role_of_key(bare)
    return role if role and not any(_changes(role, added) for added in _additions(heading)) else None


def _role_of_key(key: str) -> ColumnRole | None:
    return next((role for role, pattern in _ROLES if pattern.fullmatch(key)), None)


def _changes(role: ColumnRole, added: str) -> bool:
    """Whether an addition in brackets makes something else of a heading."""
    if role is ColumnRole.N:
        words = heading_key(added).split("-")
        return not all(word in _OF_N or word.isdecimal() for word in words)
    if role is ColumnRole.CLASS:
        return bool(_CHANGES_CLASS.search(added))
    return role is ColumnRole.DATE and bool(_CHANGES_DATE.search(added))


@lru_cache(maxsize=8192)
def skip_reason_of(heading: str) -> SkipReason | None:
    """Why a column with this heading is not read, where the heading says it by itself: points of a
    quiz, comments, what a form adds."""
    if len(heading) > _LONGEST:
        return None
    if _QUIZ.search(heading):
        return SkipReason.SCORE
    for key in _keys(heading):
        for reason, pattern in _SKIPPED:
            if pattern.fullmatch(key):
                return reason
    return None
