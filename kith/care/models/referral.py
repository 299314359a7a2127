"""A request from one organisation to another to help a person, under a consent."""

from django.db import models

from kith.care.terms import NextStep, ReferralStatus
from kith.core.ids import Ref, uuid7

OPEN_STATUSES = [
    ReferralStatus.DRAFT.value,
    ReferralStatus.ASKED.value,
    ReferralStatus.ACCEPTED.value,
    ReferralStatus.NAMED.value,
]


class Referral(models.Model):
    """One ask to one service for one need. While open it has one owner, one next step, one next date."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    need = models.ForeignKey("care.Need", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    service = models.ForeignKey("directory.Service", on_delete=models.PROTECT, related_name="+")
    sender = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    receiver = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey(
        "partnerships.PartnerContact", on_delete=models.PROTECT, related_name="+", null=True
    )
    owner = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    consent_id = models.UUIDField(null=True)
    ask_disclosure_id = models.UUIDField(null=True)
    name_disclosure_id = models.UUIDField(null=True)
    reroute_of = models.ForeignKey("care.Referral", on_delete=models.PROTECT, related_name="+", null=True)
    status = models.CharField(max_length=20, default=ReferralStatus.DRAFT.value)
    next_step = models.CharField(max_length=30)
    next_at = models.DateTimeField(null=True)
    is_self_started = models.BooleanField(default=False)
    has_place = models.BooleanField(default=False)
    promise_days = models.PositiveSmallIntegerField(null=True)
    drafted_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    call_asked_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    happened_asked_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    named_at = models.DateTimeField(null=True)
    guessed_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    disposition = models.CharField(max_length=30, default="")

    class Meta:
        db_table = "care_referral"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status__in=OPEN_STATUSES)
                | (models.Q(next_at__isnull=False) & ~models.Q(next_step=NextStep.NOTHING.value)),
                name="care_referral_open_has_next",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=OPEN_STATUSES)
                | (models.Q(closed_at__isnull=False) & ~models.Q(disposition="")),
                name="care_referral_closed_has_ending",
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=[ReferralStatus.NAMED.value, ReferralStatus.COMPLETED.value])
                | models.Q(name_disclosure_id__isnull=False),
                name="care_referral_name_was_told",
            ),
            models.UniqueConstraint(
                fields=["need", "service"],
                condition=models.Q(status__in=OPEN_STATUSES),
                name="care_referral_one_open_ask",
            ),
        ]
        indexes = [
            models.Index(fields=["owner", "status", "next_at"], name="care_referral_owner"),
            models.Index(fields=["receiver", "status", "due_at"], name="care_referral_receiver"),
            models.Index(fields=["person", "drafted_at"], name="care_referral_person"),
            models.Index(fields=["consent_id"], name="care_referral_consent"),
        ]

    def __str__(self) -> str:
        return f"referral {self.id}"

    @property
    def ref(self) -> Ref:
        """Which referral, for events and links."""
        return Ref("referral", self.id)
