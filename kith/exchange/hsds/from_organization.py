"""An HSDS organization, read into a record."""

from kith.directory.records import OrganizationRecord
from kith.exchange.hsds.digests import digest_of
from kith.exchange.hsds.from_costs import funding, identifiers, programs, urls
from kith.exchange.hsds.from_parts import contacts, phones, web
from kith.exchange.hsds.from_place import from_location
from kith.exchange.hsds.from_tags import attributes, metadata
from kith.exchange.hsds.parts import Part


def from_organization(part: Part, *, is_confidential: bool) -> OrganizationRecord:
    """The organisation with what hangs on it. `is_confidential`: its places are not for everybody."""
    return OrganizationRecord(
        key=part.key(),
        digest=digest_of(part.body),
        name=part.needed("name", most=300),
        alternate_name=part.text("alternate_name", most=300),
        description=part.words("description"),
        email=part.text("email", most=254),
        website=web(part, "website"),
        logo=part.text("logo", most=1000),
        uri=web(part, "uri"),
        parent_key=part.key_or_none("parent_organization_id"),
        tax_status=part.text("tax_status", most=200),
        tax_id=part.text("tax_id", most=200),
        legal_status=part.text("legal_status", most=200),
        year_incorporated=part.whole("year_incorporated", least=0, most=9999),
        phones=phones(part.each("phones")),
        contacts=contacts(part.each("contacts")),
        urls=urls(part.each("additional_websites")),
        funding=funding(part.each("funding")),
        identifiers=identifiers(part.each("organization_identifiers")),
        locations=tuple(
            from_location(one, is_confidential=is_confidential) for one in part.each("locations")
        ),
        programs=programs(part.each("programs")),
        attributes=attributes(part),
        metadata=metadata(part),
    )
