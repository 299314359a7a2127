"""Cost, papers, capacity, funding, links and identifiers."""

from kith.exchange.hsds.standard.fields import HsdsObject, day, many, moment, number, one, text, uri, uuid

COST_OPTION = HsdsObject(
    name="cost_option",
    table="cost_options.csv",
    needed=("id",),
    needed_in_table=("service_id",),
    fields=(
        uuid("id"),
        uuid("service_id"),
        day("valid_from"),
        day("valid_to"),
        text("option"),
        text("currency"),
        number("amount"),
        text("amount_description"),
        many("attributes", "attribute"),
        many("metadata", "metadata"),
    ),
)

REQUIRED_DOCUMENT = HsdsObject(
    name="required_document",
    table="required_documents.csv",
    needed=("id",),
    fields=(
        uuid("id"),
        uuid("service_id"),
        text("document"),
        uri("uri"),
        many("attributes", "attribute"),
        many("metadata", "metadata"),
    ),
)

SERVICE_CAPACITY = HsdsObject(
    name="service_capacity",
    table="service_capacity.csv",
    needed=("id", "unit", "available", "updated"),
    needed_in_table=("service_id", "unit_id"),
    fields=(
        uuid("id"),
        uuid("service_id"),
        one("unit", "unit"),
        uuid("unit_id"),
        number("available"),
        number("maximum"),
        text("description"),
        moment("updated"),
        many("attributes", "attribute"),
        many("metadata", "metadata"),
    ),
)

UNIT = HsdsObject(
    name="unit",
    table="units.csv",
    needed=("id", "name"),
    fields=(
        uuid("id"),
        text("name"),
        text("scheme"),
        text("identifier"),
        uri("uri"),
        many("attributes", "attribute"),
        many("metadata", "metadata"),
    ),
)

FUNDING = HsdsObject(
    name="funding",
    table="funding.csv",
    needed=("id",),
    fields=(
        uuid("id"),
        uuid("organization_id"),
        uuid("service_id"),
        text("source"),
        many("attributes", "attribute"),
        many("metadata", "metadata"),
    ),
)

URL = HsdsObject(
    name="url",
    table="url.csv",
    needed=("id", "url"),
    fields=(
        uuid("id"),
        text("label"),
        uri("url"),
        uuid("organization_id"),
        uuid("service_id"),
        many("attributes", "attribute"),
        many("metadata", "metadata"),
    ),
)

ORGANIZATION_IDENTIFIER = HsdsObject(
    name="organization_identifier",
    table="organization_identifiers.csv",
    needed=("id", "identifier_type", "identifier"),
    needed_in_table=("organization_id",),
    fields=(
        uuid("id"),
        uuid("organization_id"),
        text("identifier_scheme"),
        text("identifier_type"),
        text("identifier"),
        many("attributes", "attribute"),
        many("metadata", "metadata"),
    ),
)
