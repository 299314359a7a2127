"""A link in a mail that opens one page without login."""

from django.db import models

from kith.core.ids import Ref, uuid7
from kith.post.terms import LinkPurpose


class SinglePurposeLink(models.Model):
    """One link for one purpose, used once; only the SHA-256 digest of its token is kept.

    `device_digest`, `bound_at`, `blank_at`: a page with a name belongs to the first device that opens
    it, until `blank_at`. `wrong_tries`: wrong codes tried on it, never counted anew.
    `spoken_digest`: of a code read out on the phone, good once until `spoken_until`.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    purpose = models.CharField(
        max_length=30, choices=[(purpose.value, purpose.value) for purpose in LinkPurpose]
    )
    token_digest = models.CharField(max_length=64, unique=True)
    about_kind = models.CharField(max_length=40)
    about_id = models.UUIDField()
    organization_id = models.UUIDField()
    contact_id = models.UUIDField(null=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    device_digest = models.CharField(max_length=64, default="", blank=True)
    bound_at = models.DateTimeField(null=True)
    blank_at = models.DateTimeField(null=True)
    wrong_tries = models.PositiveSmallIntegerField(default=0)
    spoken_digest = models.CharField(max_length=128, default="", blank=True)
    spoken_until = models.DateTimeField(null=True)

    class Meta:
        db_table = "post_single_purpose_link"
        indexes = [models.Index(fields=["about_kind", "about_id"], name="post_link_about")]

    def __str__(self) -> str:
        return f"{self.purpose} {self.id}"

    @property
    def ref(self) -> Ref:
        """This link, as events name it."""
        return Ref("link", self.id)

    @property
    def about(self) -> Ref:
        """The record that the link is about."""
        return Ref(self.about_kind, self.about_id)
