"""Why a service that the worker names was not among those for a need."""

from uuid import UUID

from django.utils.translation import get_language

from kith.care.match_lines import MatchLine, match_lines
from kith.care.policies.need import May, one_need
from kith.care.terms import NeedDomain
from kith.care.wished import NOTHING_WISHED, Wished, needed_for
from kith.core.viewer import Viewer
from kith.directory.queries.known_facts import known_facts
from kith.directory.queries.why_not_matched import why_not_matched
from kith.people.queries.person_facts import person_facts


def why_not_for_need(
    viewer: Viewer, *, need_id: UUID, name: str, wished: Wished = NOTHING_WISHED
) -> list[MatchLine]:
    """Up to five services called so, with everything that speaks for and against each; the best name first.

    Whatever it says, each can be asked if there is a way there: it is advice. Raises NotFound.
    """
    need = one_need(viewer, need_id, May.READ)
    person = person_facts(viewer, person_id=need.person_id)
    asked = needed_for(NeedDomain(need.domain), person, words="", wished=wished)
    groups = known_facts(viewer, language=get_language() or "en")
    return match_lines(
        viewer,
        why_not_matched(viewer, needed=asked, name=name),
        need_id=need_id,
        person=person,
        place=person.rough_area,
        fact_names={fact.code: fact.name for group in groups for fact in group.facts},
    )
