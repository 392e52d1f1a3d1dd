"""For whom pages are made: what everyone may see, a preview with drafts, an author's own computer."""

from enum import StrEnum

from generator.model import PublishReviews


class Audience(StrEnum):
    """Who is to read the pages that are made."""

    PUBLIC = "public"
    PREVIEW = "preview"  # drafts too; each page says that it is a preview, and is not to be indexed
    AUTHOR = "author"  # drafts and all reviews, on the author's own machine

    @property
    def sees_drafts(self) -> bool:
        """Whether inquiries that are not published are among the pages."""
        return self is not Audience.PUBLIC

    def publish_reviews(self, setting: PublishReviews) -> PublishReviews:
        """From when this audience sees reviews in a program with that setting."""
        return PublishReviews.ALWAYS if self is Audience.AUTHOR else setting
