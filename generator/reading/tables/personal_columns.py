"""Columns that must never be published of a student: told by their headings, as whole words (P01, P05)."""

import re
from collections.abc import Iterable

from generator.reading.tables.headings import without_additions, without_numbering
from generator.slugs import slug

# as slugs; English and Spanish, and what forms write in German, French and Portuguese
_PERSONAL = """
name first last first-last last-first first-name last-name full-name surname family-name given-name
student-name name-of-student student student-s-name pupil pupil-name child child-name learner scholar kid
initials nickname your-name names nombre nombres apellido apellidos nombre-completo nombre-del-estudiante
nombre-del-alumno estudiante alumno alumna nino nina apodo nombre-y-apellido nombre-y-apellidos tu-nombre
su-nombre iniciales email e-mail email-address e-mail-address mail username user-name user login correo
correo-electronico direccion-de-correo-electronico direccion-de-correo nombre-de-usuario usuario phone
phone-number telephone tel mobile cell telefono numero-de-telefono celular dob d-o-b date-of-birth birthday
birth-date birthdate fecha-de-nacimiento nacimiento address home-address street direccion domicilio id
student-id id-number student-number pupil-id matricula numero-de-estudiante numero-de-alumno dni nom
nom-d-utilisateur prenom adresse-e-mail adresse-de-messagerie courriel nome nome-completo endereco-de-email
e-mail-adresse benutzername vorname nachname curp ssn social-security social-security-number seat
seat-number asiento parent parent-name guardian mother father madre padre tutor emergency-contact zip-code
postal-code codigo-postal ssid sasid numero-de-lista no-de-lista n-de-lista como-te-llamas como-se-llama
"""
_SENSITIVE = """
iep has-iep 504 section-504 ell el-status english-learner esl lep sped special-education disability
free-lunch free-reduced-lunch frl lunch-status race ethnicity race-ethnicity gender sex discipline
suspensions religion immigration-status el els foster ses m-f raza etnia genero sexo discapacidad disciplina
"""
PERSONAL = frozenset(_PERSONAL.split())
SENSITIVE = frozenset(_SENSITIVE.split())
_IN_ONE_WORD = frozenset(name.replace("-", "") for name in PERSONAL if "-" in name)  # FirstName, StudentID
# the same as a part of a heading: "Free/Reduced", "ELL status", "IEP or 504".  A room has the number 504, and
# "after lunch" is a time
_SENSITIVE_PART = re.compile(
    r"(?:^|-)(?:ieps?|(?<!room-)(?<!rm-)(?<!sala-)(?<!aula-)(?<!salon-)(?<!class-)(?<!course-)504|ells?|esl|esol|elp|lep"
    r"|sped|special-ed(?:ucation)?|english-learners?|english-language-learners?|(?:el|eld|mll|eb)-status"
    r"|(?<!before-)(?<!after-)(?<!at-)(?<!during-)lunch(?!-(?:period|time|break|duty))|free-(?:and-|or-)?reduced|frp?l|frpm|low-income|meal-status"
    r"|race(?!-to-)|ethnicity|ethnic|gender|sex(?!-ed)|disabilit(?:y|ies)|disabled|disciplin(?:e|ary)|suspensions?|suspended"
    r"|detentions?|referrals?|religion|immigration|immigrant|migrant|homeless|foster-care|medical|diagnosis"
    r"|el-level|eld|swd|wida|elpac|home-language|gifted|bip|behaviou?r-plan|adhd|autis(?:m|tic)|medication|odrs?"
    r"|pronouns|citizenship|nationality|country-of-(?:birth|origin)|sexual-orientation|lgbtq?|mckinney-vento"
    r"|expelled|expulsions?|economically-disadvantaged|low-ses|chronic(?:ally)?-absent(?:ee|eeism)?"
    r"|aprendi(?:z|ces)-de-ingles|lengua-materna|nacionalidad|ciudadania|pais-de-(?:nacimiento|origen)"
    r"|raza|etnia|etnico|genero|sexo|discapacidad|disciplina|suspensiones|religion|migratorio|almuerzo"
    r"|educacion-especial|diagnostico)(?:-|$)"
)
_STUDENT = r"(?:students?|student-s|pupils?|pupil-s|child|child-s|kids?|learners?|learner-s|scholars?)"
_ALUMNO = r"(?:estudiantes?|alumn[oa]s?|nin[oa]s?)"
# what forms and lists ask of a person: "What is your name?", "Parent's cell phone", "Name of the student"
_OF_A_PERSON = re.compile(
    r"(?:(?:what-is|what-s|enter|type|write|please-enter)-)?(?:(?:the|your)-)?"
    rf"(?:(?:{_STUDENT}|parents?|parent-s|guardian|guardian-s|mother|mother-s|father|father-s|home|cell|mobile|legal"
    r"|preferred|middle|display|full|first|last|given|family|emergency|contact|street)-)*"
    r"(?:names?|surname|nickname|initials|e-?mail(?:-address)?|(?:tele)?phone(?:-n(?:umber|o))?|dob|date-of-birth"
    r"|birth-?da(?:y|te)|address|user-?name)"
    rf"(?:-of-(?:the-|each-)?(?:{_STUDENT}|parent|guardian))?"
    rf"|(?:{_STUDENT}-)(?:id|ids|n(?:umber|o|um)|identifier)|(?:local|state|sis|school|district|perm)-(?:{_STUDENT}-)?id"
    r"|(?:(?:cual-es|escribe|escriba|pon)-)?(?:(?:tu|su|el|los)-)?(?:nombres?|apellidos?|correo|telefono|matricula)"
    r"(?:-(?:paterno|materno|completos?))?(?:-y-(?:nombres?|apellidos?))?"
    rf"(?:-(?:de|del|de-la|de-los|de-las|de-el)-(?:{_ALUMNO}|madre|padre|tutor))?"
)


# a column of S01, S02 ... under one of these names nobody
STUDENT = frozenset(
    ["student", "pupil", "child", "estudiante", "alumno", "alumna", "code", "codigo", "key", "clave"]
)
_CODE = re.compile(
    r"(?:s|st|stu|student|p|pupil|e|est|estudiante|a|al|alumn[oa])?[ ._#-]?\d{1,3}", re.IGNORECASE
)


def is_personal(heading: str) -> bool:
    """Whether a column names or identifies people, or holds what must not be kept of a student."""
    return names_people(heading) or is_sensitive(heading)


def names_people(heading: str) -> bool:
    """P01: whether a column names people or tells how to reach them; also with a number in front, an
    addition in brackets, in one word, or in two ways with a bar (Name/Nombre)."""
    bare = without_additions(without_numbering(heading))
    if any(_is_of_a_person(slug(form)) for form in (heading, bare)):
        return True
    spellings = [slug(spelling) for spelling in bare.split("/")]
    return len(spellings) > 1 and all(map(_is_of_a_person, spellings))


def _is_of_a_person(name: str) -> bool:
    return name in PERSONAL or name in _IN_ONE_WORD or bool(_OF_A_PERSON.fullmatch(name))


def is_sensitive(heading: str) -> bool:
    """P05: whether a column holds what must not be published of a single student."""
    name = slug(heading)
    return name in SENSITIVE or bool(_SENSITIVE_PART.search(name))


def is_code(cell: str) -> bool:
    """Whether a cell is a stand-in for a name: S01, Student 3, 12."""
    return bool(_CODE.fullmatch(cell))


def holds_codes(heading: str, cells: Iterable[str]) -> bool:
    """Whether a column tells students apart by stand-ins for their names, a row each."""
    filled = [cell for cell in cells if cell]
    return slug(heading) in STUDENT and len(set(filled)) >= 3 and all(map(is_code, filled))
