from dataclasses import replace

import pytest

from kith.core.errors import BadInput, NotFound
from kith.core.ids import uuid7
from kith.core.models import Event
from kith.core.viewer import Door, Role, Viewer
from kith.post.actions.set_safe_contact import set_safe_contact
from kith.post.models import SafeContactRule
from kith.post.queries.safe_contact_of import safe_contact_of
from tests.factories.core import portal_of, staff
from tests.factories.post import MAIL_IN_OFFICE_HOURS, SYSTEM, TEXTS_ONLY, reachable

pytestmark = pytest.mark.django_db


def test_the_rule_is_read_back_as_it_was_given():
    person_id = reachable(TEXTS_ONLY)

    assert safe_contact_of(SYSTEM, person_id=person_id) == TEXTS_ONLY


def test_a_person_without_a_rule_has_none():
    assert safe_contact_of(SYSTEM, person_id=uuid7()) is None


def test_a_new_rule_takes_the_place_of_the_one_before():
    person_id, organization_id = uuid7(), uuid7()
    for rule in (MAIL_IN_OFFICE_HOURS, TEXTS_ONLY):
        set_safe_contact(SYSTEM, person_id=person_id, rule=rule, organization_id=organization_id)

    assert safe_contact_of(SYSTEM, person_id=person_id) == TEXTS_ONLY
    assert SafeContactRule.objects.count() == 1


def test_numbers_and_addresses_are_sealed_and_not_in_the_event():
    reachable(TEXTS_ONLY)

    stored = SafeContactRule.objects.values("phone", "say").get()
    event = Event.objects.get(kind="post.safe_contact_set")

    assert [str(value) for value in stored.values()] == ["(sealed)", "(sealed)"]
    assert event.payload == {"may_call": False, "may_text": True, "may_mail": False, "may_voicemail": False}


@pytest.mark.parametrize(
    ("rule", "field"),
    [
        (replace(MAIL_IN_OFFICE_HOURS, email=""), "email"),
        (replace(MAIL_IN_OFFICE_HOURS, email="nobody"), "email"),
        (replace(TEXTS_ONLY, phone=""), "phone"),
        (replace(TEXTS_ONLY, phone="ask me"), "phone"),
        (replace(MAIL_IN_OFFICE_HOURS, may_call=True), "phone"),
        (replace(MAIL_IN_OFFICE_HOURS, may_voicemail=True), "may_voicemail"),
        (replace(MAIL_IN_OFFICE_HOURS, say="x" * 201), "say"),
        (replace(MAIL_IN_OFFICE_HOURS, say="one\ntwo"), "say"),
        (replace(MAIL_IN_OFFICE_HOURS, timezone="Mars/Base"), "timezone"),
        (replace(MAIL_IN_OFFICE_HOURS, timezone="../etc/passwd"), "timezone"),
        (replace(MAIL_IN_OFFICE_HOURS, days={}), "days"),
        (replace(MAIL_IN_OFFICE_HOURS, days={7: ("09:00", "17:00")}), "days"),
        (replace(MAIL_IN_OFFICE_HOURS, days={0: ("17:00", "09:00")}), "days"),
        (replace(MAIL_IN_OFFICE_HOURS, days={0: ("09:00", "09:00")}), "days"),
        (replace(MAIL_IN_OFFICE_HOURS, days={0: ("nine", "five")}), "days"),
    ],
)
def test_a_rule_that_does_not_hold_together_is_said_and_not_written(rule, field):
    with pytest.raises(BadInput) as told:
        reachable(rule)

    assert told.value.field == field
    assert not SafeContactRule.objects.exists()


def test_a_person_may_switch_every_way_off():
    nothing = replace(MAIL_IN_OFFICE_HOURS, may_mail=False, email="", days={})

    assert safe_contact_of(SYSTEM, person_id=reachable(nothing)) == nothing


HERE, ELSEWHERE, PERSON, OTHER = uuid7(), uuid7(), uuid7(), uuid7()
# viewer, may change the rule that stands, may set the first
TABLE = [
    (SYSTEM, True, True),
    (staff(Role.NAVIGATOR, organization_id=HERE), True, True),
    (staff(Role.CLINICIAN, organization_id=HERE), True, True),
    (staff(Role.NAVIGATOR, organization_id=ELSEWHERE), False, False),
    (staff(Role.PRIVACY_OFFICER, organization_id=HERE), False, False),
    (staff(Role.COORDINATOR, organization_id=HERE), False, False),
    (staff(Role.ADMIN, organization_id=HERE), False, False),
    (staff(Role.EVALUATOR, organization_id=HERE), False, False),
    (staff(Role.CURATOR, organization_id=HERE), False, False),
    (staff(Role.PARTNERSHIP_MANAGER, organization_id=HERE), False, False),
    (portal_of(PERSON), True, True),
    (portal_of(OTHER), False, True),
    (Viewer.nobody(Door.PUBLIC), False, True),
    (Viewer.nobody(Door.ANSWER), False, True),
]


@pytest.mark.parametrize(("viewer", "may_change", "_may_begin"), TABLE)
def test_who_may_see_and_change_a_rule_that_stands(viewer, may_change, _may_begin):
    set_safe_contact(SYSTEM, person_id=PERSON, rule=MAIL_IN_OFFICE_HOURS, organization_id=HERE)

    if may_change:
        set_safe_contact(viewer, person_id=PERSON, rule=TEXTS_ONLY, organization_id=HERE)
        assert safe_contact_of(viewer, person_id=PERSON) == TEXTS_ONLY
        return
    with pytest.raises(NotFound):
        set_safe_contact(viewer, person_id=PERSON, rule=TEXTS_ONLY, organization_id=HERE)
    assert safe_contact_of(viewer, person_id=PERSON) is None
    assert safe_contact_of(SYSTEM, person_id=PERSON) == MAIL_IN_OFFICE_HOURS


@pytest.mark.parametrize(("viewer", "_may_change", "may_begin"), TABLE)
def test_who_may_set_the_first_rule_of_a_person(viewer, _may_change, may_begin):
    if may_begin:
        set_safe_contact(viewer, person_id=PERSON, rule=TEXTS_ONLY, organization_id=HERE)
        assert safe_contact_of(SYSTEM, person_id=PERSON) == TEXTS_ONLY
        return
    with pytest.raises(NotFound):
        set_safe_contact(viewer, person_id=PERSON, rule=TEXTS_ONLY, organization_id=HERE)
    assert not SafeContactRule.objects.exists()


def test_nobody_takes_a_rule_over_by_naming_their_own_organisation():
    set_safe_contact(SYSTEM, person_id=PERSON, rule=MAIL_IN_OFFICE_HOURS, organization_id=HERE)
    stranger = staff(Role.NAVIGATOR, organization_id=ELSEWHERE)

    with pytest.raises(NotFound):
        set_safe_contact(stranger, person_id=PERSON, rule=TEXTS_ONLY, organization_id=ELSEWHERE)
