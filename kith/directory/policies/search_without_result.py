"""Who may read and count searches that found nothing."""

from collections.abc import Callable
from enum import StrEnum

from django.db.models import Q, QuerySet

from kith.core.policies.narrowing import narrowed
from kith.core.viewer import Role, Viewer
from kith.directory.models import SearchWithoutResult
from kith.directory.policies.who import as_host, as_system, everyone


class May(StrEnum):
    """What may be done with the counts."""

    READ = "read"
    COUNT = "count"


POLICY: dict[May, Callable[[Viewer], Q]] = {
    May.READ: lambda viewer: as_host(viewer, Role.CURATOR, Role.EVALUATOR, Role.ADMIN) | as_system(viewer),
    May.COUNT: everyone,
}


def searches_without_result(viewer: Viewer, may: May) -> QuerySet[SearchWithoutResult]:
    """The counts that the viewer may `may`."""
    return narrowed(SearchWithoutResult.objects.all(), POLICY, viewer, may)
