"""What the status of an answer means for us."""

import math
import re
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from http.client import HTTPResponse

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.core import clock
from kith.exchange.fetching.errors import NotFetched
from kith.exchange.fetching.limits import Limits

SENT_ON = frozenset({301, 302, 303, 307, 308})
PASSING = frozenset({408, 425, 429, 502, 503, 504})
"""Statuses that say: not now. A plain 500 says that this record is broken there."""


def check_answer(response: HTTPResponse, limits: Limits) -> None:
    """Raises NotFetched unless the answer is a 200, with how long we were asked to wait."""
    if response.status == HTTPStatus.OK:
        return
    wait = _seconds(response.getheader("Retry-After") or "")
    if wait > limits.longest_wait:
        minutes = math.ceil(wait / 60)
        sentence = ngettext(
            "The other server asks us to come back in %(minutes)s minute.",
            "The other server asks us to come back in %(minutes)s minutes.",
            minutes,
        )
        raise NotFetched(sentence % {"minutes": minutes}, answer=response.status, wait=wait)
    raise NotFetched(
        _("The other server answered with the error %(answer)s.") % {"answer": response.status},
        answer=response.status,
        is_passing=response.status in PASSING,
        wait=wait,
    )


def _seconds(retry_after: str) -> float:
    """Seconds of a Retry-After, which is a number or a date; none where it is neither."""
    if re.fullmatch(r"[0-9]{1,9}", retry_after.strip()):
        return float(retry_after)
    try:
        moment = parsedate_to_datetime(retry_after)
    except (ValueError, TypeError):
        return 0.0
    if moment.tzinfo is None:
        return 0.0
    return max(0.0, (moment - clock.now()).total_seconds())
