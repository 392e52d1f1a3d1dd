"""A page of the site as `serve` shows it: with the script that reloads it, and what is wrong over it.

The built files are never touched: their policy forbids what serving needs.
"""

import re
from collections.abc import Sequence
from html import escape, unescape

from generator.problems import Problem, Severity
from generator.report import in_order
from generator.words import told
from generator.words.speech import Words

STYLE = "/.portfolio/overlay.css"
MOST_SHOWN = 40
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)')
_ROOT = re.compile(rb'href="(/[^"/][^"]*/)assets/site-')


def served(page: bytes, host: str, version: int, overlay: str) -> bytes:
    """The page with livereload's script and the overlay, its policy opened for these and no further.  A
    page whose own policy allows no script of the site (the tally page) is shown as it is."""
    text = page.decode("utf-8", "replace")
    policy = _POLICY.search(text)
    if policy:
        opened = _opened(unescape(policy[2]), host)
        if not opened:
            return page
        text = text[: policy.start(2)] + escape(opened, quote=False) + text[policy.end(2) :]
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


def overlay_of(problems: Sequence[Problem], words: Words) -> str:
    """The errors over the page, each with its place and remedy; warnings folded away.  Empty where
    nothing is wrong.  It needs no script: it is folded by its own summary."""
    errors = [one for one in in_order(problems) if one.is_error]
    others = [one for one in in_order(problems) if one.severity is Severity.WARNING]
    parts = []
    if errors:
        title = words.count("{n} error", "{n} errors", len(errors))
        said = words.say("The last good page stays until it is mended.")
        parts.append(_box("errors", f"{title}. {said}", errors, words, opened=True))
    if others:
        title = words.count("{n} warning", "{n} warnings", len(others))
        parts.append(_box("hints", title, others, words, opened=False))
    return "".join(parts)


def whole_page(host: str, version: int, problems: Sequence[Problem], words: Words) -> bytes:
    """Where there is no page to show anything over: program.yml cannot be read, or the first build is
    not done."""
    title = words.say("There is no site to show yet") if problems else words.say("Building the site …")
    page = (
        f'<!doctype html>\n<html lang="{words.language}"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(title)}</title></head>'
        f'<body class="portfolio-alone"><h1>{escape(title)}</h1></body></html>'
    )
    return served(page.encode(), host, version, overlay_of(problems, words))


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


def _box(kind: str, title: str, problems: Sequence[Problem], words: Words, *, opened: bool) -> str:
    items = "".join(_item(one, words) for one in problems[:MOST_SHOWN])
    more = len(problems) - MOST_SHOWN
    if more > 0:
        items += f"<li>{escape(words.count('{n} more', '{n} more', more))}</li>"
    return (
        f'<details class="portfolio-{kind}"{" open" if opened else ""} data-nosnippet>'
        f"<summary>{escape(title)}</summary><ol>{items}</ol></details>"
    )


def _item(problem: Problem, words: Words) -> str:
    place = escape(told.where(words, problem.place))
    hint = told.hint(words, problem)
    return (
        f"<li><code>{place}</code> {escape(told.message(words, problem))}"
        + (f"<br><em>{escape(hint)}</em>" if hint else "")
        + "</li>"
    )
