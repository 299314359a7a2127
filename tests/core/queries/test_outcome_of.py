import pytest

from kith.core.actions.once import once
from kith.core.ids import uuid7
from kith.core.queries.outcome_of import outcome_of
from kith.core.viewer import Role
from tests.factories.core import staff, thing_done

pytestmark = pytest.mark.django_db


def test_a_form_that_took_effect_is_known_by_its_outcome() -> None:
    viewer, key = staff(Role.NAVIGATOR), uuid7()

    outcome = once(viewer, key=key, work=thing_done)

    assert outcome_of(viewer, key=key) == outcome


def test_another_viewer_and_another_key_find_nothing() -> None:
    viewer, key = staff(Role.NAVIGATOR), uuid7()

    once(viewer, key=key, work=thing_done)

    assert outcome_of(staff(Role.NAVIGATOR), key=key) is None
    assert outcome_of(viewer, key=uuid7()) is None
