from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from kith.core.actions.once import once
from kith.core.errors import BadInput
from kith.core.ids import uuid7
from kith.core.models import Event, IdempotencyKey
from kith.core.viewer import Door, Role, Viewer
from tests.factories.core import portal_of, staff, thing_done

pytestmark = pytest.mark.django_db


def test_the_same_key_again_gives_the_first_outcome_and_no_second_effect() -> None:
    viewer, key = staff(Role.NAVIGATOR), uuid7()

    first = once(viewer, key=key, work=thing_done)
    second = once(viewer, key=key, work=thing_done)

    assert first == second == Event.objects.get().id
    assert str(IdempotencyKey.objects.get()) == str(key)


@pytest.mark.parametrize("viewers", [(staff(), staff()), (portal_of(uuid7()), Viewer.nobody(Door.PUBLIC))])
def test_another_viewer_with_the_same_key_does_their_own_work(viewers: tuple[Viewer, Viewer]) -> None:
    key = uuid7()

    outcomes = {once(viewer, key=key, work=thing_done) for viewer in viewers}

    assert len(outcomes) == Event.objects.count() == 2


def test_work_that_fails_leaves_the_key_free() -> None:
    viewer, key = staff(Role.NAVIGATOR), uuid7()

    def fails() -> UUID:
        thing_done()
        raise BadInput

    with pytest.raises(BadInput):
        once(viewer, key=key, work=fails)
    assert not Event.objects.exists()
    assert once(viewer, key=key, work=thing_done) == Event.objects.get().id


def test_a_clash_inside_the_work_is_not_taken_for_a_second_sending() -> None:
    viewer, key = staff(Role.NAVIGATOR), uuid7()

    def clashes() -> UUID:
        raise IntegrityError("another row's constraint")

    with pytest.raises(IntegrityError), transaction.atomic():
        once(viewer, key=key, work=clashes)
    assert not IdempotencyKey.objects.exists()
