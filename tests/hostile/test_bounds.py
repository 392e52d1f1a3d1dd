"""Work is bounded by size: each of these files ends within ten seconds and 500 MB, with a sentence."""

import subprocess
import sys
import time

import pytest

SECONDS, MEGABYTES = 10, 500
SCRIPT = """
import sys
from datetime import date, timedelta
from generator.model import Prompt, Prose, Tool
from generator.reading.tables.observation_table import read_observation_table
from generator.reading.yaml.content_schema import ReflectionFile
from generator.reading.yaml.front_matter import read_page
from generator.site.rendering.content_links import LinkTargets
from generator.site.rendering.markdown_converter import MarkdownConverter
from generator.words.translator import ENGLISH

TOOL = Tool("t", "T", (Prompt("explains", "Explains own thinking"),))
ROW = "2025-09-08,{},24,8\\n"


def table(text, file="a.csv"):
    return read_observation_table(text.encode(), file, TOOL)[1]


def page(settings, body):
    _, file, problems = read_page(f"---\\n{settings}\\n---\\n{body}".encode(), "a.md", ReflectionFile)
    if problems:
        return problems
    return MarkdownConverter(ENGLISH).convert(file.body, "", LinkTargets(frozenset()))[1]


MARKS = "a\\"'" * 100_000
CASES = {
    "columns": lambda: table("date" + ",c" * 20_000 + "\\n2025-09-08" + ",1" * 20_000 + "\\n"),
    "classes": lambda: table("date,class,n,explains\\n" + "".join(map(ROW.format, range(2_000)))),
    "groups": lambda: table("date,group,n,explains\\n" + "".join(map(ROW.format, range(10_000)))),
    "dates": lambda: table(
        "date,n,explains\\n" + "".join(f"{date(1980, 1, 1) + timedelta(n)},24,8\\n" for n in range(15_000))
    ),
    "sessions": lambda: table("stamp,session,class,n,prompt\\n" + "".join(
        f"2025-09-08T09:00:00,s{n},P 2,24,\\n" for n in range(14_000))),
    "marks in CSV": lambda: table("date,n,explains\\n" + MARKS),
    "marks in YAML": lambda: table("- note: " + MARKS[:200_000], "a.yml"),
    "marks in settings": lambda: page(MARKS, "Text."),
    "marks in a text": lambda: page("title: A", MARKS),
    "headings": lambda: page("title: A", "# h\\n" * 100_000),
    "table in a text": lambda: page("title: A", "|a" * 20_000 + "|\\n" + "|-" * 20_000 + "|\\n"),
    "paragraphs": lambda: page("title: A", "a\\n\\n" * 100_000),
}
problems = CASES[sys.argv[1]]()
assert problems and all(problem.message for problem in problems), problems
# a process inherits the peak that ru_maxrss tells from whoever started it; VmHWM begins with itself
status = open("/proc/self/status").read()
print(int(status.partition("VmHWM:")[2].split()[0]) // 1024)
"""
CASES = [
    *(
        "columns",
        "classes",
        "groups",
        "dates",
        "sessions",
        "marks in CSV",
        "marks in YAML",
        "marks in settings",
    ),
    *("marks in a text", "headings", "table in a text", "paragraphs"),
]


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is of Linux")
@pytest.mark.parametrize("name", CASES)
def test_a_file_out_of_all_measure_ends_soon_with_a_sentence(name: str) -> None:
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, name], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert time.monotonic() - begun < SECONDS
    assert int(done.stdout) < MEGABYTES
