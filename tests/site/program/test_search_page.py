"""The page of the text search."""

import json

from generator.model import Program
from generator.site.program.search_page import search_page
from tests.site.views import program_context


def test_the_page_carries_what_its_script_says_in_the_programs_language() -> None:
    view = search_page(program_context(program=Program("Colina", language="es")))
    texts = json.loads(str(view.script_texts))
    assert texts.keys() == {"found", "none", "offline"}
    assert "{n}" in texts["found"]
    assert view.title == "Buscar"
    assert view.root == "../"
