"""Why a record was not taken."""

from kith.core.errors import BadInput


class RecordNotTaken(BadInput):
    """The record cannot be used; the sentence names the part and what is wrong with it.

    `why` is what is wrong without the part's name, for sources in which the part is called otherwise.
    """

    code = "record-not-taken"

    def __init__(self, why: str, *, part: str = "") -> None:
        super().__init__(f"{part}: {why}" if part else why, field=part)
        self.why = why


class NoService(RecordNotTaken):
    """The record is no service and holds none: it cannot be taken, and no service is missed by that."""

    code = "no-service"
