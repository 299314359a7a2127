"""A message on its way out, and how far it came."""

from django.db import models

from kith.core.fields import EncryptedTextField
from kith.core.ids import Ref, uuid7
from kith.post.terms import BounceReason, MessageKind, MessageStatus


class OutgoingMessage(models.Model):
    """One mail or text to one address.

    `is_to_person`: it goes to the person themselves, so their rule decides; `is_for_one_mailbox`: to
    `address` and no other, whatever the rule names later. `organization_id`: whom it concerns;
    `sender_organization_id`: for whom it is written. `held_until` is set while it waits for the person's
    hours; from `ready_at` on it tries to go out; `claimed_at` is the moment the last try began. `body` is
    emptied when the message is out, bounced or stopped: it may hold a link.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in MessageKind])
    status = models.CharField(
        max_length=10, choices=[(status.value, status.value) for status in MessageStatus]
    )
    about_kind = models.CharField(max_length=40)
    about_id = models.UUIDField()
    person_id = models.UUIDField(null=True)
    organization_id = models.UUIDField(null=True)
    sender_organization_id = models.UUIDField(null=True)
    owner_user_id = models.UUIDField(null=True)
    is_to_person = models.BooleanField(default=False)
    is_for_one_mailbox = models.BooleanField(default=False)
    address = EncryptedTextField()
    subject = EncryptedTextField()
    body = EncryptedTextField()
    language = models.CharField(max_length=35)
    dedupe_key = models.CharField(max_length=200, unique=True)
    held_until = models.DateTimeField(null=True)
    queued_at = models.DateTimeField()
    ready_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    bounced_at = models.DateTimeField(null=True)
    bounce_reason = models.CharField(
        max_length=20,
        default="",
        blank=True,
        choices=[(reason.value, reason.value) for reason in BounceReason],
    )
    attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        db_table = "post_outgoing_message"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=[status.value for status in MessageStatus]),
                name="post_message_known_status",
            ),
            models.CheckConstraint(
                condition=~models.Q(status=MessageStatus.HELD.value) | models.Q(held_until__isnull=False),
                name="post_message_held_has_time",
            ),
            models.CheckConstraint(
                condition=models.Q(is_to_person=False) | models.Q(person_id__isnull=False),
                name="post_message_to_whom",
            ),
        ]
        indexes = [
            models.Index(fields=["about_kind", "about_id", "queued_at"], name="post_message_about"),
            models.Index(fields=["status", "held_until"], name="post_message_status"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"

    @property
    def ref(self) -> Ref:
        """This message, as events name it."""
        return Ref("message", self.id)

    @property
    def about(self) -> Ref:
        """The record that the message is about."""
        return Ref(self.about_kind, self.about_id)
