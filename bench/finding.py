"""What a site of Kith holds and finds, by the ids of the data set: asked inside the site."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.judged import Query
from bench.sites import SOURCE, manage, new_site, python

FIND = """
import json
from pathlib import Path
from kith.core.viewer import Door, Viewer
from kith.directory.models import SourceRecord
from kith.directory.queries.find_services import find_services
anybody = Viewer.nobody(Door.PUBLIC)
keys = dict(SourceRecord.objects.filter(kind="service").values_list("our_id", "source_key"))
found = {{}}
for query in json.loads(Path({path!r}).read_text("utf-8")):
    results = find_services(
        anybody, words=query["words"], near=query["near"], topics=(), languages=(), facts=(), page=1
    )
    found[query["id"]] = [keys[line.id] for line in results.lines]
print(json.dumps(found))
"""

LISTINGS = """
import json
from kith.core.viewer import Door, Viewer
from kith.directory.models import Service, SourceRecord
from kith.directory.policies.service import May, services
from kith.directory.reading.facts import facts_of
from kith.directory.reading.lines import topics_of
from kith.directory.reading.near import with_a_place
from kith.directory.reading.own_facts import names_of_terms
from kith.directory.searching.words import names_of_language
anybody = Viewer.nobody(Door.PUBLIC)
keys = dict(SourceRecord.objects.filter(kind="service").values_list("our_id", "source_key"))
facts, placed = facts_of(anybody, list(keys)), with_a_place(anybody)
called = names_of_terms(anybody, [row for tags in facts.attributes.values() for row in tags])
for row in services(anybody, May.READ).filter(pk__in=list(keys)).select_related("organization"):
    tags = [one.shown_as for one in facts.attributes[row.id]]
    terms = [called.get(one.taxonomy_term_id or one.id, "") for one in facts.attributes[row.id]]
    addresses = [site.address for site in facts.sites[row.id] if site.address]
    print(json.dumps(dict(
        id=keys[row.id],
        name=" ".join(filter(None, (row.name, row.alternate_name))),
        topics=", ".join(topic.value.replace("_", " ") for topic in topics_of(row)),
        languages=" ".join(map(names_of_language, facts.languages[row.id])),
        organization=" ".join(filter(None, (row.organization.name, row.organization.alternate_name))),
        place=" ".join(f"{one.city} {one.postal_code}" for one in addresses),
        body=" ".join(filter(None, (
            row.description, row.eligibility_description, row.what_to_expect, row.organization.description,
            *tags, *terms,
        ))),
        has_place=row.id in placed,
    )))
"""

DISTANCES = """
import json
from pathlib import Path
from kith.core.viewer import Door, Viewer
from kith.directory.models import SourceRecord
from kith.directory.reading.near import distances_from, resolve_place
anybody = Viewer.nobody(Door.PUBLIC)
keys = dict(SourceRecord.objects.filter(kind="service").values_list("our_id", "source_key"))
away = {{}}
for place in json.loads(Path({path!r}).read_text("utf-8")):
    spot = resolve_place(place)
    if spot is not None:
        found = distances_from(anybody, spot, within_km=None)
        away[place] = {{keys[one]: km for one, km in found.items() if one in keys}}
print(json.dumps(away))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The public words of one service, as Kith's own search reads them, not folded."""

    id: str
    name: str
    topics: str
    languages: str
    organization: str
    place: str
    body: str
    has_place: bool


def site_with(listings_path: Path, folder: Path) -> Path:
    """A new site with these listings in it."""
    site = new_site(folder)
    manage(site, "import_hsds", str(listings_path), "--source", SOURCE)
    return site


def found_by_kith(site: Path, asked: Sequence[Query]) -> dict[str, list[str]]:
    """What Kith's search answers, best first: one page for each query."""
    found: dict[str, list[str]] = json.loads(
        python(site, FIND.format(path=_kept(site, [asdict(query) for query in asked])))
    )
    return found


def all_listings(site: Path) -> list[Listing]:
    """Every service that anybody may read."""
    return [Listing(**json.loads(line)) for line in python(site, LISTINGS).splitlines()]


def distances(site: Path, places: Sequence[str]) -> dict[str, dict[str, float | None]]:
    """Kilometres from each place to each service, as Kith understands the place; None: known to be in it."""
    away: dict[str, dict[str, float | None]] = json.loads(
        python(site, DISTANCES.format(path=_kept(site, list(places))))
    )
    return away


def _kept(site: Path, what: list[dict[str, str]] | list[str]) -> str:
    path = site / "asked.json"
    path.write_text(json.dumps(what), "utf-8")
    return str(path)
