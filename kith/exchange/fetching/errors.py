"""Why something was not fetched."""

from http import HTTPStatus

from django.utils.functional import Promise

from kith.core.errors import BadInput


class NotFetched(BadInput):
    """The other server gave nothing that can be used; the sentence says what it did instead.

    `answer` is its HTTP status, where it gave one. `is_passing`: another try may go better. `wait` is how
    many seconds it asked us to wait.
    """

    code = "not-fetched"

    def __init__(
        self,
        sentence: str | Promise,
        *,
        answer: int | None = None,
        is_passing: bool = False,
        wait: float = 0.0,
    ) -> None:
        super().__init__(sentence, field="address")
        self.answer, self.is_passing, self.wait = answer, is_passing, wait

    @property
    def asks_us_to_stop(self) -> bool:
        """True if the server wants no more of us for now."""
        return self.answer == HTTPStatus.TOO_MANY_REQUESTS or (self.wait > 0 and not self.is_passing)


class AddressNotAllowed(NotFetched):
    """Kith does not go to such an address; nothing was sent to it."""

    code = "address-not-allowed"
