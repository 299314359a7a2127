"""What became of promises, written as rows of chance."""

import random
from datetime import UTC, datetime, timedelta
from uuid import UUID

from kith.core.ids import uuid7
from kith.partnerships.models import PromiseOutcome
from kith.partnerships.terms import PromiseResult

SINCE = datetime(2026, 11, 1, 12, tzinfo=UTC)


def an_outcome(
    promiser_id: UUID,
    towards_id: UUID,
    *,
    result: PromiseResult = PromiseResult.IN_TIME,
    days: int | None = 1,
    service_id: UUID | None = None,
    is_varied: bool = False,
    asked_at: datetime = SINCE,
    due_at: datetime | None = None,
    answer: str = "yes",
) -> PromiseOutcome:
    return PromiseOutcome.objects.create(
        source_id=uuid7(),
        promiser_id=promiser_id,
        towards_id=towards_id,
        service_id=service_id,
        asked_at=asked_at,
        due_at=due_at,
        answered_days=days,
        answer=answer,
        result=result.value,
        is_varied=is_varied,
    )


def outcomes_by_chance(seed: int, *sides: UUID, count: int = 30) -> None:
    """Askings among these organisations: any result, any wait, varied or not."""
    chance = random.Random(seed)
    for _turn in range(count):
        promiser_id, towards_id = chance.sample(sides, k=2)
        result = chance.choice(list(PromiseResult))
        an_outcome(
            promiser_id,
            towards_id,
            result=result,
            days=chance.choice([None, 0, 1, 2, 9]),
            is_varied=chance.random() < 0.3,
            asked_at=SINCE + timedelta(hours=chance.randint(0, 900)),
            due_at=chance.choice([None, SINCE + timedelta(hours=chance.randint(0, 1500))]),
        )
