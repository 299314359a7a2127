from datetime import date, timedelta

import pytest

from kith.core.ids import uuid7
from kith.directory.searching.quality import Trust, completeness
from kith.directory.searching.stored import ToldOfService, from_text, to_text
from kith.matching.documents import Document, Site, Week

TODAY = date(2026, 11, 20)


def test_what_is_kept_comes_back_as_it_was() -> None:
    week = Week("Europe/London", ((600, 840), (9000, 10600)), (date(2026, 12, 25),), is_exact=False)
    document = Document(
        id=uuid7(),
        words=(("بيت", 8), ("tea", 3)),
        codes=("topic:housing",),
        languages=("ar",),
        facts=("cost-free",),
        minimum_age=16,
        maximum_age=25,
        places=2,
        is_paused=True,
        quality=1.0,
        sites=(Site(52.95, -1.15, week, ("culture-steps",)), Site(0.0, 0.0), Site(1.0, 1.0, week)),
        areas=("town:northgate",),
        week=week,
    )
    text = to_text(ToldOfService(document, Trust(1.0, TODAY, None)))

    assert from_text(document.id, text, places=2, today=TODAY) == document
    assert "بيت" in text
    assert text.count("Europe/London") == 2


def test_quality_halves_in_half_a_year_and_a_claim_counts_half() -> None:
    later = TODAY + timedelta(days=180)

    assert Trust(1.0, TODAY, None).on(TODAY) == 1.0
    assert Trust(1.0, TODAY, None).on(later) == 0.7
    assert Trust(1.0, None, TODAY).on(TODAY) == 0.7
    assert Trust(0.0, None, None).on(TODAY) == 0.0
    assert Trust(0.5, TODAY + timedelta(days=9), None).on(TODAY) == 0.8


def test_completeness_is_the_share_of_answers() -> None:
    assert completeness(["words", "", [], ["en"]]) == 0.5


@pytest.mark.parametrize("days", [0, 1, 179, 2000])
def test_quality_stays_between_nothing_and_all(days: int) -> None:
    day = TODAY + timedelta(days=days)

    assert 0 <= Trust(0.3, TODAY, TODAY).on(day) <= 1
