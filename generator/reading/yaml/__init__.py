"""YAML files and front matter: strict parsing with positions, shapes, messages about mistakes.

content_schema.py      the shape of every file
editor_schemas.py      the same as JSON Schemas
field_types.py         the kinds of single values
foreign_settings.py    settings of other website generators
front_matter.py        settings at the top of a Markdown file
issuer_schema.py       the shapes of what goes into an award
shape.py               what all shapes have in common
strict_yaml.py         strict YAML with positions
validation.py          a document against its shape
yaml_mistakes.py       the usual mistakes in plain words
"""
