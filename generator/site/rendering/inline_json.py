"""What a page carries within itself: data as JSON, a script, a style, and the policy that allows
just these."""

import base64
import json
from hashlib import sha256

from markupsafe import Markup

_IN_HTML = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def json_in_html(value: object) -> Markup:
    """JSON that can stand in a script element: no text in it can end the element or begin a comment."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False, separators=(",", ":"))
    for character, escaped in _IN_HTML.items():
        text = text.replace(character, escaped)
    return Markup(text)


def source_hash(text: str) -> str:
    """A script's or style's source expression for a Content-Security-Policy."""
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"
