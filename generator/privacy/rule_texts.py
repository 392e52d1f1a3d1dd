"""What the gate looks for, rule by rule, in words that a reader of the site understands."""

from generator.problems import Phrase

RULES: dict[str, Phrase] = {
    "P01": Phrase("Columns of names, addresses, or telephone numbers in a table."),
    "P02": Phrase("Tables with a row for each student."),
    "P03": Phrase("E-mail addresses, telephone numbers, dates of birth, and personal numbers."),
    "P04": Phrase("Names of students, where there is a roster to compare with."),
    "P05": Phrase("Columns on special education, language, lunch, origin, or discipline of single students."),
    "P06": Phrase("Counts of too few students."),
    "P07": Phrase("Counts of too few students that could be worked out from other counts by subtraction."),
    "P08": Phrase("Attainment that all or none of the students reached."),
    "P09": Phrase("Photos that do not say who can be recognized in them."),
    "P10": Phrase("What a camera stores in a photo: place, time, owner."),
    "P11": Phrase("Documents, recordings, and drawings that can hold what no one sees at a glance."),
    "P12": Phrase("What earlier versions of the files still hold, where someone asks for it."),
    "P13": Phrase("A single student's words, a student singled out as the only one, and very small classes."),
    "P14": Phrase("Whether someone has confirmed reading this version of the inquiry."),
    "P15": Phrase(
        "Addresses, numbers, and names again in the finished pages, and counts that can be worked out "
        "from them."
    ),
}
