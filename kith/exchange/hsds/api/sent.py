"""What a program sent: in the address, in a form, or as JSON."""

import json

from django.http import HttpRequest
from django.utils.translation import gettext as _

from kith.exchange.hsds.api.parameters import Asked, BadParameter, refuse

MOST_BODY = 65_536


def asked(request: HttpRequest) -> Asked:
    """The parameters of the address, and, where they are sent as a form or as JSON, those of the body."""
    given = {name: str(value) for name, value in request.GET.items()}
    if request.method != "POST":
        return Asked(given)
    if request.content_type == "application/json":
        return Asked({**given, **_from_json(request.body)})
    return Asked({**given, **{name: str(value) for name, value in request.POST.items()}})


def _from_json(body: bytes) -> dict[str, str]:
    try:
        found = json.loads(body[:MOST_BODY]) if body.strip() else {}
    except (ValueError, RecursionError):
        raise BadParameter(_("This is not JSON.")) from None
    if not isinstance(found, dict):
        raise BadParameter(_("This is not JSON."))
    return {name: _as_text(name, value) for name, value in found.items() if value is not None}


def _as_text(name: str, value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str | int | float):
        refuse(name, _("must be a single value."))
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
