"""Why something could not be checked at all."""

from kith.core.errors import BadInput


class CannotRead(BadInput):
    """There is nothing that could be checked: no such file, not HSDS, or not safe to open."""

    code = "cannot-read"
