"""Every tampering with the sealed trail is noticed, and the first bad seal is named."""

import random
from pathlib import Path

import pytest
from django.db import transaction

from kith.core.actions.make_checkpoint import make_checkpoint
from kith.core.queries.verify_events import verify_events
from tests.adversary.tamperings import TAMPERINGS
from tests.environment import scaled
from tests.factories.core import SYSTEM, thing_done

pytestmark = pytest.mark.django_db

EVENTS = 40
SEED = 20260


@pytest.mark.heavy
def test_every_random_tampering_is_noticed_and_the_first_bad_one_named(tmp_path: Path) -> None:
    for count in range(EVENTS):
        thing_done(count=count)
    checkpoint = make_checkpoint(SYSTEM, to=tmp_path / "checkpoint.json")
    assert verify_events(SYSTEM, against=checkpoint).ok
    chance = random.Random(SEED)
    missed = []

    for run in range(scaled(1000, least=3 * len(TAMPERINGS))):
        tamper = TAMPERINGS[run % len(TAMPERINGS)]
        with transaction.atomic():
            expected = tamper(chance)
            found = verify_events(SYSTEM, against=checkpoint)
            transaction.set_rollback(True)
        if found.ok or found.first_bad_seq != expected:
            missed.append(f"run {run} {tamper.__name__}: bad is {expected}, found {found}")

    assert not missed, "\n".join(missed)
    assert verify_events(SYSTEM, against=checkpoint).ok
