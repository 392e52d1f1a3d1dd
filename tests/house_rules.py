"""The rules of the house that ruff, mypy and import-linter cannot hold: `python -m tests.house_rules`.

- a class, a module and a public function each have a name of their own
- no file is longer than 400 lines
- no figure is a builtin `sum` of measurements: Python 3.12 adds floats up differently, `math.fsum` does not
- each module has its tests at the same place below tests/
- the `__init__.py` of a room lists each of its files
- a code of a problem means one thing: it is given in one module
- names that readers had to guess at do not come back: of files, classes and functions, and of what a
  function or a class calls its values
"""

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
LONGEST_FILE = 400  # lines
# a command's file is named after the command, also where a room has a file of that name
MAY_SHARE_A_FILE_NAME = ("commands/",)
# figures that are published are worked out in these rooms
FIGURES = (
    "analyse.py",
    "runchart/",
    "evidence/",
    "intake/",
    "openbadges/",
    "reading/tables/",
    "site/inquiry/",
)
WHOLE_NUMBERS = "# whole numbers"  # on the line of a sum that adds no floats
SEVERITIES = ("error", "warning", "notice")  # what makes a problem
# modules without behaviour of their own
NEEDS_NO_TESTS = {"__main__.py"}
RIDDLES = {
    "gaze", "rollcall", "echo", "told", "beside", "leaning", "press", "keep", "speech", "folding", "ordinary",
    "guard", "making", "piece", "pieces", "opening", "survey", "look", "asking", "live", "learned", "since",
    "followed", "finder", "shown", "tidy", "linked", "grounds", "step", "emblem", "places", "awarding",
    "standing", "understand", "said", "Press", "Beside", "Guard", "Opened", "Made", "Survey", "Base",
    "Gathered", "Remember", "Notes", "Way", "Known", "Held", "Understood", "Pencil", "Pen", "Again", "Wish",
    "Inscription", "Stage", "Talk", "Shown", "Judged", "Told", "Asked", "settled", "recognisable", "forget",
    "sideways", "fill", "swept", "spare", "leans_on", "taken_apart", "worked_out_again",
}  # fmt: skip
# codes that a second module gives too, for the same thing where other values are known
CODES_OF_TWO_MODULES = {
    "no-class", "no-such-visit", "no-tool", "no-values", "no-visits", "other-places", "photo-not-declared",
    "unknown-class", "unknown-prompt",
}  # fmt: skip
# parameters, variables and fields that do not say what they hold
RIDDLES_FOR_VALUES = {
    "one", "found", "said", "own", "known", "told", "made", "seen", "like", "asked", "meant", "judged",
    "standing", "opened", "way",
}  # fmt: skip
# `words` are words: a sequence of them, not a text or a table
NOT_WORDS = re.compile(r"str\b|Mapping|dict|Translator")


def modules() -> dict[str, ast.Module]:
    """Every module of generator/: path below it -> its syntax tree."""
    package = ROOT / "generator"
    return {
        path.relative_to(package).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in sorted(package.rglob("*.py"))
    }


def names_with_two_meanings(trees: Mapping[str, ast.Module]) -> Iterator[str]:
    """Class, module and public function names that stand in more than one place."""
    places: dict[str, list[str]] = defaultdict(list)
    for path, tree in trees.items():
        name = path.rpartition("/")[2]
        if name not in ("__init__.py", "__main__.py") and not path.startswith(MAY_SHARE_A_FILE_NAME):
            places[name].append(path)
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                places[f"class {node.name}"].append(path)
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
                places[f"function {node.name}"].append(path)
    for name, where in places.items():
        if len(where) > 1 and not (name.startswith("function ") and _share_a_command(where)):
            yield f"{name} stands in {', '.join(where)}"


def _share_a_command(where: Iterable[str]) -> bool:
    """A command's function is named after the command too."""
    return sum(1 for path in where if not path.startswith(MAY_SHARE_A_FILE_NAME)) <= 1


def long_files() -> Iterator[str]:
    """Python files of more than 400 lines, in generator/ and tests/."""
    for folder in ("generator", "tests"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            lines = len(path.read_text("utf-8").splitlines())
            if lines > LONGEST_FILE:
                yield f"{path.relative_to(ROOT).as_posix()} has {lines} lines, more than {LONGEST_FILE}"


def float_sums(trees: Mapping[str, ast.Module]) -> Iterator[str]:
    """Calls of the builtin `sum` whose items are not plainly whole numbers, where figures are made."""
    for path, tree in trees.items():
        if not path.startswith(FIGURES):
            continue
        lines = (ROOT / "generator" / path).read_text("utf-8").splitlines()
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "sum"
                and not _counts(node.args[0])
                and WHOLE_NUMBERS not in lines[node.lineno - 1]
            ):
                yield f"{path}:{node.lineno}: sum(...) of what may be floats; use math.fsum"


def _counts(items: ast.expr) -> bool:
    """Whether every item is plainly a whole number: a constant, a comparison or a length."""
    if not isinstance(items, ast.GeneratorExp | ast.ListComp):
        return False
    element = items.elt
    if isinstance(element, ast.Call) and isinstance(element.func, ast.Name):
        return element.func.id in ("len", "int", "bool")
    return isinstance(element, ast.Compare | ast.BoolOp) or (
        isinstance(element, ast.Constant) and isinstance(element.value, int)
    )


def codes_with_two_meanings(trees: Mapping[str, ast.Module]) -> Iterator[str]:
    """Codes of problems that stand in more than one module; those of the privacy gate are rules (P01)."""
    places: dict[str, set[str]] = defaultdict(set)
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SEVERITIES:
                first = node.args[0] if node.args else None
                value = first.value if isinstance(first, ast.Constant) else None
                if isinstance(value, str) and not re.fullmatch(r"P\d\d", value):
                    places[value].add(path)
    for code, modules_of_code in places.items():
        if len(modules_of_code) > 1 and code not in CODES_OF_TWO_MODULES:
            yield f"the code {code} is given in {', '.join(sorted(modules_of_code))}"


def untested_modules(trees: Mapping[str, ast.Module]) -> Iterator[str]:
    """Modules without a test file at the same place below tests/."""
    for path, tree in trees.items():
        folder, _, name = path.rpartition("/")
        if name == "__init__.py" or path in NEEDS_NO_TESTS or not tree.body:
            continue
        if not (ROOT / "tests" / folder / f"test_{name}").is_file():
            yield f"{path} has no tests/{folder + '/' if folder else ''}test_{name}"


def unlisted_modules(trees: Mapping[str, ast.Module]) -> Iterator[str]:
    """Modules of a room that the docstring of its `__init__.py` does not list."""
    for path in trees:
        folder, _, name = path.rpartition("/")
        if not folder or name == "__init__.py":
            continue
        room = trees.get(f"{folder}/__init__.py")
        listed = set(re.findall(r"\w+\.py", (room and ast.get_docstring(room)) or ""))
        if name not in listed:
            yield f"{path} is not in the list of {folder}/__init__.py"


def riddles(trees: Mapping[str, ast.Module]) -> Iterator[str]:
    """Files, classes and public functions whose names readers had to guess at."""
    for path, tree in trees.items():
        names = {path.rpartition("/")[2].removesuffix(".py"), *path.split("/")[:-1]}
        names |= {
            node.name
            for node in tree.body
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        }
        for name in sorted(names & RIDDLES):
            yield f"{path}: {name} is a name that readers had to guess at"


def riddles_for_values(trees: Mapping[str, ast.Module]) -> Iterator[str]:
    """Parameters, local variables and fields whose names do not say what they hold."""
    for path, tree in trees.items():
        for node in ast.walk(tree):
            name = _bound_name(node)
            if name in RIDDLES_FOR_VALUES or (name == "words" and NOT_WORDS.match(_annotation(node))):
                line = getattr(node, "lineno", 0)
                yield f"{path}:{line}: {name} does not say what it holds"


def _bound_name(node: ast.AST) -> str:
    """The name that a node gives to a value; empty where it gives none."""
    match node:
        case (
            ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store())
        ):
            return name
        case ast.AnnAssign(target=ast.Name(id="words")):
            return "words"
        case ast.FunctionDef(name=name, decorator_list=decorators) if any(
            isinstance(decorator, ast.Name) and decorator.id == "property" for decorator in decorators
        ):
            return name
        case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)):
            return name
    return ""


def _annotation(node: ast.AST) -> str:
    """The type that is written beside a name; empty where there is none."""
    annotation = node.annotation if isinstance(node, ast.arg | ast.AnnAssign) else None
    return ast.unparse(annotation) if annotation else ""


def broken_rules() -> list[str]:
    """One line for each place that breaks a rule."""
    trees = modules()
    return [
        *names_with_two_meanings(trees),
        *long_files(),
        *float_sums(trees),
        *untested_modules(trees),
        *unlisted_modules(trees),
        *codes_with_two_meanings(trees),
        *riddles(trees),
        *riddles_for_values(trees),
    ]


if __name__ == "__main__":
    lines = broken_rules()
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.exit(bool(lines))
