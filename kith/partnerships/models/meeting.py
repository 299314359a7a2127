"""Meetings of a partnership: what is on the agenda, what was decided, who does what by when."""

from django.db import models

from kith.core.ids import Ref, uuid7


class Meeting(models.Model):
    """One coming or held meeting. No names of people who are helped belong in its words."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    partnership = models.ForeignKey("partnerships.Partnership", on_delete=models.CASCADE, related_name="+")
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=60)
    place = models.CharField(max_length=200, default="")
    agenda = models.JSONField(default=list)
    planned_by = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    held_at = models.DateTimeField(null=True)
    called_off_at = models.DateTimeField(null=True)
    came = models.JSONField(default=list)

    class Meta:
        db_table = "partnerships_meeting"
        indexes = [models.Index(fields=["partnership", "starts_at"], name="partnerships_meeting_of")]

    def __str__(self) -> str:
        return f"meeting {self.id}"

    @property
    def ref(self) -> Ref:
        """Which meeting, for events."""
        return Ref("meeting", self.id)


class MeetingDecision(models.Model):
    """What was decided, in one sentence; the log is read by every seat."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    meeting = models.ForeignKey("partnerships.Meeting", on_delete=models.CASCADE, related_name="+")
    place = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=500)

    class Meta:
        db_table = "partnerships_meeting_decision"

    def __str__(self) -> str:
        return f"decision {self.id}"


class ActionItem(models.Model):
    """One thing to do, one organisation that does it, one date."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    partnership = models.ForeignKey("partnerships.Partnership", on_delete=models.CASCADE, related_name="+")
    meeting = models.ForeignKey("partnerships.Meeting", on_delete=models.CASCADE, related_name="+", null=True)
    words = models.CharField(max_length=300)
    organization = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "partnerships_action_item"
        indexes = [models.Index(fields=["partnership", "due_on"], name="partnerships_action_of")]

    def __str__(self) -> str:
        return f"action {self.id}"


class JointEvent(models.Model):
    """A joint training or a joint review that was held: `kind` says which; `came` are organisations' ids."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    partnership = models.ForeignKey("partnerships.Partnership", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    held_on = models.DateField()
    title = models.CharField(max_length=200)
    learned = models.TextField(default="")
    came = models.JSONField(default=list)
    noted_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    noted_at = models.DateTimeField()

    class Meta:
        db_table = "partnerships_joint_event"
        indexes = [models.Index(fields=["partnership", "kind", "held_on"], name="partnerships_joint_of")]

    def __str__(self) -> str:
        return f"joint event {self.id}"
