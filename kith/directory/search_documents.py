"""What the search is told of services: public facts only, whoever writes them."""

from collections.abc import Collection
from uuid import UUID

from kith.core.locks import hold_lock
from kith.core.queries.site_timezone import site_timezone
from kith.core.viewer import Door, Viewer
from kith.directory.policies.service import May, services
from kith.directory.reading.facts import facts_of
from kith.directory.reading.own_facts import names_of_terms
from kith.directory.searching.hung import hung_for_search
from kith.directory.searching.records import LOCK, keep_tellings
from kith.directory.searching.telling import telling_of


def write_search_documents(service_ids: Collection[UUID]) -> None:
    """Tell the search of these services as anybody may find them; of the others, that they are gone.

    At most 19 statements, in the transaction of the action that changed them. The lock comes first: what is
    read before it may be older than what another writes meanwhile, and would be written over that. So whoever
    calls this locks no more rows afterwards: another may hold them and wait here.
    """
    if not service_ids:
        return
    hold_lock(LOCK)
    anybody = Viewer.nobody(Door.PUBLIC)
    found = services(anybody, May.FIND).filter(pk__in=service_ids).select_related("organization")
    rows = list(found.order_by("pk"))
    facts = facts_of(anybody, [row.id for row in rows])
    called = names_of_terms(anybody, [row for tags in facts.attributes.values() for row in tags])
    hung, timezone = hung_for_search(anybody, facts), site_timezone(anybody)
    tellings = {row.id: telling_of(row, facts, hung, called=called, timezone=timezone) for row in rows}
    keep_tellings(tellings, gone=set(service_ids) - set(tellings))
