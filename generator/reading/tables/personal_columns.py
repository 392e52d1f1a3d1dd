"""Columns that must never be published of a student: told by their headings, as whole words (P01, P05)."""

import re
from collections.abc import Iterable

from generator.slugs import slug

# as slugs; English and Spanish, and what forms write in German, French and Portuguese
_PERSONAL = """
name first-name last-name full-name surname family-name given-name student-name name-of-student
student student-s-name pupil pupil-name child child-name initials nickname your-name names nombre
nombres apellido apellidos nombre-completo nombre-del-estudiante nombre-del-alumno estudiante alumno
alumna nombre-y-apellido nombre-y-apellidos tu-nombre su-nombre iniciales email e-mail email-address
e-mail-address mail username user-name user correo correo-electronico
direccion-de-correo-electronico direccion-de-correo nombre-de-usuario usuario phone phone-number
telephone mobile cell telefono numero-de-telefono celular dob date-of-birth birthday birth-date
birthdate fecha-de-nacimiento nacimiento address home-address street direccion domicilio id
student-id id-number student-number pupil-id matricula numero-de-estudiante numero-de-alumno dni
nom nom-d-utilisateur prenom adresse-e-mail adresse-de-messagerie courriel nome nome-completo
endereco-de-email e-mail-adresse benutzername vorname nachname
curp ssn seat seat-number asiento parent parent-name guardian madre padre tutor
"""
_SENSITIVE = """
iep has-iep 504 section-504 ell el-status english-learner esl lep sped special-education disability
free-lunch free-reduced-lunch frl lunch-status race ethnicity race-ethnicity gender sex discipline
suspensions religion immigration-status raza etnia genero sexo discapacidad disciplina
"""
PERSONAL = frozenset(_PERSONAL.split())
SENSITIVE = frozenset(_SENSITIVE.split())
# the same as a part of a heading: "Free/Reduced", "ELL status", "IEP or 504".  A room has the number 504, and
# "after lunch" is a time
_SENSITIVE_PART = re.compile(
    r"(?:^|-)(?:iep|(?<!room-)(?<!rm-)(?<!sala-)(?<!aula-)(?<!salon-)(?<!class-)(?<!course-)504|ells?|esl|esol|elp|lep"
    r"|sped|special-ed(?:ucation)?|english-learners?|english-language-learners?|(?:el|eld|mll|eb)-status"
    r"|(?<!before-)(?<!after-)(?<!at-)(?<!during-)lunch|free-(?:and-|or-)?reduced|frp?l|frpm|low-income|meal-status"
    r"|race|ethnicity|ethnic|gender|sex|disabilit(?:y|ies)|disabled|disciplin(?:e|ary)|suspensions?|suspended"
    r"|detentions?|referrals?|religion|immigration|immigrant|migrant|homeless|foster-care|medical|diagnosis"
    r"|raza|etnia|etnico|genero|sexo|discapacidad|disciplina|suspensiones|religion|migratorio|almuerzo"
    r"|educacion-especial|diagnostico)(?:-|$)"
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
    """P01: whether a column names people or tells how to reach them."""
    return slug(heading) in PERSONAL


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
