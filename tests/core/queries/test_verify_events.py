"""The kinds of tampering one by one; tests/adversary has the thousand random ones."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from kith.core.actions.make_checkpoint import make_checkpoint
from kith.core.actions.seal_events import seal_events
from kith.core.checkpoints import Checkpoint
from kith.core.errors import Denied
from kith.core.models import Event
from kith.core.queries import verify_events as module
from kith.core.queries.verify_events import verify_events
from kith.core.viewer import Door, Role, Viewer
from tests.adversary import tamperings
from tests.factories.core import SYSTEM, portal_of, staff, thing_done

pytestmark = pytest.mark.django_db


@pytest.fixture
def checkpoint(tmp_path: Path) -> Checkpoint:
    for count in range(6):
        thing_done(count=count)
    return make_checkpoint(SYSTEM, to=tmp_path / "checkpoint")


SENTENCES = {
    "change_event_and_its_seal": "written anew",
    "delete_event": "was deleted",
    "delete_seal": "is missing",
    "delete_unsealed": "deleted unsealed",
    "insert_without_seal": "without a seal",
    "insert_with_false_seal": "was changed",
    "insert_dated_back_with_true_seal": "later than it says",
    "insert_dated_back_to_be_sealed": "later than it says",
    "insert_between": "put in between",
    "swap_events": "was changed",
    "cut_the_tail": "the checkpoint",
}


@pytest.mark.parametrize("name, words", SENTENCES.items())
def test_each_kind_of_tampering_has_its_sentence(name: str, words: str, checkpoint: Checkpoint) -> None:
    class First(random.Random):
        def choice(self, seq):
            return seq[1]

    expected = getattr(tamperings, name)(First(3))

    found = verify_events(SYSTEM, against=checkpoint)

    assert (found.ok, found.first_bad_seq) == (False, expected)
    assert words in found.sentence


def test_a_whole_chain_is_whole(checkpoint: Checkpoint) -> None:
    found = verify_events(SYSTEM, against=checkpoint)

    assert (found.ok, found.sealed, found.first_bad_seq) == (True, 6, None)
    assert found.sentence == "All 6 sealed events are whole."


def test_an_empty_chain_is_whole() -> None:
    assert verify_events(SYSTEM, against=None).ok


def test_a_chain_may_grow_past_its_checkpoint(checkpoint: Checkpoint) -> None:
    thing_done()
    seal_events(SYSTEM)

    assert verify_events(SYSTEM, against=checkpoint).ok


def test_events_that_wait_for_their_seal_are_not_faults(checkpoint: Checkpoint) -> None:
    thing_done()

    found = verify_events(SYSTEM, against=checkpoint)

    assert (found.ok, found.sealed) == (True, 6)


def test_a_long_chain_is_read_in_batches(checkpoint: Checkpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BATCH", 4)

    assert verify_events(SYSTEM, against=checkpoint).ok
    tamperings.force_update(Event.objects.filter(id=tamperings.chain()[4].event_id), kind="x")
    assert verify_events(SYSTEM, against=None).first_bad_seq == 5


def test_without_a_checkpoint_a_cut_tail_is_not_seen(checkpoint: Checkpoint) -> None:
    tamperings.cut_the_tail(random.Random(1))

    assert verify_events(SYSTEM, against=None).ok
    assert not verify_events(SYSTEM, against=checkpoint).ok


def test_a_cut_chain_that_grew_again_differs_from_its_checkpoint(checkpoint: Checkpoint) -> None:
    cut = tamperings.cut_the_tail(random.Random(1))
    for _ in range(8 - cut):
        thing_done()
    seal_events(SYSTEM)

    assert verify_events(SYSTEM, against=None).ok
    assert verify_events(SYSTEM, against=checkpoint).first_bad_seq == 6


def test_the_checkpoint_of_an_empty_chain_fits_every_chain(tmp_path: Path) -> None:
    empty = make_checkpoint(SYSTEM, to=tmp_path / "checkpoint")
    thing_done()
    seal_events(SYSTEM)

    assert verify_events(SYSTEM, against=empty).ok


@pytest.mark.parametrize(
    "change", [{"hash": "f" * 64}, {"seq": 2}, {"count": 9}, {"signature": "00"}, {"public_key": "aa"}]
)
def test_a_changed_checkpoint_is_noticed(change: dict[str, str | int], checkpoint: Checkpoint) -> None:
    found = verify_events(SYSTEM, against=replace(checkpoint, **change))

    assert not found.ok
    assert "not signed with this site's key" in found.sentence


def test_an_id_of_another_kind_is_noticed(checkpoint: Checkpoint) -> None:
    row = Event.objects.first()
    assert row is not None
    row.pk, row._state.adding = "6b0f8f6c-0f5c-4f63-8d64-0d5a1a3a9c11", True
    row.save()
    last = tamperings.chain()[-1]
    seal = tamperings.hash_now(last.hash, 7, row.pk)
    tamperings.EventSeal.objects.create(seq=7, event_id=row.pk, previous=last.hash, hash=seal)

    assert verify_events(SYSTEM, against=None).first_bad_seq == 7


@pytest.mark.parametrize("role", [Role.ADMIN, Role.PRIVACY_OFFICER])
def test_admins_and_privacy_officers_may_check(role: Role, checkpoint: Checkpoint) -> None:
    assert verify_events(staff(role), against=None).sealed == 6


@pytest.mark.parametrize(
    "viewer",
    [
        Viewer.nobody(Door.PUBLIC),
        portal_of(staff().organization_id or staff().user_id),
        *(staff(role) for role in Role if role not in {Role.ADMIN, Role.PRIVACY_OFFICER}),
    ],
)
def test_nobody_else_may_check(viewer: Viewer) -> None:
    with pytest.raises(Denied):
        verify_events(viewer, against=None)
