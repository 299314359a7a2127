"""Why a record was not taken."""

from django.utils.translation import gettext as _

from kith.core.errors import BadInput, KithError, Unavailable


class RecordNotTaken(BadInput):
    """The record cannot be used; the sentence names the part and what is wrong with it.

    `why` is what is wrong without the part's name, for sources in which the part is called otherwise.
    """

    code = "record-not-taken"

    def __init__(self, why: str, *, part: str = "") -> None:
        super().__init__(f"{part}: {why}" if part else why, field=part)
        self.why = why


class CrawlStopped(Unavailable):
    """The source stopped answering in the middle. What was fetched is kept for the next run."""

    code = "crawl-stopped"

    def __init__(self, cause: KithError) -> None:
        words = {"why": cause.sentence}
        super().__init__(
            _("%(why)s What was fetched is kept: give the same command again, later, to go on.") % words
        )


class NoService(RecordNotTaken):
    """The record is no service and holds none: it cannot be taken, and no service is missed by that."""

    code = "no-service"
