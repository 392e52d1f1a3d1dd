"""The page on which anybody can check an award, in the browser."""

import json
import re

from generator import addresses
from generator.model import Issuer, Program, Verdict
from generator.site.awards.verify_page import verify_part
from generator.site.rendering.template_renderer import Link
from tests.openbadges.awards import BASE, KEY
from tests.site.views import render_context

HOME = (Link("Maple Grove", ""),)


def test_where_nobody_issues_there_is_no_such_page() -> None:
    assert verify_part(render_context(Program("Maple Grove", url=BASE)), HOME).files == {}


def test_the_page_carries_whom_it_accepts_and_what_its_script_says() -> None:
    program = Program("Maple Grove", url=BASE, issuer=Issuer("Maple Grove District", keys=(KEY.public,)))
    part = verify_part(render_context(program), HOME)
    html = part.files[addresses.file_path(addresses.VERIFY)].decode()
    (data,) = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', html, re.DOTALL)
    values = json.loads(data)
    assert values["url"] == BASE
    assert "did:web:maple-grove.example.org:portfolios" in values["issuers"]
    assert {str(verdict) for verdict in Verdict} <= values["words"].keys()
    assert values["words"]["revoked"].count("{page}") == 1


def test_the_contexts_that_the_check_needs_lie_beside_the_page() -> None:
    program = Program("Maple Grove", url=BASE, issuer=Issuer("Maple Grove District", keys=(KEY.public,)))
    files = verify_part(render_context(program), HOME).files
    contexts = json.loads(files[f"{addresses.VERIFY}contexts.json"])
    assert "https://www.w3.org/ns/credentials/v2" in contexts
