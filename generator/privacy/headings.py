"""Columns that must never be published of a student: told by their headings, as whole words (P01, P05)."""

from generator.names import slug

# as slugs; English and Spanish
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
curp ssn seat seat-number asiento parent parent-name guardian madre padre tutor
"""
_SENSITIVE = """
iep has-iep 504 section-504 ell el-status english-learner esl lep sped special-education disability
free-lunch free-reduced-lunch frl lunch-status race ethnicity race-ethnicity gender sex discipline
suspensions religion immigration-status raza etnia genero sexo discapacidad disciplina
"""
PERSONAL = frozenset(_PERSONAL.split())
SENSITIVE = frozenset(_SENSITIVE.split())


def is_personal(heading: str) -> bool:
    """Whether a column names or identifies people, or holds what must not be kept of a student."""
    name = slug(heading)
    return name in PERSONAL or name in SENSITIVE
