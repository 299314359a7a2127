"""Someone who looks for help."""

from django.db import models

from kith.core.fields import EncryptedTextField
from kith.core.ids import Ref, uuid7


class Person(models.Model):
    """What a worker may need, and no more: an alias is enough to begin.

    `languages`: BCP-47 tags, the one that the person likes best in front; `language_mark` is the same,
    sorted, for counting people alike. No field for papers, nationality, route or arrival (promise 7).
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organization = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    owner_user = models.ForeignKey("accounts.User", null=True, on_delete=models.PROTECT, related_name="+")
    portal_user = models.OneToOneField("accounts.User", null=True, on_delete=models.PROTECT, related_name="+")
    portal_invitation_id = models.UUIDField(null=True, unique=True)
    alias = EncryptedTextField()
    name = EncryptedTextField(default="", blank=True)
    languages = models.JSONField(default=list)
    language_mark = models.CharField(max_length=400, default="", blank=True)
    rough_area = models.CharField(max_length=80, default="", blank=True)
    times = EncryptedTextField(default="", blank=True)
    access_needs = EncryptedTextField(default="", blank=True)
    interpreter_needed = models.BooleanField(default=False)
    since = models.DateTimeField()

    class Meta:
        db_table = "people_person"
        indexes = [
            models.Index(fields=["organization", "since"], name="people_person_since"),
            models.Index(fields=["organization", "language_mark", "rough_area"], name="people_person_alike"),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def ref(self) -> Ref:
        """This person, as events name them."""
        return Ref("person", self.id)
