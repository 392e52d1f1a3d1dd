"""A page of the site as `serve` shows it: with the script that reloads it, and what is wrong over it.

The built files are never touched: their policy forbids what serving needs.
"""

import re
from collections.abc import Sequence
from html import escape, unescape

from generator.problems import Problem, Severity
from generator.words.problem_format import ProblemFormat, sort_problems
from generator.words.translator import Translator

STYLE = "/.portfolio/overlay.css"
MOST_SHOWN = 40
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)')
_ROOT = re.compile(rb'href="(/[^"/][^"]*/)assets/site-')


def served_page(page: bytes, host: str, version: int, overlay: str) -> bytes:
    """The page with livereload's script and the overlay, its policy opened for these and no further.  A
    page whose own policy allows no script of the site (the tally page) is shown as it is."""
    text = page.decode("utf-8", "replace")
    policy = _POLICY.search(text)
    if policy:
        allowed_policy = _opened(unescape(policy[2]), host)
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
    found = _ROOT.search(page)
    return page.replace(b'href="' + found[1], b'href="/') if found else page


def script(version: int) -> str:
    """livereload's own script; it tells the server which version of the site the page is of."""
    return f"/livereload.js?snipver={version}&amp;mindelay=200&amp;maxdelay=2000"


def overlay_of(problems: Sequence[Problem], translator: Translator) -> str:
    """The errors over the page, each with its place and remedy; warnings folded away.  Empty where
    nothing is wrong.  It needs no script: it is folded by its own summary."""
    errors = [one for one in sort_problems(problems) if one.is_error]
    others = [one for one in sort_problems(problems) if one.severity is Severity.WARNING]
    parts = []
    if errors:
        title = translator.ngettext("{n} error", "{n} errors", len(errors))
        said = translator.gettext("The last good page stays until it is mended.")
        parts.append(_box("errors", f"{title}. {said}", errors, translator, opened=True))
    if others:
        title = translator.ngettext("{n} warning", "{n} warnings", len(others))
        parts.append(_box("hints", title, others, translator, opened=False))
    return "".join(parts)


def whole_page(host: str, version: int, problems: Sequence[Problem], translator: Translator) -> bytes:
    """Where there is no page to show anything over: program.yml cannot be read, or the first build is
    not done."""
    title = (
        translator.gettext("There is no site to show yet")
        if problems
        else translator.gettext("Building the site …")
    )
    page = (
        f'<!doctype html>\n<html lang="{translator.language}"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(title)}</title></head>'
        f'<body class="portfolio-alone"><h1>{escape(title)}</h1></body></html>'
    )
    return served_page(page.encode(), host, version, overlay_of(problems, translator))


def _opened(policy: str, host: str) -> str:
    """The policy with the site's own scripts and styles allowed, and the talk with this server; empty
    where it allows scripts, but none of the site's."""
    rules = {name: sources for name, *sources in (one.split() for one in policy.split(";") if one.strip())}
    if "'self'" not in rules.get("script-src", ["'self'"]):
        return ""
    for name, needed in {
        "script-src": "'self'",
        "style-src": "'self'",
        "connect-src": f"ws://{host}",
    }.items():
        sources = rules.get(name, rules.get("default-src", []))
        rules[name] = [one for one in sources if one not in ("'none'", needed)] + [needed]
    return "; ".join(" ".join([name, *sources]) for name, sources in rules.items())


def _box(kind: str, title: str, problems: Sequence[Problem], translator: Translator, *, opened: bool) -> str:
    items = "".join(_item(one, translator) for one in problems[:MOST_SHOWN])
    more = len(problems) - MOST_SHOWN
    if more > 0:
        items += f"<li>{escape(translator.ngettext('{n} more', '{n} more', more))}</li>"
    return (
        f'<details class="portfolio-{kind}"{" open" if opened else ""} data-nosnippet>'
        f"<summary>{escape(title)}</summary><ol>{items}</ol></details>"
    )


def _item(problem: Problem, translator: Translator) -> str:
    told = ProblemFormat(translator)
    place, hint = escape(told.place(problem.place)), told.hint(problem)
    return (
        f"<li><code>{place}</code> {escape(told.message(problem))}"
        + (f"<br><em>{escape(hint)}</em>" if hint else "")
        + "</li>"
    )
