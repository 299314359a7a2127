"""A link to a person's own page that was shown on a screen is not taken up at that screen.

The browser keeps a mark of the link for as long as the link lives. Whoever clears it, or goes to another
computer, gets past: the trail still says that the link was shown, and by whom.
"""

import hashlib
from datetime import timedelta

from django.http import HttpResponse

from kith.accounts.terms import INVITATION_DAYS
from kith.web.request import KithRequest

COOKIE = "kith-shown-here"
MOST = 20
SIGNS = 16


def mark_shown(request: KithRequest, response: HttpResponse, token: str) -> HttpResponse:
    """Let this browser remember that it has shown the link; the mark does not open it."""
    marks = [*_marks(request), _mark(token)][-MOST:]
    response.set_cookie(
        COOKIE,
        ".".join(marks),
        max_age=timedelta(days=INVITATION_DAYS),
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return response


def was_shown_here(request: KithRequest, token: str) -> bool:
    """True if this browser has shown the link to a worker."""
    return _mark(token) in _marks(request)


def _marks(request: KithRequest) -> list[str]:
    return request.COOKIES.get(COOKIE, "").split(".")


def _mark(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()[:SIGNS]
