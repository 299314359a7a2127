"""What a person agreed to, in the words that were read to them."""

from collections.abc import Iterable

from django.db import models
from django.db.models.base import ModelBase
from typing_extensions import override

from kith.consent.terms import GivenHow
from kith.core.fields import EncryptedTextField
from kith.core.ids import uuid7


class DirectiveIsKept(Exception):
    """Something tried to change what a person agreed to."""


class ConsentDirective(models.Model):
    """The words as shown, their language, who was there, and when. Never changed.

    `words_digest` is made with a key of the site (`core.marks`).
    `interpreted_into`: the language in which an interpreter said them; empty if heard as they stand.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person_id = models.UUIDField()
    holder = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    words = EncryptedTextField()
    words_digest = models.CharField(max_length=100)
    language = models.CharField(max_length=35)
    interpreted_into = models.CharField(max_length=35, default="", blank=True)
    is_reviewed = models.BooleanField()
    given_how = models.CharField(max_length=40, choices=[(how.value, how.value) for how in GivenHow])
    worker = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    interpreter = EncryptedTextField(default="")
    given_at = models.DateTimeField()

    class Meta:
        db_table = "consent_directive"
        indexes = [models.Index(fields=["person_id", "given_at"], name="consent_directive_person")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_reviewed=True) | ~models.Q(given_how=GivenHow.BY_THE_PERSON.value),
                name="consent_unreviewed_not_alone",
            )
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def place(self) -> str:
        """What the mark of the words is bound to."""
        return f"consent_directive.words.{self.id}"

    @override
    def save(
        self,
        force_insert: bool | tuple[ModelBase, ...] = False,
        force_update: bool = False,
        using: str | None = None,
        update_fields: Iterable[str] | None = None,
    ) -> None:
        """Insert the row. Raises DirectiveIsKept if it was stored before."""
        if not self._state.adding:
            raise DirectiveIsKept(str(self.id))
        super().save(force_insert=True, using=using)
