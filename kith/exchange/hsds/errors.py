"""Why a record was not taken."""

from kith.core.errors import BadInput


class RecordNotTaken(BadInput):
    """The record cannot be used; the sentence names the part and what is wrong with it."""

    code = "record-not-taken"
