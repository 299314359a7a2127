"""What is talked about in the demo town: a remark about an agreement, and keys of clauses to open pages with."""

from collections.abc import Sequence
from uuid import UUID

from kith.core.viewer import Viewer
from kith.partnerships.actions.say_about_clause import say_about_clause
from kith.partnerships.models import Clause, Version
from kith.partnerships.terms import VersionState


def talk_about(viewer: Viewer) -> None:
    """Say something about the oldest words of the viewer's organisation that all parties see."""
    words = Version.objects.filter(
        agreement__drafted_by_id=viewer.organization_id,
        state__in=[VersionState.SIGNED.value, VersionState.OFFERED.value],
    ).earliest("written_at", "pk")
    say_about_clause(
        viewer,
        agreement_id=words.agreement_id,
        number=words.number,
        clause_key=Clause.objects.filter(version=words).earliest("place").key,
        text="Three days would be better for us.",
    )


def clause_keys(agreement_ids: Sequence[object]) -> list[UUID]:
    """A clause of the oldest and one of the newest of these agreements."""
    rows = Clause.objects.filter(version__agreement_id__in=agreement_ids).order_by(
        "version__agreement_id", "place"
    )
    return [rows[0].key, rows.reverse()[0].key]
