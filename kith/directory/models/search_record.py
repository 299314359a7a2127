"""What the search is told of each service, and how far the telling has come."""

from uuid import UUID

from django.db import models

from kith.core.ids import uuid7

THE_STATE = UUID(int=1)


class SearchRecord(models.Model):
    """One service as anybody may know it. A removed one keeps its row, which says so, and no word.

    `sequence` follows the order of commits. `places` is the public band as a figure. `document` is the rest,
    as JSON. `fresh_until`: from then on time alone has made it say something else. No key to the service: the
    row of one that was deleted is what tells others so.
    """

    service_id = models.UUIDField(primary_key=True, editable=False)
    sequence = models.BigIntegerField(db_index=True)
    is_gone = models.BooleanField(default=False)
    places = models.SmallIntegerField()
    fresh_until = models.DateTimeField(null=True, db_index=True)
    document = models.TextField(default="", blank=True)

    class Meta:
        db_table = "directory_search_record"

    def __str__(self) -> str:
        return str(self.service_id)


class SearchState(models.Model):
    """The last number that was drawn. There is at most one row; none means that nothing was ever written.

    `epoch` is another one once numbers may begin anew, as after a restore: what was built in another epoch
    is of no use. `forgets_after`: a generation with a lower number may hold words that nobody may find any
    more. `is_filled`: every service was written at least once.
    """

    id = models.UUIDField(primary_key=True, default=THE_STATE, editable=False)
    epoch = models.UUIDField(default=uuid7)
    sequence = models.BigIntegerField(default=0)
    forgets_after = models.BigIntegerField(default=0)
    is_filled = models.BooleanField(default=True)

    class Meta:
        db_table = "directory_search_state"
        constraints = [models.CheckConstraint(condition=models.Q(id=THE_STATE), name="directory_one_search")]

    def __str__(self) -> str:
        return str(self.sequence)
