"""Fields that the standard does not know, has renamed or no longer wants, and objects that say nothing."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from kith.exchange.hsds.standard.fields import Shape
from kith.exchange.hsds.validating.answers import fields_of, texts_of
from kith.exchange.hsds.validating.finding import Finding, shown
from kith.exchange.hsds.validating.near import nearest
from kith.exchange.hsds.validating.place import Place

MOST_UNKNOWN = 50

OLD_NAMES: dict[str, dict[str, str]] = {
    "organization": {"url": "website", "parent_organization": "parent_organization_id"},
    "service": {
        "taxonomy": "attributes",
        "taxonomies": "attributes",
        "service_taxonomys": "attributes",
        "eligibility": "eligibility_description",
        "eligibilities": "eligibility_description",
        "regular_schedules": "schedules",
        "holiday_schedules": "schedules",
        "locations": "service_at_locations",
        "payment_accepted": "cost_options",
        "modified_date": "last_modified",
    },
    "location": {
        "physical_addresses": "addresses",
        "postal_addresses": "addresses",
        "accessibility_for_disabilities": "accessibility",
        "lat": "latitude",
        "lon": "longitude",
        "lng": "longitude",
        "type": "location_type",
    },
    "address": {
        "address": "address_1",
        "street": "address_1",
        "state": "state_province",
        "county": "region",
        "zip": "postal_code",
        "zip_code": "postal_code",
        "postcode": "postal_code",
    },
    "phone": {"phone": "number", "phone_number": "number"},
    "schedule": {"weekday": "byday", "open": "opens_at", "close": "closes_at", "dtend": "until"},
    "language": {"language": "name"},
    "service_area": {"service_area": "name"},
    "accessibility": {"accessibility": "description"},
    "taxonomy_term": {"term": "name"},
}
"""Names of other versions and of common mistakes, with the name of 3.1."""

OF_THE_UK_PROFILE = frozenset(
    {
        ("accessibility", "accessibility"),
        ("service_area", "service_area"),
        ("taxonomy_term", "term"),
        ("taxonomy", "taxonomy_terms"),
    }
)
NO_LONGER_WANTED: dict[str, dict[str, str]] = {
    "organization": {"tax_status": "legal_status", "tax_id": "organization_identifiers"},
    "service": {"wait_time": "capacities", "fees": "cost_options", "licenses": "accreditations"},
}


def unknown_fields(place: Place) -> Iterator[Finding]:
    """Fields that no reader of HSDS 3.1 will look at."""
    known = fields_of(place.of.name)
    unknown = [name for name in place.body if name not in known]
    for name in unknown[:MOST_UNKNOWN]:
        yield _unknown(place, name)


def _unknown(place: Place, name: str) -> Finding:
    said = {"name": shown(name), "object": place.of.name}
    what = _("“%(name)s” is no field of %(object)s in HSDS 3.1.") % said
    old = OLD_NAMES.get(place.of.name, {}).get(name, "")
    if (place.of.name, name) in OF_THE_UK_PROFILE:
        return place.warning(
            "profile-field", name, what, _("It belongs to the UK profile: others will not read it.")
        )
    meant = old or nearest(name, (field for field in fields_of(place.of.name) if field not in place.body))
    if meant:
        return place.fault("misspelt-field", name, what, _("Did you mean “%(meant)s”?") % {"meant": meant})
    mend = _("Take it out, put it into “attributes”, or allow it with --allow-field if your profile has it.")
    return place.fault("extra-field", name, what, mend)


def deprecated_fields(place: Place) -> Iterator[Finding]:
    """Fields that the standard keeps only for old programs."""
    for name, better in NO_LONGER_WANTED.get(place.of.name, {}).items():
        if name in place.body:
            what = _("“%(name)s” is out of use in HSDS 3.1.") % {"name": name}
            mend = _("Move what it says to “%(better)s”.") % {"better": better}
            yield place.note("deprecated-field", name, what, mend)


def says_nothing(place: Place) -> Iterator[Finding]:
    """Objects that hold no more than ids."""
    ids = {field.name for field in texts_of(place.of.name) if field.shape is Shape.UUID}
    if not any(value for name, value in place.body.items() if name not in ids):
        what = _("This %(object)s says nothing but its id.") % {"object": place.of.name}
        yield place.warning("says-nothing", "", what, _("Fill it in, or leave it out."))
