"""What was said about a referral is read by those who may read the referral."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from kith.care.models import Answer, PersonsWord, ServiceReport
from kith.care.policies.referral import May, referrals
from kith.core.viewer import Viewer


def answers(viewer: Viewer, referral_ids: Iterable[UUID]) -> QuerySet[Answer]:
    """Answers to these referrals, as far as `viewer` may read them, oldest first."""
    readable = referrals(viewer, May.READ).filter(pk__in=list(referral_ids))
    return Answer.objects.filter(referral_id__in=readable.values("pk")).order_by("told_at", "pk")


def service_reports(viewer: Viewer, referral_ids: Iterable[UUID]) -> QuerySet[ServiceReport]:
    """What services reported on these referrals, oldest first."""
    readable = referrals(viewer, May.READ).filter(pk__in=list(referral_ids))
    return ServiceReport.objects.filter(referral_id__in=readable.values("pk")).order_by("told_at", "pk")


def persons_words(viewer: Viewer, referral_ids: Iterable[UUID]) -> QuerySet[PersonsWord]:
    """The person's own words: for the person and the workers who asked, never for the receiver."""
    readable = referrals(viewer, May.SPEAK).filter(pk__in=list(referral_ids))
    return PersonsWord.objects.filter(referral_id__in=readable.values("pk")).order_by("said_at", "pk")
