"""What the UK profile, version 3, keeps of each object of HSDS, and the fields of its own.

Source: the profile of Open Referral UK. What stands there are facts of the profile; a test compares them with
its published schemas where a copy of these is at hand.
"""

from dataclasses import dataclass

VERSION = "HSDS-UK-3.0"
PROFILE = "https://docs.openreferraluk.org"


@dataclass(frozen=True, slots=True)
class OwnField:
    """A field of the profile, the field of HSDS 3.1 that says the same, and the one for a second wording."""

    name: str
    same: str
    second: str


OWN: dict[str, OwnField] = {
    "accessibility": OwnField("accessibility", "description", "details"),
    "service_area": OwnField("service_area", "name", "description"),
    "taxonomy_term": OwnField("term", "name", "description"),
}
"""By object. A taxonomy also has its terms nested: see the endpoints."""

KEPT: dict[str, tuple[str, ...]] = {
    name: tuple(fields.split())
    for name, fields in {
        "accessibility": "id location_id description details url attributes",
        "address": "id location_id attention address_1 city region state_province postal_code country"
        " address_type attributes",
        "attribute": "id link_id taxonomy_term_id link_type taxonomy_term",
        "contact": "id service_id name title attributes",
        "cost_option": "id service_id valid_from valid_to option amount amount_description",
        "funding": "id service_id source",
        "language": "id service_id phone_id",
        "location": "id location_type name description latitude longitude external_identifier"
        " external_identifier_type addresses accessibility attributes",
        "organization": "id name description email website logo uri parent_organization_id"
        " organization_identifiers attributes",
        "organization_identifier": "id organization_id identifier_scheme identifier_type identifier"
        " attributes",
        "phone": "id contact_id number description languages",
        "schedule": "id service_id service_at_location_id valid_from valid_to dtstart freq interval byday"
        " bymonthday description opens_at closes_at schedule_link attending_type notes",
        "service": "id organization_id name description url email status fees accreditations minimum_age"
        " maximum_age assured_date assurer_email alert last_modified schedules service_areas"
        " service_at_locations languages organization funding cost_options contacts attributes",
        "service_area": "id service_id name extent extent_type uri",
        "service_at_location": "id service_id location_id location",
        "taxonomy": "id name description uri version",
        "taxonomy_term": "id name description parent_id taxonomy taxonomy_id term_uri",
    }.items()
}
"""By object, the fields that it keeps, in its order."""
