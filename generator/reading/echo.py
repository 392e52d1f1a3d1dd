"""What was read, said back in words, so that a teacher sees what the program understood."""

from generator.model import Inquiry, Program, Teacher
from generator.words.speech import ENGLISH, Words


def describe_program(program: Program, words: Words = ENGLISH) -> list[str]:
    """The program in one line."""
    parts = [
        words.count("{n} tool", "{n} tools", len(program.tools)),
        words.count("{n} micro-credential", "{n} micro-credentials", len(program.micro_credentials)),
        words.count("{n} change idea", "{n} change ideas", len(program.change_ideas)),
        words.count("{n} page", "{n} pages", len(program.pages)),
    ]
    return [words.say("{title}: {parts}", title=program.title, parts=words.listing(parts))]


def describe_teacher(teacher: Teacher, words: Words = ENGLISH) -> list[str]:
    """A line an inquiry: visits, prompts, students, dates, reflections, and whether it is shown."""
    return [f"{teacher.name}, {one.title}: {_inquiry(one, words)}" for one in teacher.inquiries] + [
        words.say("{teacher}, {inquiry}: has an error and is left out", teacher=teacher.name, inquiry=name)
        for name in teacher.withheld
    ]


def _inquiry(inquiry: Inquiry, words: Words) -> str:
    rows = inquiry.observations
    parts = []
    if rows:
        classes = dict.fromkeys(row.class_name for row in rows)
        visits = {(row.date, row.class_id) for row in rows}
        prompts = {row.prompt for row in rows}
        parts.append(words.count("read {n} visit", "read {n} visits", len(visits)))
        parts.append(words.count("{n} prompt", "{n} prompts", len(prompts)))
        sizes = [row.n for row in rows if row.n]
        if sizes:
            least, most = words.number(min(sizes)), words.number(max(sizes))
            said = most if least == most else words.say("{least} to {most}", least=least, most=most)
            parts.append(words.say("{students} students", students=said))
        days = sorted(row.date for row in rows if row.date)
        if days:
            parts.append(words.span(days[0], days[-1]))
        parts.append(words.listing(list(classes)))
    else:
        parts.append(words.say("no data yet"))
    parts.append(words.count("{n} reflection", "{n} reflections", len(inquiry.reflections)))
    if inquiry.reviews:
        parts.append(words.count("{n} review", "{n} reviews", len(inquiry.reviews)))
    if not inquiry.publish:
        parts.append(words.say("a draft (publish: false), not in the site"))
    return ", ".join(parts)
