"""The shapes of what goes into an award as it is typed: the issuer, who wrote a micro-credential, and what
others call them."""

from pydantic import Field

from generator.reading.yaml.field_types import Day, Needed, Text
from generator.reading.yaml.shape import Shape, ShortShape

# Open Badges 3.0, section B.7.11 IdentifierTypeEnum, and its extensions
_IDENTIFIER_TYPE = (
    "^(name|sourcedId|systemId|productId|userName|accountId|emailAddress|nationalIdentityNumber|isbn|issn"
    "|lisSourcedId|oneRosterSourcedId|sisSourcedId|ltiContextId|ltiDeploymentId|ltiToolId|ltiPlatformId"
    "|ltiUserId|identifier|ext:[A-Za-z0-9._-]+)$"
)


class IssuerKeyFile(ShortShape):
    """A public key: as it is, or with the last day on which what it signs counts."""

    key: Needed = Field(description="As  portfolio keys new  printed it", examples=["z6Mk..."])
    until: Day | None = Field(None, description="The last day on which its signatures count")


class OtherIdentifierFile(ShortShape):
    """What somebody else calls it: a number alone, or with its kind (Open Badges 3.0)."""

    identifier: Needed = Field(description="For instance a state's number of the district")
    identifier_type: Text = Field(
        "identifier",
        pattern=_IDENTIFIER_TYPE,
        description="One of Open Badges 3.0, or your own after ext:",
        examples=["sourcedId", "ext:nces"],
    )


class CreatorFile(ShortShape):
    """Who wrote it: a name, or a name with an address on the web."""

    name: Needed = Field(examples=["Digital Promise"])
    url: Text = Field("", description="Its page on the web, with https://")


class IssuerFile(Shape):
    """Who signs awards, and with which public keys."""

    name: Needed = Field(description="Who issues the awards, as wallets show it")
    did: Text = Field("", description="Its DID; without one it is made of the site's address")
    keys: list[IssuerKeyFile] = Field(
        [],
        description="Public keys, as portfolio keys prints them",
        examples=[["z6Mk...", {"key": "z6Mk...", "until": "2026-06-30"}]],
    )
    image: Text = Field("", description="The address of its logo on the web")
    description: Text = Field("", description="Who it is, in one sentence")
    email: Text = Field("", description="Where to ask about an award")
    parent_org: Text = Field("", description="The organisation that it belongs to")
    other_identifier: list[OtherIdentifierFile] = Field(
        [], description="Numbers that others know it by", examples=[["0612340"]]
    )
