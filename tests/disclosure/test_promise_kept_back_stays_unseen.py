"""Promise 3: the partner's bytes are the same whether or not there is something that was kept back."""

import json
from dataclasses import asdict, replace

import pytest

from kith.consent.actions.exclude import exclude
from kith.consent.terms import ASK_KINDS, NAME_KINDS, Kind
from kith.core.ids import uuid7
from kith.disclosure.models import Disclosure
from kith.disclosure.queries.preview_sharing import HeldItem
from kith.disclosure.queries.what_was_shared import what_was_shared
from kith.people.actions.change_person import change_person
from kith.people.actions.set_how_to_reach import set_how_to_reach
from kith.people.actions.take_in import take_in
from tests.factories.consent import EVERYTHING
from tests.factories.disclosure import (
    NEED,
    TEXTS_ONLY,
    a_referral,
    a_town,
    asked,
    named,
    previewed,
    said_yes,
    told_all,
)
from tests.factories.partnerships import a_contact, a_partner, an_organization

pytestmark = pytest.mark.django_db
KEPT_BACK = (
    HeldItem(Kind.ADDRESS, "Canary Street 7"),
    HeldItem(Kind.HEALTH_NOTES, "canary of health"),
    HeldItem(Kind.FAMILY, "canary of family"),
    HeldItem(Kind.OTHER_NEEDS, "canary of another need"),
)


@pytest.fixture
def town():
    return a_town()


def as_bytes(page):
    return json.dumps(asdict(page), default=str, sort_keys=True).encode()


def seen_by_partner(town, about, *disclosure_ids):
    return [
        as_bytes(what_was_shared(viewer, disclosure_id=disclosure_id))
        for viewer in (town.by_link(about), town.coordinator)
        for disclosure_id in disclosure_ids
    ]


def test_a_person_with_secrets_and_one_without_look_the_same_to_the_partner(town):
    plain_ask, plain_name, plain_about = told_all(town)
    plain = seen_by_partner(town, plain_about, plain_ask, plain_name)

    secret = a_town_with_secrets(town)
    ask, name, about = told_all(secret)

    assert seen_by_partner(secret, about, ask, name) == plain


def a_town_with_secrets(town):
    """The same partner, and a person with the same facts to tell and much that is kept back."""
    from tests.factories.disclosure import a_person

    secret = replace(town, person_id=a_person(town.navigator), about=a_referral())
    previewed(secret, also_held=KEPT_BACK)
    exclude(
        secret.navigator,
        person_id=secret.person_id,
        holder_id=secret.holder_id,
        organization_id=secret.recipient_id,
        contact_id=a_contact(secret.manager, secret.recipient_id, "Yusuf Karim"),
        words="canary of exclusion",
    )
    exclude(
        secret.navigator,
        person_id=secret.person_id,
        holder_id=secret.holder_id,
        organization_id=an_organization("Open Door"),
        contact_id=None,
        words="canary of exclusion",
    )
    return secret


@pytest.mark.parametrize("kind", [Kind.TIMES, Kind.ACCESS, Kind.ROUGH_AREA])
def test_a_fact_that_was_kept_back_and_one_that_is_not_there_look_the_same(town, kind):
    said_yes(town, kinds=EVERYTHING - {kind})
    about = town.about
    kept_back = seen_by_partner(town, about, asked(town, about=about))

    facts = {"rough_area": "East Northgate", "times": "Tue or Thu, after 4 pm", "access_needs": "No stairs"}
    facts["access_needs" if kind is Kind.ACCESS else kind.value] = ""
    change_person(
        town.navigator, person_id=town.person_id, alias="Zuhal", languages=["ar", "en"], **facts,
        interpreter_needed=False,
    )  # fmt: skip
    other = a_referral()
    said_yes(town, about=other)

    assert seen_by_partner(town, other, asked(town, about=other)) == kept_back


def test_a_number_that_is_not_safe_and_one_that_is_not_there_look_the_same(town):
    by_mail = replace(TEXTS_ONLY, may_text=False, may_mail=True, email="a@home.example")
    pages = []
    for phone in ("+44 7700 900142", ""):
        set_how_to_reach(town.navigator, person_id=town.person_id, rule=replace(by_mail, phone=phone))
        about = a_referral()
        said_yes(town, about=about)
        asked(town, about=about)
        pages.append(seen_by_partner(town, about, named(town, about=about)))

    assert pages[0] == pages[1]


def test_an_excluded_partner_sees_exactly_what_one_sees_after_a_stop(town):
    from kith.disclosure.actions.exclude_from_sharing import exclude_from_sharing
    from kith.disclosure.actions.stop_sharing import stop_sharing
    from tests.factories.disclosure import a_person

    ask, name, about = told_all(town)
    other = replace(town, person_id=a_person(town.navigator), about=a_referral())
    other_ask, other_name, other_about = told_all(other)
    consent_id = Disclosure.objects.get(id=other_ask).consent_id

    exclude_from_sharing(
        town.person,
        person_id=town.person_id,
        organization_id=town.recipient_id,
        contact_id=None,
        words="My uncle goes there",
    )
    stop_sharing(other.person, consent_id=consent_id)

    excluded = seen_by_partner(town, about, ask, name)
    assert excluded == seen_by_partner(other, other_about, other_ask, other_name)
    assert b"exclu" not in b"".join(excluded)


def test_what_stays_is_listed_for_sender_and_person_with_the_reason(town):
    said_yes(town, kinds=EVERYTHING - {Kind.TIMES})

    for viewer in (town.navigator, town.person):
        preview = previewed(town, viewer=viewer, also_held=KEPT_BACK)
        assert [(item.kind, item.why) for item in preview.stays] == [
            (Kind.TIMES, "Zuhal said no"),
            (Kind.ADDRESS, "Not needed for this"),
            (Kind.HEALTH_NOTES, "Not needed for this"),
            (Kind.FAMILY, "Not needed for this"),
            (Kind.OTHER_NEEDS, "Not needed for this"),
        ]


def test_what_the_agreement_does_not_cover_stays_and_says_so():
    town = a_town(scope=frozenset({Kind.NEED, Kind.NAME}))

    preview = previewed(town)

    assert [item.kind for item in preview.goes_now] == [Kind.NEED]
    assert [item.kind for item in preview.goes_after_yes] == [Kind.NAME]
    assert {item.why for item in preview.stays} == {"Not in the agreement"}


def test_before_a_yes_the_preview_shows_what_would_go(town):
    preview = previewed(town)

    assert {item.kind for item in preview.goes_now} == ASK_KINDS
    assert {item.kind for item in preview.goes_after_yes} == NAME_KINDS
    assert preview.stays == []
    assert preview.consent_id is None
    assert not preview.ask.is_permitted
    assert not preview.name.is_permitted


def test_with_a_yes_the_preview_says_that_both_may_go(town):
    consent_id = said_yes(town)

    preview = previewed(town)

    assert preview.consent_id == consent_id
    assert preview.ask.is_permitted
    assert preview.name.is_permitted


def test_the_preview_shows_the_end_of_the_number_and_how_to_use_it(town):
    contact = previewed(town).goes_after_yes[1]

    assert "ends 42" in contact.text
    assert "900142" not in contact.text
    assert "Text messages only" in contact.text
    assert "the walking group" in contact.text


def test_an_excluded_partner_gets_nothing_in_the_preview(town):
    said_yes(town)
    exclude(
        town.navigator,
        person_id=town.person_id,
        holder_id=town.holder_id,
        organization_id=town.recipient_id,
        contact_id=None,
        words="",
    )

    preview = previewed(town)

    assert preview.goes_now == preview.goes_after_yes == []
    assert {item.why for item in preview.stays} == {"Zuhal asked that they do not see it"}


def test_without_an_agreement_everything_stays(town):
    stranger = a_partner(town.manager, "Stranger Hall")

    preview = previewed(replace(town, recipient_id=stranger), contact_id=uuid7())

    assert preview.goes_now == []
    assert "There is no agreement with them" in {item.why for item in preview.stays}


def test_a_combination_is_rare_until_five_people_share_it(town):
    from tests.factories.disclosure import a_person

    for number in range(2, 5):
        a_person(town.navigator, alias=f"Alias {number}", name="")
        assert previewed(town).is_rare_combination
    a_person(town.navigator, alias="Alias 5", name="")

    assert not previewed(town).is_rare_combination


def test_where_no_area_goes_out_nothing_is_said_of_rare_areas(town):
    facts = {"languages": ["ps"], "times": "", "access_needs": ""}
    nowhere = take_in(town.navigator, alias="Robin", rough_area="", **facts)
    somewhere = take_in(town.navigator, alias="Kay", rough_area="East Northgate", **facts)

    seen = [previewed(replace(town, person_id=person_id)) for person_id in (nowhere, somewhere)]

    assert [(page.has_area, page.is_rare_combination) for page in seen] == [(False, False), (True, True)]


def test_a_name_in_the_question_is_shown_before_it_is_refused(town):
    assert previewed(town, need_text="A walk for Amina").has_name_in_ask
    assert not previewed(town, need_text=NEED).has_name_in_ask
