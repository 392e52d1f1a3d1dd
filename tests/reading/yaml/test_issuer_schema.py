"""What may be typed of an issuer and of who wrote a micro-credential."""

import pytest
from pydantic import ValidationError

from generator.reading.yaml.issuer_schema import CreatorFile, IssuerFile, OtherIdentifierFile


def test_a_text_alone_is_enough() -> None:
    issuer = IssuerFile.model_validate({"name": "Maple Grove", "other_identifier": ["0612340"]})
    assert [(each.identifier, each.identifier_type) for each in issuer.other_identifier] == [
        ("0612340", "identifier")
    ]
    assert CreatorFile.model_validate("Digital Promise").name == "Digital Promise"


@pytest.mark.parametrize(
    ("kind", "is_one"), [("sourcedId", True), ("ext:nces", True), ("nces", False), ("ext:", False)]
)
def test_the_kind_of_an_identifier_is_one_that_open_badges_knows(kind: str, is_one: bool) -> None:
    typed = {"identifier": "0612340", "identifier_type": kind}
    if is_one:
        assert OtherIdentifierFile.model_validate(typed).identifier_type == kind
        return
    with pytest.raises(ValidationError):
        OtherIdentifierFile.model_validate(typed)
