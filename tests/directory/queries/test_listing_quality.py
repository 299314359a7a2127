"""Which questions a listing answers, as search weighs them."""

import pytest

from kith.directory.models import Service
from kith.directory.queries.listing_quality import listing_quality
from kith.directory.searching.quality import ListingQuestion
from tests.factories.care import a_service
from tests.factories.partnerships import SYSTEM, an_organization

pytestmark = pytest.mark.django_db


def test_it_says_what_is_answered_and_what_is_missing() -> None:
    organization_id = an_organization("Al-Noor Mosque")
    service_id = a_service(organization_id, "Walking group", places=None)

    found = listing_quality(SYSTEM, organization_id=organization_id)[service_id]

    assert ListingQuestion.WHAT in found.answered
    assert ListingQuestion.LANGUAGES in found.answered
    assert ListingQuestion.COST in found.missing
    assert sorted([*found.answered, *found.missing]) == sorted(ListingQuestion)


def test_an_answer_moves_its_question() -> None:
    organization_id = an_organization("Al-Noor Mosque")
    service_id = a_service(organization_id, "Walking group", places=None)
    Service.objects.filter(pk=service_id).update(fees_description="Free")

    found = listing_quality(SYSTEM, organization_id=organization_id)[service_id]

    assert ListingQuestion.COST in found.answered
