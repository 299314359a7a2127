"""What happened: one insert-only row each, written in the action's own transaction."""

from django.db import models

from kith.core.ids import uuid7
from kith.core.models.insert_only import InsertOnly


class Event(InsertOnly):
    """Who did or saw what, when, about which record. Payload: ids, codes and digests only."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    at = models.DateTimeField()
    kind = models.CharField(max_length=80)
    user_id = models.UUIDField(null=True)
    acting_organization_id = models.UUIDField(null=True)
    roles = models.CharField(max_length=200)
    door = models.CharField(max_length=20)
    purpose = models.CharField(max_length=20)
    subject_kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    organization_id = models.UUIDField(null=True)
    partner_organization_id = models.UUIDField(null=True)
    person_id = models.UUIDField(null=True)
    payload = models.JSONField()

    class Meta:
        db_table = "core_event"
        indexes = [
            models.Index(fields=["subject_kind", "subject_id", "at"], name="core_event_subject"),
            models.Index(fields=["person_id", "at"], name="core_event_person"),
            models.Index(fields=["at"], name="core_event_at"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_kind}/{self.subject_id}"
