"""What was read, said back in words, so that a teacher sees what the program understood."""

from generator.model import Inquiry, Program, Teacher
from generator.words.translator import ENGLISH, Translator


def describe_program(program: Program, translator: Translator = ENGLISH) -> list[str]:
    """The program in one line."""
    parts = [
        translator.ngettext("{n} tool", "{n} tools", len(program.tools)),
        translator.ngettext("{n} micro-credential", "{n} micro-credentials", len(program.micro_credentials)),
        translator.ngettext("{n} change idea", "{n} change ideas", len(program.change_ideas)),
        translator.ngettext("{n} page", "{n} pages", len(program.pages)),
    ]
    return [translator.gettext("{title}: {parts}", title=program.title, parts=translator.format_list(parts))]


def describe_teacher(teacher: Teacher, translator: Translator = ENGLISH) -> list[str]:
    """A line an inquiry: visits, prompts, students, dates, reflections, and whether it is shown."""
    return [f"{teacher.name}, {one.title}: {_inquiry(one, translator)}" for one in teacher.inquiries] + [
        translator.gettext(
            "{teacher}, {inquiry}: has an error and is left out", teacher=teacher.name, inquiry=name
        )
        for name in teacher.withheld
    ]


def _inquiry(inquiry: Inquiry, translator: Translator) -> str:
    rows = inquiry.observations
    parts = []
    if rows:
        classes = dict.fromkeys(row.class_name for row in rows)
        visits = {(row.date, row.class_id) for row in rows}
        prompts = {row.prompt for row in rows}
        parts.append(translator.ngettext("read {n} visit", "read {n} visits", len(visits)))
        parts.append(translator.ngettext("{n} prompt", "{n} prompts", len(prompts)))
        sizes = [row.n for row in rows if row.n]
        if sizes:
            least, most = translator.format_number(min(sizes)), translator.format_number(max(sizes))
            said = most if least == most else translator.gettext("{least} to {most}", least=least, most=most)
            parts.append(translator.gettext("{students} students", students=said))
        days = sorted(row.date for row in rows if row.date)
        if days:
            parts.append(translator.format_date_range(days[0], days[-1]))
        parts.append(translator.format_list(list(classes)))
    else:
        parts.append(translator.gettext("no data yet"))
    parts.append(translator.ngettext("{n} reflection", "{n} reflections", len(inquiry.reflections)))
    if inquiry.reviews:
        parts.append(translator.ngettext("{n} review", "{n} reviews", len(inquiry.reviews)))
    if not inquiry.publish:
        parts.append(translator.gettext("a draft (publish: false), not in the site"))
    return ", ".join(parts)
