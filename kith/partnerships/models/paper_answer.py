"""What a party said of a paper that was taken in for it."""

from django.db import models

from kith.core.ids import uuid7


class PaperAnswer(models.Model):
    """Whether this is the paper that a party signed, said once by its named person or somebody of its own."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    paper = models.ForeignKey("partnerships.Paper", on_delete=models.CASCADE, related_name="+")
    organization = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey(
        "partnerships.PartnerContact", on_delete=models.PROTECT, related_name="+", null=True
    )
    user = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    is_right = models.BooleanField()
    words = models.TextField(default="")
    answered_at = models.DateTimeField()

    class Meta:
        db_table = "partnerships_paper_answer"
        constraints = [
            models.UniqueConstraint(fields=["paper", "organization"], name="partnerships_paper_answer_once")
        ]

    def __str__(self) -> str:
        return f"answer {self.id}"
