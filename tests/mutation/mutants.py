"""A module -> its mutants: the module's source with one small change each.

The changes are mutmut's operators and three of our own (a condition turned round, a call or a `yield` left
out). Left alone, because no test could tell or another check does:

- texts for people: a string with a space in it, and whatever `Phrase`, `gettext` and `ngettext` are handed.
  The golden cases and the catalogues hold them; a test of each word would only say it twice
- annotations and docstrings; decorators and the bases of a class (`frozen=True`, the size of a cache): they
  decide time and memory, or mypy reads them
- an argument or a value that becomes None, a positional argument left out: strict mypy refuses them
- `strict=False` of `zip` left out: it is the default, which our linter wants said
- imports, and what stands below `if TYPE_CHECKING`
"""

import ast
import difflib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, cast

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider
from mutmut.mutation import mutators

from tests.mutation.rooms import ROOT

LEFT_OUT = (mutators.operator_assignment, mutators.operator_dict_arguments)
OPERATORS = [entry for entry in mutators.mutation_operators if entry[1] not in LEFT_OUT]
STATEMENTS = (cst.SimpleStatementLine, cst.BaseCompoundStatement, cst.ExceptHandler, cst.Else, cst.Finally)
TEXT_FUNCTIONS = {"Phrase", "gettext", "ngettext"}
TOKENS = re.compile(r"\w+|\s+|[^\w\s]+")


class Mutant(NamedTuple):
    """One change to a module. `function` is the outermost function or method it is in, empty outside of them
    or in a default value; `lines` the first and last line of its statement, from 1.
    """

    path: str  # from the root of the repository
    function: str
    change: str  # `if n {< => <=} 10:`, and ` #2` where the same line stands again in the function
    lines: tuple[int, int]
    source: str

    @property
    def place(self) -> str:
        """The file, and the function in it."""
        return f"{self.path}:{self.function}" if self.function else self.path


def mutants_of(path: Path) -> list[Mutant]:
    """All mutants of a file, in the order of its lines."""
    return mutants_in(path.read_text("utf-8"), path.relative_to(ROOT).as_posix())


def mutants_in(source: str, path: str) -> list[Mutant]:
    """All mutants of a module's source that can be compiled, in the order of its lines."""
    wrapper = MetadataWrapper(cst.parse_module(source))
    module, positions = wrapper.module, wrapper.resolve(PositionProvider)
    mutants, again = [], Counter[tuple[str, str]]()
    for statement in module.body:
        original, around = module.code_for_node(statement), _around(module, statement)
        for node, replacement, scope in _changes(statement, _Scope(), positions):
            mutated = module.code_for_node(cast(cst.CSTNode, statement.deep_replace(node, replacement)))
            if mutated == original or not _compiles(mutated):
                continue
            text = change_text(original, mutated)
            again[scope.function, text] += 1
            number = again[scope.function, text]
            label = text if number == 1 else f"{text} #{number}"
            mutants.append(Mutant(path, scope.function, label, scope.lines, mutated.join(around)))
    return mutants


def _around(module: cst.Module, statement: cst.CSTNode) -> tuple[str, str]:
    """The source before a statement of the module, and after it."""
    place = next(place for place, other in enumerate(module.body) if other is statement)
    return (
        module.with_changes(body=module.body[:place], footer=[]).code,
        module.with_changes(header=[], body=module.body[place + 1 :]).code,
    )


def change_text(source: str, mutated: str) -> str:
    """What a change does, on one line: the lines that differ, with `{old => new}` where they do."""
    before, after = source.splitlines(), mutated.splitlines()
    blocks = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    changed = [block for block in blocks if block[0] != "equal"]
    first, last = changed[0], changed[-1]
    old = " ".join(line.strip() for line in before[first[1] : last[2]])
    new = " ".join(line.strip() for line in after[first[3] : last[4]])
    left, right = TOKENS.findall(old), TOKENS.findall(new)
    start = _common(left, right)
    end = _common(left[start:][::-1], right[start:][::-1])
    middle = f"{{{''.join(left[start : len(left) - end])} => {''.join(right[start : len(right) - end])}}}"
    return "".join(left[:start]) + middle + "".join(left[len(left) - end :])


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    """How many of the first tokens are the same."""
    pairs = zip(left, right, strict=False)
    return next((place for place, pair in enumerate(pairs) if pair[0] != pair[1]), min(len(left), len(right)))


def _compiles(source: str) -> bool:
    try:
        ast.parse(source)
    except (SyntaxError, ValueError):
        return False
    return True


class _Scope(NamedTuple):
    """Where a node stands: the names of the classes and the function around it, its statement's lines."""

    names: tuple[str, ...] = ()
    is_in_function: bool = False
    lines: tuple[int, int] = (1, 1)

    @property
    def function(self) -> str:
        return ".".join(self.names) if self.is_in_function else ""

    def inside(self, name: str, *, is_function: bool) -> "_Scope":
        """The scope of a body; what is defined within a function belongs to that function."""
        if self.is_in_function:
            return self
        return self._replace(names=(*self.names, name), is_in_function=is_function)


class _Change(NamedTuple):
    """A node and what takes its place."""

    node: cst.CSTNode
    mutated: cst.CSTNode
    scope: _Scope


Positions = Mapping[cst.CSTNode, CodeRange]


def _changes(node: cst.CSTNode, scope: _Scope, positions: Positions) -> Iterator[_Change]:
    """All changes to a node and what is below it."""
    if _is_left_alone(node):
        return
    if isinstance(node, STATEMENTS):
        scope = scope._replace(lines=_lines_of(node, positions))
    for mutated in _mutations(node):
        yield _Change(node, mutated, scope)
    for child, inner in _children(node, scope):
        yield from _changes(child, inner, positions)


def _children(node: cst.CSTNode, scope: _Scope) -> Iterator[tuple[cst.CSTNode, _Scope]]:
    """What is below a node, and in which scope."""
    match node:
        case cst.FunctionDef(name=cst.Name(value=name)):
            yield node.params, scope  # defaults: worked out where the function is defined
            yield node.body, scope.inside(name, is_function=True)
        case cst.ClassDef(name=cst.Name(value=name)):
            yield node.body, scope.inside(name, is_function=False)
        case cst.Call() if _called_name(node) in TEXT_FUNCTIONS:
            for argument in node.args:
                if not isinstance(argument.value, cst.BaseString):
                    yield argument, scope
        case _:
            for child in node.children:
                yield child, scope


def _lines_of(node: cst.CSTNode, positions: Positions) -> tuple[int, int]:
    """The lines of a statement; of a compound one those of its head."""
    position = positions[node]
    body = getattr(node, "body", None)
    if isinstance(body, cst.BaseSuite):
        return position.start.line, max(position.start.line, positions[body].start.line - 1)
    return position.start.line, position.end.line


def _mutations(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """What can take a node's place."""
    for node_type, operator in OPERATORS:
        if isinstance(node, node_type):
            for mutated in operator(node):
                if _is_worth_while(node, mutated):
                    yield mutated
            if isinstance(node, cst.SimpleString):
                return
    yield from _our_mutations(node)


def _our_mutations(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    match node:
        case cst.If() | cst.CompIf() if not isinstance(node.test, cst.Comparison | cst.UnaryOperation):
            whole = node.test.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
            yield node.with_changes(test=cst.UnaryOperation(cst.Not(), whole))
        case cst.SimpleStatementLine(body=[cst.Expr(value=cst.Call() | cst.Yield())]):
            yield node.with_changes(body=[cst.Pass()])


def _is_worth_while(node: cst.CSTNode, mutated: cst.CSTNode) -> bool:
    """Of strings the first change only; of calls only a keyword argument left out."""
    if isinstance(node, cst.SimpleString) and isinstance(mutated, cst.SimpleString):
        return " " not in node.value and "XX" in mutated.value
    if isinstance(node, cst.Call) and isinstance(mutated, cst.Call) and len(mutated.args) < len(node.args):
        kept = {id(argument) for argument in mutated.args}
        left_out = [argument for argument in node.args if id(argument) not in kept]
        return all(argument.keyword and not _is_default_of_zip(argument) for argument in left_out)
    if isinstance(node, cst.Call) and isinstance(mutated, cst.Call):
        return node.func is not mutated.func  # not: an argument that becomes None
    return True


def _is_default_of_zip(argument: cst.Arg) -> bool:
    match argument:
        case cst.Arg(keyword=cst.Name(value="strict"), value=cst.Name(value="False")):
            return True
    return False


def _is_left_alone(node: cst.CSTNode) -> bool:
    match node:
        case cst.Annotation() | cst.Decorator() | cst.Import() | cst.ImportFrom():
            return True
        case cst.Expr(value=cst.BaseString()):
            return True
        case cst.If(test=cst.Name(value="TYPE_CHECKING")):
            return True
    return False


def _called_name(node: cst.Call) -> str:
    match node.func:
        case cst.Name(value=name) | cst.Attribute(attr=cst.Name(value=name)):
            return name
    return ""
