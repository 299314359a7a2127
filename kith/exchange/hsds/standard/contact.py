"""How to reach, when, where and in which language."""

from kith.exchange.hsds.standard.fields import (
    HsdsObject,
    choice,
    clock,
    day,
    email,
    many,
    number,
    text,
    uri,
    uuid,
)

ADDRESS = HsdsObject(
    name="address",
    table="addresses.csv",
    needed=("id", "address_1", "city", "state_province", "postal_code", "country", "address_type"),
    fields=(
        uuid("id"),
        uuid("location_id"),
        text("attention"),
        text("address_1"),
        text("address_2"),
        text("city"),
        text("region"),
        text("state_province"),
        text("postal_code"),
        text("country"),
        choice("address_type", "physical", "postal", "virtual"),
        many("attributes", "attribute"),
        many("metadata", "metadata"),
    ),
)

SCHEDULE = HsdsObject(
    name="schedule",
    table="schedules.csv",
    needed=("id",),
    fields=(
        uuid("id"),
        uuid("service_id"),
        uuid("location_id"),
        uuid("service_at_location_id"),
        day("valid_from"),
        day("valid_to"),
        day("dtstart"),
        number("timezone"),
        day("until"),
        number("count"),
        choice("wkst", "MO", "TU", "WE", "TH", "FR", "SA", "SU"),
        choice("freq", "WEEKLY", "MONTHLY"),
        number("interval"),
        text("byday"),
        text("byweekno"),
        text("bymonthday"),
        text("byyearday"),
        text("description"),
        clock("opens_at"),
        clock("closes_at"),
        uri("schedule_link"),
        text("attending_type"),
        text("notes"),
        many("attributes", "attribute"),
        many("metadata", "metadata"),
    ),
)

PHONE = HsdsObject(
    name="phone",
    table="phones.csv",
    needed=("id", "number"),
    fields=(
        uuid("id"),
        uuid("location_id"),
        uuid("service_id"),
        uuid("organization_id"),
        uuid("contact_id"),
        uuid("service_at_location_id"),
        text("number"),
        number("extension"),
        text("type"),
        text("description"),
        many("languages", "language"),
        many("attributes", "attribute"),
        many("metadata", "metadata"),
    ),
)

CONTACT = HsdsObject(
    name="contact",
    table="contacts.csv",
    needed=("id",),
    fields=(
        uuid("id"),
        uuid("organization_id"),
        uuid("service_id"),
        uuid("service_at_location_id"),
        uuid("location_id"),
        text("name"),
        text("title"),
        text("department"),
        email("email"),
        many("phones", "phone"),
        many("attributes", "attribute"),
        many("metadata", "metadata"),
    ),
)

LANGUAGE = HsdsObject(
    name="language",
    table="languages.csv",
    needed=("id",),
    fields=(
        uuid("id"),
        uuid("service_id"),
        uuid("location_id"),
        uuid("phone_id"),
        text("name"),
        text("code"),
        text("note"),
        many("attributes", "attribute"),
        many("metadata", "metadata"),
    ),
)

ACCESSIBILITY = HsdsObject(
    name="accessibility",
    table="accessibility.csv",
    needed=("id",),
    fields=(
        uuid("id"),
        uuid("location_id"),
        text("description"),
        text("details"),
        uri("url"),
        many("attributes", "attribute"),
        many("metadata", "metadata"),
    ),
)

SERVICE_AREA = HsdsObject(
    name="service_area",
    table="service_areas.csv",
    needed=("id",),
    fields=(
        uuid("id"),
        uuid("service_id"),
        uuid("service_at_location_id"),
        text("name"),
        text("description"),
        text("extent"),
        text("extent_type"),
        text("uri"),
        many("attributes", "attribute"),
        many("metadata", "metadata"),
    ),
)
