"""A page of the site as `serve` shows it: with the script that reloads it, and what is wrong over it.

The built files are never touched: their policy forbids what serving needs.
"""

import re
from collections.abc import Sequence
from html import escape, unescape

from msgspec import Struct

from generator.problems import Problem, Severity
from generator.words.html_language import html_language
from generator.words.problem_format import ProblemFormat, sort_problems
from generator.words.translator import Translator

STYLE = "/.portfolio/overlay.css"
MOST_SHOWN = 40
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)')
_ROOT = re.compile(rb'href="(/[^"/][^"]*/)assets/site-')


def served_page(page: bytes, host: str, version: int, overlay: str) -> bytes:
    """The page with livereload's script and the overlay, its policy widened for these and no further.  A
    page whose own policy allows no script of the site (the tally page) is shown as it is."""
    text = page.decode("utf-8", "replace")
    policy = _POLICY.search(text)
    if policy:
        allowed_policy = _widen_policy(unescape(policy[2]), host)
        if not allowed_policy:
            return page
        text = text[: policy.start(2)] + escape(allowed_policy, quote=False) + text[policy.end(2) :]
    head = f'<link rel="stylesheet" href="{STYLE}">\n<script src="{script(version)}" defer></script>\n</head>'
    text = text.replace("</head>", head, 1)
    start = text.find("<body")
    end = text.find(">", start) + 1
    return (text if start < 0 or not end else text[:end] + overlay + text[end:]).encode()


def at_root(page: bytes) -> bytes:
    """The page for lost readers names the path of the program's address on the web; here the site lies
    at the root."""
    root = _ROOT.search(page)
    return page.replace(b'href="' + root[1], b'href="/') if root else page


def script(version: int) -> str:
    """livereload's own script; it tells the server which version of the site the page is of."""
    return f"/livereload.js?snipver={version}&amp;mindelay=200&amp;maxdelay=2000"


class ProblemOverlay(Struct, frozen=True):
    """What is wrong with the program, as a box over each page."""

    translator: Translator

    def html(self, problems: Sequence[Problem]) -> str:
        """The errors over the page, each with its place and remedy; warnings folded away.  Empty where
        nothing is wrong.  It needs no script: it is folded by its own summary."""
        in_order = sort_problems(problems)
        errors = [problem for problem in in_order if problem.is_error]
        warnings = [problem for problem in in_order if problem.severity is Severity.WARNING]
        boxes = []
        if errors:
            title = self.translator.ngettext("{n} error", "{n} errors", len(errors))
            comfort = self.translator.gettext("The last good page stays until this is fixed.")
            boxes.append(self._box("errors", f"{title}. {comfort}", errors, is_open=True))
        if warnings:
            title = self.translator.ngettext("{n} warning", "{n} warnings", len(warnings))
            boxes.append(self._box("hints", title, warnings, is_open=False))
        return "".join(boxes)

    def empty_page(self, host: str, version: int, problems: Sequence[Problem]) -> bytes:
        """Where there is no page to show anything over: program.yml cannot be read, or the first build is
        not done."""
        title = (
            self.translator.gettext("There is no site to show yet")
            if problems
            else self.translator.gettext("Building the site …")
        )
        page = (
            f'<!doctype html>\n<html {html_language(self.translator.language)}><head><meta charset="utf-8">'
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
            f'<meta name="viewport" content="width=device-width"><title>{escape(title)}</title></head>'
            f'<body class="portfolio-alone"><h1>{escape(title)}</h1></body></html>'
        )
        return served_page(page.encode(), host, version, self.html(problems))

    def _box(self, kind: str, title: str, problems: Sequence[Problem], *, is_open: bool) -> str:
        items = "".join(self._item(problem) for problem in problems[:MOST_SHOWN])
        more = len(problems) - MOST_SHOWN
        if more > 0:
            items += f"<li>{escape(self.translator.ngettext('{n} more', '{n} more', more))}</li>"
        return (
            f'<details class="portfolio-{kind}"{" open" if is_open else ""} data-nosnippet>'
            f"<summary>{escape(title)}</summary><ol>{items}</ol></details>"
        )

    def _item(self, problem: Problem) -> str:
        problem_format = ProblemFormat(self.translator)
        place, hint = escape(problem_format.place(problem.place)), problem_format.hint(problem)
        remedy = f"<br><em>{escape(hint)}</em>" if hint else ""
        return f"<li><code>{place}</code> {escape(problem_format.message(problem))}{remedy}</li>"


def _widen_policy(policy: str, host: str) -> str:
    """The policy with the site's own scripts and styles allowed, and the socket of this server; empty
    where it allows scripts, but none of the site's."""
    stated = [rule.split() for rule in policy.split(";") if rule.strip()]
    rules = {name: sources for name, *sources in stated}
    if "'self'" not in rules.get("script-src", ["'self'"]):
        return ""
    for name, needed in {
        "script-src": "'self'",
        "style-src": "'self'",
        "connect-src": f"ws://{host}",
    }.items():
        sources = rules.get(name, rules.get("default-src", []))
        rules[name] = [source for source in sources if source not in ("'none'", needed)] + [needed]
    return "; ".join(" ".join([name, *sources]) for name, sources in rules.items())
