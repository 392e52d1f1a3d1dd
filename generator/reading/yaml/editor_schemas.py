"""The shapes of the content files as JSON Schemas, for editors that check while one types."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from generator.reading.yaml.content_schema import (
    AboutFile,
    ChangeIdeaFile,
    InquiryFile,
    MaskedLookFile,
    MicroCredentialFile,
    PageFile,
    ProgramFile,
    ReflectionFile,
    ReviewFile,
    ToolFile,
)
from generator.reading.yaml.shape import Shape

SHAPES: dict[str, type[Shape]] = {
    "program": ProgramFile,
    "tool": ToolFile,
    "micro-credential": MicroCredentialFile,
    "change-idea": ChangeIdeaFile,
    "page": PageFile,
    "about": AboutFile,
    "inquiry": InquiryFile,
    "reflection": ReflectionFile,
    "review": ReviewFile,
    "masked-look": MaskedLookFile,
}

# what an editor shows above the hover text of a file
_TITLES = {
    "program": "The settings of the program",
    "tool": "A data collection tool",
    "micro-credential": "A micro-credential",
    "change-idea": "A change idea",
    "page": "A page of the program",
    "about": "A teacher",
    "inquiry": "An inquiry",
    "reflection": "A reflection",
    "review": "An assessor's review",
    "masked-look": "A look at masked charts",
}


def json_schemas() -> dict[str, dict[str, Any]]:
    """Name -> JSON Schema (2020-12) of each file, for editors that check while one types."""
    schemas = {}
    for name, shape in SHAPES.items():
        schema = shape.model_json_schema(by_alias=True, mode="validation")
        for part in (schema, *schema.get("$defs", {}).values()):
            part.pop("title", None)
            _let_be_empty(part)
        schemas[name] = {"$schema": GenerateJsonSchema.schema_dialect, "title": _TITLES[name], **schema}
    return schemas


def _let_be_empty(schema: dict[str, Any]) -> None:
    """Optional keys may stand without a value; in place.  Made-up titles only repeat the keys."""
    for key, part in schema.get("properties", {}).items():
        part.pop("title", None)
        if key in schema.get("required", ()):
            continue
        about = {word: part.pop(word) for word in ("description", "default", "examples") if word in part}
        if about.get("default") is None:
            about.pop("default", None)
        options = part.get("anyOf", [dict(part)])
        nothing = {"type": "null"}
        part.clear()
        part.update(about, anyOf=options if nothing in options else [*options, nothing])
