"""HSDS 3.1 bodies as records of Open Referral UK 3. Pure.

What the profile does not know is left out; it is at `/hsds/`. What a service costs stands in `fees`: as the
source says it there, else in its words about fees, else in the words of its cost options.
"""

from kith.directory.records import Json
from kith.exchange.hsds.standard import HSDS
from kith.exchange.hsds.to_body import Body
from kith.exchange.oruk.profile import KEPT, OWN


def to_oruk(name: str, body: Body) -> Body:
    """The object `name` in the profile's shape, from its HSDS body."""
    whole = _with_fees(body) if name == "service" else body
    kept: Body = {field: _nested(name, field, whole[field]) for field in KEPT[name] if field in whole}
    if name == "service_at_location" and isinstance(service := body.get("service"), dict):
        kept["service"] = to_oruk("service", service)
    return {**kept, **_own(name, body)}


def _nested(name: str, field: str, value: Json) -> Json:
    found = HSDS[name].field(field)
    if found is None or not found.is_nested:
        return value
    if isinstance(value, list):
        return [to_oruk(found.of, one) for one in value if isinstance(one, dict)]
    return to_oruk(found.of, value) if isinstance(value, dict) else value


def _own(name: str, body: Body) -> Body:
    """The field that only the profile has, said once more in its words."""
    own = OWN.get(name)
    if own is None:
        return {}
    is_kept_apart = own.second not in KEPT[name]
    words = (body.get(own.second) if is_kept_apart else None) or body.get(own.same)
    return {own.name: words} if words else {}


def _with_fees(service: Body) -> Body:
    fees = service.get("fees") or service.get("fees_description") or _costs(service.get("cost_options"))
    return {**service, "fees": fees} if fees else service


def _costs(options: Json) -> str:
    if not isinstance(options, list):
        return ""
    return "; ".join(filter(None, (_cost(one) for one in options if isinstance(one, dict))))


def _cost(option: Body) -> str:
    parts = (option.get(field) for field in ("amount", "currency", "amount_description"))
    price = " ".join(str(part) for part in parts if part not in (None, ""))
    return ": ".join(filter(None, (str(option.get("option") or ""), price)))
