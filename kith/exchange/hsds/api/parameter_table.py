"""Every parameter of the interfaces, with what it does and how it is written."""

from dataclasses import dataclass

from kith.directory.records import Json
from kith.exchange.hsds.api.parameters import MOST_METRES, MOST_PAGES, MOST_PER_PAGE, PER_PAGE
from kith.exchange.hsds.api.shapes_asked import BOX, CLOCK, DAYS, LANGUAGES, MOST_YEARS
from kith.exchange.hsds.to_body import Body

FLAG: Body = {"type": "boolean"}
ID: Body = {"type": "string", "format": "uuid"}
TEXT: Body = {"type": "string", "maxLength": 1000, "pattern": "^[^\\u0000]*$"}
MOMENT: Body = {"type": "string", "format": "date-time"}
METRES: Body = {"type": "number", "minimum": 0, "maximum": MOST_METRES}
YEARS: Body = {"type": "number", "minimum": 0, "maximum": MOST_YEARS}
TIME: Body = {"type": "string", "pattern": CLOCK}


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a parameter does, and how it is written."""

    does: str
    schema: Body

    def described(self, name: str) -> Json:
        """As OpenAPI describes it."""
        return {
            "name": name,
            "in": "query",
            "required": False,
            "description": self.does,
            "schema": self.schema,
        }


PARAMETERS: dict[str, Parameter] = {
    "search": Parameter("Keep what has all these words.", TEXT),
    "page": Parameter(
        "Which page, from 1.", {"type": "integer", "minimum": 1, "maximum": MOST_PAGES, "default": 1}
    ),
    "per_page": Parameter(
        "How many on a page.",
        {"type": "integer", "minimum": 1, "maximum": MOST_PER_PAGE, "default": PER_PAGE},
    ),
    "format": Parameter(
        "json: a page. ndjson: everything, one record a line.", {"type": "string", "enum": ["json", "ndjson"]}
    ),
    "taxonomy_term_id": Parameter("Keep what is tagged with this term.", ID),
    "taxonomy_id": Parameter("Keep what is tagged with a term of this taxonomy.", ID),
    "organization_id": Parameter("Keep what this organisation offers.", ID),
    "parent_id": Parameter("Keep terms right under this one.", ID),
    "modified_after": Parameter("Keep what changed here after this moment.", MOMENT),
    "full": Parameter("Nest everything.", FLAG),
    "minimal": Parameter("Only ids and when each changed, all on one page.", FLAG),
    "full_service": Parameter("Nest the organisation's services.", FLAG),
    "top_only": Parameter("Keep terms that stand under no other.", FLAG),
    "postcode": Parameter("Keep places in this postcode, and services that are for it.", TEXT),
    "proximity": Parameter("Also places so many metres from the middle of the postcode.", METRES),
    "minimum_age": Parameter("Keep services whose own minimum age is this or more.", YEARS),
    "maximum_age": Parameter("Keep services whose own maximum age is this or less.", YEARS),
    "day": Parameter(
        "Keep services with hours on this day of the week.", {"type": "string", "enum": list(DAYS)}
    ),
    "start_time": Parameter("Keep services with hours that begin then or later.", TIME),
    "end_time": Parameter("Keep services with hours that end then or earlier.", TIME),
    "language": Parameter(
        "Keep services in one of these languages (BCP 47, by commas).",
        {"type": "string", "pattern": LANGUAGES},
    ),
    "age": Parameter("Keep services to which somebody so old may come.", YEARS),
    "bbox": Parameter(
        "Keep services given within west,south,east,north (degrees).", {"type": "string", "pattern": BOX}
    ),
    "near": Parameter("Keep services given near this postcode, town or latitude,longitude.", TEXT),
    "radius": Parameter("How many metres near is; 5000 where it is not said.", METRES),
    "open_now": Parameter("Keep services that are surely open at this moment.", FLAG),
    "open_at": Parameter("Keep services that are surely open at that moment.", MOMENT),
}
