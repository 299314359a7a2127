"""An Ohana service as an HSDS 3.1 service, without its organisation and places. Pure."""

from kith.directory.records import Json
from kith.exchange.ohana.fields import Body, each, first, id_of, joined, kept, objects, words
from kith.exchange.ohana.hours import schedules
from kith.exchange.ohana.reach import contacts, languages, phones
from kith.exchange.source_ids import SourceIds

SAME_NAME = ("alternate_name", "email", "interpretation_services", "application_process", "wait_time")
TAGS = {
    "keywords": "keyword",
    "accepted_payments": "payment_accepted",
    "payments": "payment_accepted",
    "products": "product",
}


def from_service(service: Body, location: Body, ids: SourceIds) -> Body:
    """The service's own fields; what it leaves open the location says."""
    owner = f"service:{id_of(service)}"
    organization = location.get("organization")
    of_organization = organization if isinstance(organization, dict) else {}
    return kept(
        {
            "id": ids.of("service", id_of(service)) if id_of(service) else "",
            "name": first(service.get("name"), location.get("name")),
            **{name: service.get(name) for name in SAME_NAME},
            "email": first(service.get("email"), location.get("email")),
            "description": first(
                service.get("description"), location.get("description"), location.get("short_desc")
            ),
            "url": first(service.get("website"), location.get("website")),
            "status": _status(service, location),
            "fees_description": service.get("fees"),
            "eligibility_description": _lines(service.get("eligibility"), service.get("audience")),
            "accreditations": joined(of_organization.get("accreditations")),
            "licenses": joined(of_organization.get("licenses")),
            "last_modified": first(service.get("updated_at"), location.get("updated_at")),
            "phones": phones(service.get("phones"), owner, ids),
            "contacts": contacts(service.get("contacts"), owner, ids),
            "schedules": schedules(service, owner, ids),
            "languages": languages(words(service.get("languages")), owner, ids),
            "funding": each(ids, "funding", owner, "source", words(service.get("funding_sources"))),
            "required_documents": each(
                ids, "required_document", owner, "document", words(service.get("required_documents"))
            ),
            "service_areas": each(ids, "service_area", owner, "name", words(service.get("service_areas"))),
            "attributes": [*_categories(service, owner, ids), *_tags(service, location, owner, ids)],
        }
    )


def _status(service: Body, location: Body) -> Json:
    """A location that is no longer active gives no active service."""
    status = first(service.get("status"), "active")
    return "inactive" if status == "active" and location.get("active") is False else status


def _lines(*texts: Json) -> Json:
    """Texts as lines; what is no text stays alone, to be refused."""
    said = [text for text in texts if text not in (None, "")]
    lines = [text for text in said if isinstance(text, str)]
    return "\n".join(lines) if len(lines) == len(said) else said[0]


def _categories(service: Body, owner: str, ids: SourceIds) -> list[Json]:
    return [
        {
            "id": ids.of("attribute", f"{owner}:category:{id_of(one)}"),
            "link_entity": "service",
            "link_type": "category",
            "taxonomy_term": _term(one, ids),
        }
        for one in objects(service.get("categories"))
        if id_of(one)
    ]


def _term(category: Body, ids: SourceIds) -> Json:
    parent = category.get("parent_id")
    return kept(
        {
            "id": ids.of("taxonomy_term", id_of(category)),
            "code": category.get("taxonomy_id"),
            "name": category.get("name"),
            "parent_id": ids.of("taxonomy_term", str(parent)) if isinstance(parent, int | str) else None,
        }
    )


def _tags(service: Body, location: Body, owner: str, ids: SourceIds) -> list[Json]:
    found = [(kind, word) for field, kind in TAGS.items() for word in words(service.get(field))]
    found += [(kind, word) for field, kind in TAGS.items() for word in words(location.get(field))]
    if isinstance(location.get("kind"), str):
        found.append(("kind", str(location["kind"])))
    return [
        {
            "id": ids.of("attribute", f"{owner}:{kind}:{word}"),
            "link_entity": "service",
            "link_type": kind,
            "label": word,
        }
        for kind, word in dict.fromkeys(found)
    ]
