"""How many people are alike: tells whether a combination is rare."""

from uuid import UUID

from kith.core.viewer import Viewer
from kith.people.policies.person import May, persons
from kith.people.wording import language_mark, normal_languages


def count_alike(viewer: Viewer, *, organization_id: UUID, languages: list[str], rough_area: str) -> int:
    """How many people of this organisation speak the same languages in the same rough area.

    The person asked about counts too. 0 where the viewer may not count: treat a small number as rare.
    """
    alike = persons(viewer, May.COUNT).filter(organization_id=organization_id)
    mark = language_mark(normal_languages(tuple(languages)))
    return alike.filter(language_mark=mark, rough_area__iexact=rough_area.strip()).count()
