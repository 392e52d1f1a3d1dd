"""What the shapes of all content files have in common."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from generator.reading.yaml.field_types import TYPED


class Shape(BaseModel):
    """A mapping of a content file: no key that is not named here."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)
    file: ClassVar[str] = ""  # which files have this shape, for the editor

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, value: object) -> object:
        """Without the keys that have no value, but for the ones that need one."""
        if not isinstance(value, dict):
            return value
        needed = {field.alias or name for name, field in cls.model_fields.items() if field.is_required()}
        optional = {field.alias or name for name, field in cls.model_fields.items()} - needed
        return {key: entry for key, entry in value.items() if entry is not None or key not in optional}


class ShortShape(Shape):
    """A mapping for which the text of its first key alone may be typed."""

    @model_validator(mode="before")
    @classmethod
    def _text_alone(cls, value: object) -> object:
        return {next(iter(cls.model_fields)): value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [TYPED, handler(core_schema)]}
