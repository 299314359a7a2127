"""The paper that all signed, and what each party said of it, as those see who may read its words."""

from uuid import UUID

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, When

from kith.core.errors import NotFound
from kith.core.viewer import Viewer
from kith.partnerships.models import Paper, PaperAnswer
from kith.partnerships.policies.agreement import May
from kith.partnerships.policies.clauses import papers
from kith.partnerships.policies.version import versions


def papers_behind(viewer: Viewer, agreement_id: UUID) -> QuerySet[Paper]:
    """Every paper behind this agreement, the first signed first."""
    seen = versions(viewer, May.READ).filter(agreement_id=agreement_id).order_by()
    return papers(viewer, seen.values_list("pk", flat=True))


def one_paper_by_id(viewer: Viewer, agreement_id: UUID, paper_id: UUID) -> Paper:
    """One of them. Raises NotFound."""
    found = papers_behind(viewer, agreement_id).filter(pk=paper_id).first()
    if found is None:
        raise NotFound
    return found


def adopted_paper(viewer: Viewer, agreement_id: UUID) -> Paper | None:
    """The newest paper that all parties signed; None where each signed here."""
    found = papers_behind(viewer, agreement_id).filter(organization__isnull=True)
    return found.select_related("version").order_by("-adopted_at", "-pk").first()


def signature_on_paper(viewer: Viewer, agreement_id: UUID, organization_id: UUID) -> Paper | None:
    """The newest paper that bears this one party's signature."""
    found = papers_behind(viewer, agreement_id).filter(organization_id=organization_id)
    return found.select_related("version").order_by("-adopted_at", "-pk").first()


def paper_to_answer(viewer: Viewer, agreement_id: UUID) -> Paper | None:
    """The newest paper that others took in as signed by the viewer's organisation; else that it took in.

    What it has said nothing of comes first.
    """
    if viewer.organization_id is None:
        return None
    ours = Q(organization__isnull=True) | Q(organization_id=viewer.organization_id)
    said = PaperAnswer.objects.filter(organization_id=viewer.organization_id, paper_id=OuterRef("pk"))
    found = (
        papers_behind(viewer, agreement_id)
        .filter(ours)
        .annotate(
            is_own=Case(When(adopted_by_organization_id=viewer.organization_id, then=1), default=0),
            is_said=Exists(said),
        )
    )
    return found.select_related("version").order_by("is_own", "is_said", "-adopted_at", "-pk").first()


def paper_answers(viewer: Viewer, agreement_id: UUID) -> QuerySet[PaperAnswer]:
    """What was said of these papers, the first to say so first."""
    seen = papers_behind(viewer, agreement_id).order_by()
    return PaperAnswer.objects.filter(paper_id__in=seen.values("pk")).order_by("answered_at", "pk")
