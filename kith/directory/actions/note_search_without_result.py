"""Count a search that found nothing."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F

from kith.core import clock
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.directory.models import SearchWithoutResult
from kith.directory.policies.search_without_result import May, searches_without_result
from kith.directory.terms import Topic


@transaction.atomic
def note_search_without_result(viewer: Viewer, *, topic: Topic | None, language: str, area: str) -> None:
    """Count it under topic, language, coarse area and week: never the words (promise 13).

    `area` is a town that the directory knows, or empty. No event is recorded: it would tie a topic to
    the moment, and to the person who is signed in.
    """
    today = clock.today(site_profile(viewer).timezone)
    row, is_new = SearchWithoutResult.objects.get_or_create(
        topic=topic.value if topic else "",
        language=language,
        area=area,
        week_starts_on=today - timedelta(days=today.weekday()),
    )
    if not is_new:
        searches_without_result(viewer, May.COUNT).filter(pk=row.pk).update(times=F("times") + 1)
