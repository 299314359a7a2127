"""How and when a person may be reached."""

from django.db import models

from kith.core.fields import EncryptedTextField
from kith.core.ids import Ref, uuid7
from kith.post.safe_contact import SafeContact


class SafeContactRule(models.Model):
    """The rule of one person; a person without a row is not written to.

    `days`: weekday as text ("0" is Monday) to ["09:00", "17:00"], local time in `timezone`.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person_id = models.UUIDField(unique=True)
    organization_id = models.UUIDField()
    may_call = models.BooleanField(default=False)
    may_text = models.BooleanField(default=False)
    may_mail = models.BooleanField(default=False)
    may_voicemail = models.BooleanField(default=False)
    phone = EncryptedTextField(default="", blank=True)
    email = EncryptedTextField(default="", blank=True)
    say = EncryptedTextField(default="", blank=True)
    days = models.JSONField(default=dict)
    timezone = models.CharField(max_length=60)
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "post_safe_contact_rule"

    def __str__(self) -> str:
        return str(self.id)

    @property
    def person_ref(self) -> Ref:
        """The person whose rule this is, as events name them."""
        return Ref("person", self.person_id)

    @property
    def safe_contact(self) -> SafeContact:
        """The rule as the gate asks it."""
        return SafeContact(
            may_call=self.may_call,
            may_text=self.may_text,
            may_mail=self.may_mail,
            may_voicemail=self.may_voicemail,
            phone=self.phone,
            email=self.email,
            days={int(day): (hours[0], hours[1]) for day, hours in self.days.items()},
            timezone=self.timezone,
            say=self.say,
        )
