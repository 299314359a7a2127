"""Tags and their terms, and the log of changes."""

from kith.exchange.hsds.standard.fields import HsdsObject, day, many, one, text, uri, uuid

ATTRIBUTE = HsdsObject(
    name="attribute",
    table="attributes.csv",
    needed=("id",),
    needed_in_table=("link_id", "taxonomy_term_id", "link_entity"),
    fields=(
        uuid("id"),
        uuid("link_id"),
        uuid("taxonomy_term_id"),
        text("link_type"),
        text("link_entity"),
        text("value"),
        one("taxonomy_term", "taxonomy_term"),
        many("metadata", "metadata"),
        text("label"),
    ),
)

TAXONOMY_TERM = HsdsObject(
    name="taxonomy_term",
    table="taxonomy_terms.csv",
    needed=("id", "name", "description"),
    fields=(
        uuid("id"),
        text("code"),
        text("name"),
        text("description"),
        uuid("parent_id"),
        text("taxonomy"),
        one("taxonomy_detail", "taxonomy"),
        text("language"),
        uuid("taxonomy_id"),
        uri("term_uri"),
        many("metadata", "metadata"),
    ),
)

TAXONOMY = HsdsObject(
    name="taxonomy",
    table="taxonomies.csv",
    needed=("id", "name", "description"),
    fields=(
        uuid("id"),
        text("name"),
        text("description"),
        uri("uri"),
        text("version"),
        many("metadata", "metadata"),
    ),
)

METADATA = HsdsObject(
    name="metadata",
    table="metadata.csv",
    needed=(
        "id",
        "last_action_date",
        "last_action_type",
        "field_name",
        "previous_value",
        "replacement_value",
        "updated_by",
    ),
    needed_in_table=("resource_id", "resource_type"),
    fields=(
        uuid("id"),
        uuid("resource_id"),
        text("resource_type"),
        day("last_action_date"),
        text("last_action_type"),
        text("field_name"),
        text("previous_value"),
        text("replacement_value"),
        text("updated_by"),
    ),
)

META_TABLE_DESCRIPTION = HsdsObject(
    name="meta_table_description",
    table="meta_table_descriptions.csv",
    needed=("id",),
    fields=(
        uuid("id"),
        text("name"),
        text("language"),
        text("character_set"),
        many("attributes", "attribute"),
        many("metadata", "metadata"),
    ),
)
