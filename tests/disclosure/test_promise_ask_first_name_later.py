"""Promise 1: asking carries five kinds and no name; the name follows the yes, decided again."""

import json
from dataclasses import asdict, replace
from datetime import timedelta

import pytest

from kith.consent.terms import ASK_KINDS, Kind, Stage
from kith.core import clock
from kith.core.errors import BadInput, Denied, NotFound
from kith.core.ids import uuid7
from kith.core.models import Event
from kith.core.viewer import Role
from kith.disclosure.actions.stop_all_sharing import stop_all_sharing
from kith.disclosure.errors import AlreadyTold, ConsentMissing, NameInTheAsk, SharingForbidden
from kith.disclosure.models import Disclosure, SharedItem
from kith.disclosure.queries.asks_with_name import asks_with_name
from kith.disclosure.queries.what_was_shared import what_was_shared
from kith.people.actions.change_person import change_person
from kith.people.actions.set_how_to_reach import set_how_to_reach
from kith.people.actions.set_name import set_name
from kith.people.actions.take_in import take_in
from tests.factories.consent import EVERYTHING
from tests.factories.disclosure import (
    ALIAS,
    NAME,
    NEED,
    PHONE,
    TEXTS_ONLY,
    a_referral,
    a_town,
    asked,
    named,
    previewed,
    said_yes,
)
from tests.factories.partnerships import a_contact, a_member, a_partner, events_of_kind

pytestmark = pytest.mark.django_db
CANARIES = [ALIAS, *NAME.split(), PHONE, PHONE.replace(" ", ""), "900142"]


@pytest.fixture
def town():
    return a_town()


def as_bytes(page):
    return json.dumps(asdict(page), default=str, sort_keys=True)


def test_a_question_carries_five_kinds_and_nothing_else(town):
    said_yes(town)
    about = town.about

    page = what_was_shared(town.by_link(about), disclosure_id=asked(town, about=about))

    assert [(item.kind, item.text) for item in page.items] == [
        (Kind.NEED, NEED),
        (Kind.LANGUAGE, "Arabic, English"),
        (Kind.ROUGH_AREA, "East Northgate"),
        (Kind.TIMES, "Tue or Thu, after 4 pm"),
        (Kind.ACCESS, "No stairs"),
    ]
    assert page.contact is None


def test_no_canary_of_identity_is_in_what_a_question_keeps_shows_or_records(town):
    said_yes(town)
    about = town.about
    disclosure_id = asked(town, about=about)

    seen = as_bytes(what_was_shared(town.by_link(about), disclosure_id=disclosure_id))
    kept = " ".join(item.text for item in SharedItem.objects.all())
    trail = " ".join(str(event.payload) for event in Event.objects.all())

    for canary in CANARIES:
        assert canary not in seen
        assert canary not in kept
        assert canary not in trail


@pytest.mark.parametrize(
    "text",
    [
        f"{NAME} wants company",
        "amina  haddad wants company",
        "A walk for Amina.",
        f"{ALIAS} is shy",
        "Write to +44 (0)7700-900142",
        "900 142",
    ],
)
def test_a_question_that_holds_the_name_or_number_does_not_leave(town, text):
    said_yes(town)

    with pytest.raises(NameInTheAsk):
        asked(town, need_text=text)
    assert not Disclosure.objects.exists()


def test_a_mail_address_in_the_question_does_not_leave(town):
    rule = replace(TEXTS_ONLY, may_mail=True, email="amina@home.example")
    set_how_to_reach(town.navigator, person_id=town.person_id, rule=rule)
    said_yes(town)

    with pytest.raises(NameInTheAsk):
        asked(town, need_text="Please write to AMINA@home.example")


@pytest.mark.parametrize("text", ["I hope to walk with others", "A walk with Hope"])
def test_a_name_that_is_also_a_word_is_put_in_other_words(town, text):
    set_name(town.navigator, person_id=town.person_id, name="Hope Will")
    said_yes(town)

    with pytest.raises(NameInTheAsk):
        asked(town, need_text=text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Amina Haddad", "Amina's rent is late"),
        ("Amina Haddad", "AMINA needs food"),
        ("Amina Haddad", "amina needs food"),
        ("Amina Haddad", "the Haddad-family"),
        ("Amina Haddad", "AminaH needs food"),
        ("José Pérez", "a room for jose"),
        ("Li Wu", "a walk with Li"),
        ("أمينة حداد", "غرفة لأمينة"),
        ("أمينة حداد", "أمينه تريد غرفة"),
        ("أمينة حداد", "أمـيـنة تريد غرفة"),
        ("کریم یاری", "غرفة لكريم"),
        ("Łukasz Żak", "a room for Lukasz"),
        ("Вера Ильина", "вера ищет жильё"),
        ("李娜", "请帮助李娜找房"),
        ("O'Neil Ray", "a room for O\u2019Neil"),
    ],
)
def test_a_name_is_found_however_it_is_written(town, name, text):
    set_name(town.navigator, person_id=town.person_id, name=name)
    said_yes(town)

    with pytest.raises(NameInTheAsk):
        asked(town, need_text=text)


@pytest.mark.parametrize(
    "text",
    [
        "Am\u00adina needs company",
        "Am\u200bina needs company",
        "\u202eAmina\u202c needs company",
        "A\u034fm\ufe0fina needs company",
        "\u0410min\u0430 needs company",
        "Am\u0456na needs company",
        "\u0391mina needs company",
        "\uff21\uff4dina needs company",
        "\U0001d400mina needs company",
        "Ha\u0501\u0501ad needs company",
        "A m i n a needs company",
        "For a A m i n a is help",
        "A.m.i.n.a needs company",
        "A mi na needs company",
        "Am-ina needs company",
        "Am_ina needs company",
        "write to +44 77\u200b00 9\u00ad00 142",
    ],
)
def test_a_name_is_found_however_it_is_hidden(town, text):
    said_yes(town)

    with pytest.raises(NameInTheAsk):
        asked(town, need_text=text)


def test_a_mail_address_is_found_however_it_is_hidden(town):
    rule = replace(TEXTS_ONLY, may_mail=True, email="zed@home.example")
    set_how_to_reach(town.navigator, person_id=town.person_id, rule=rule)
    said_yes(town)

    for text in ("zed@\u200bhome.example", "z\u0435d@home.example", "zed @ home.example"):
        with pytest.raises(NameInTheAsk):
            asked(town, need_text=f"Write to {text}")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ana Lo", "A walk at 10 am, in an area as open as it is"),
        ("Hasan Ali", "She has an appointment at a clinic"),
        ("Ina Mae", "in a month, if it is on"),
        ("Вера Ильина", "Company in the evening"),
        ("李娜", "请帮助她找房"),
    ],
)
def test_words_that_only_stand_close_to_a_name_may_go(town, name, text):
    set_name(town.navigator, person_id=town.person_id, name=name)
    said_yes(town)

    asked(town, need_text=text)


@pytest.mark.parametrize(
    ("name", "text", "differs"),
    [
        ("Amina Haddad", "أمينة تريد صحبة", True),
        ("أمينة حداد", NEED, True),
        ("Amina Haddad", NEED, False),
        ("", NEED, False),
        ("Keʻala", NEED, False),
    ],
)
def test_where_the_name_is_in_other_letters_the_worker_is_told_to_look(town, name, text, differs):
    set_name(town.navigator, person_id=town.person_id, name=name)

    preview = previewed(town, need_text=text)

    assert preview.is_in_other_letters is differs
    assert not preview.has_name_in_ask


@pytest.mark.parametrize("what", ["name", "alias", "number"])
def test_what_is_written_down_later_is_hidden_at_the_next_look(town, what):
    person_id = take_in(
        town.navigator, alias="Z1", languages=["ar"], rough_area="East Northgate", times="", access_needs=""
    )
    plain = replace(town, person_id=person_id)
    said_yes(plain)
    ask = asked(plain, need_text="Amina needs company, 900 142")
    before = kinds_seen(plain, ask)

    if what == "name":
        set_name(town.navigator, person_id=person_id, name=NAME)
    if what == "alias":
        change_person(
            town.navigator, person_id=person_id, alias="Amina", languages=["ar"],
            rough_area="East Northgate", times="", access_needs="", interpreter_needed=False,
        )  # fmt: skip
    if what == "number":
        set_how_to_reach(town.navigator, person_id=person_id, rule=TEXTS_ONLY)

    assert before == {Kind.NEED, Kind.LANGUAGE, Kind.ROUGH_AREA}
    assert kinds_seen(plain, ask) == {Kind.LANGUAGE, Kind.ROUGH_AREA}
    assert asks_with_name(town.navigator, person_id=person_id) == {town.about}
    assert asks_with_name(plain.person, person_id=person_id) == {town.about}
    assert asks_with_name(town.coordinator, person_id=person_id) == frozenset()


def kinds_seen(town, disclosure_id):
    """What every reader sees of it."""
    pages = [
        what_was_shared(viewer, disclosure_id=disclosure_id)
        for viewer in (town.by_link(town.about), town.coordinator, town.navigator, town.person)
    ]
    [kinds] = {frozenset(item.kind for item in page.items) for page in pages}
    return kinds


def test_a_clean_question_and_one_that_is_over_are_not_named(town):
    said_yes(town)
    asked(town)
    assert asks_with_name(town.navigator, person_id=town.person_id) == frozenset()

    set_name(town.navigator, person_id=town.person_id, name="Company Smith")
    stop_all_sharing(town.person, person_id=town.person_id)

    assert asks_with_name(town.navigator, person_id=town.person_id) == frozenset()


def test_a_number_in_other_digits_is_found(town):
    said_yes(town)

    with pytest.raises(NameInTheAsk):
        asked(town, need_text="call ٠٧٧٠٠٩٠٠١٤٢")


def test_a_question_without_a_yes_does_not_leave(town):
    with pytest.raises(ConsentMissing):
        asked(town)
    assert not Disclosure.objects.exists()


def test_a_question_without_words_does_not_leave(town):
    said_yes(town)

    with pytest.raises(BadInput):
        asked(town, need_text="  ")


def test_only_what_the_person_agreed_to_goes_with_the_question(town):
    said_yes(town, kinds={Kind.NEED, Kind.LANGUAGE})

    disclosure_id = asked(town)

    told = {item.kind for item in what_was_shared(town.navigator, disclosure_id=disclosure_id).items}
    assert told == {Kind.NEED, Kind.LANGUAGE}


def test_only_what_the_agreement_covers_goes_with_the_question():
    town = a_town(scope=frozenset({Kind.NEED, Kind.TIMES, Kind.NAME}))
    said_yes(town)
    about = town.about

    question, name = asked(town, about=about), named(town, about=about)

    told = [item.kind for item in what_was_shared(town.navigator, disclosure_id=question).items]
    assert told == [Kind.NEED, Kind.TIMES]
    assert [item.kind for item in what_was_shared(town.navigator, disclosure_id=name).items] == [Kind.NAME]


def test_without_an_agreement_nothing_leaves(town):
    stranger = a_partner(town.manager, "Stranger Hall")
    contact_id = a_contact(town.manager, stranger)
    elsewhere = replace(town, recipient_id=stranger, contact_id=contact_id)
    said_yes(elsewhere)

    with pytest.raises(SharingForbidden, match="No agreement"):
        asked(elsewhere)


def test_the_name_goes_after_the_yes_to_the_named_contact_only(town):
    said_yes(town)
    about = town.about
    asked(town, about=about)

    page = what_was_shared(town.by_link(about), disclosure_id=named(town, about=about))

    assert page.stage is Stage.NAME
    assert [item.kind for item in page.items] == [Kind.NAME, Kind.CONTACT]
    assert page.items[0].text == NAME
    assert page.contact is not None
    assert (page.contact.phone, page.contact.may_call) == (PHONE, False)


def test_a_way_that_is_not_safe_is_never_told(town):
    rule = replace(TEXTS_ONLY, may_text=False, phone=PHONE, may_mail=True, email="amina@home.example")
    set_how_to_reach(town.navigator, person_id=town.person_id, rule=rule)
    said_yes(town)
    about = town.about
    asked(town, about=about)

    page = what_was_shared(town.by_link(about), disclosure_id=named(town, about=about))

    assert PHONE not in as_bytes(page)
    assert "amina@home.example" in page.items[1].text


def test_without_a_yes_of_the_partner_no_name_leaves(town):
    said_yes(town)
    about = town.about

    with pytest.raises(SharingForbidden, match="not said yes"):
        named(town, about=about)
    asked(town, about=about)
    for moment in (clock.now() - timedelta(minutes=1), clock.now() + timedelta(minutes=1)):
        with pytest.raises(SharingForbidden, match="not said yes"):
            named(town, about=about, said_yes_at=moment)
    with pytest.raises(SharingForbidden, match="not said yes"):
        named(town, about=a_referral())
    assert not Disclosure.objects.filter(stage=Stage.NAME).exists()


def test_the_yes_of_one_partner_names_nobody_to_another(town):
    said_yes(town)
    about = town.about
    asked(town, about=about)
    other_id = a_partner(town.manager, "Open Door")
    other = replace(town, recipient_id=other_id, contact_id=a_contact(town.manager, other_id))
    said_yes(other)

    with pytest.raises(SharingForbidden):
        named(other, about=about)


def test_the_name_is_decided_again_at_that_moment(town):
    consent_id = said_yes(town)
    about = town.about
    asked(town, about=about)
    said_yes(town, kinds=ASK_KINDS)

    with pytest.raises(SharingForbidden, match="stays here"):
        named(town, about=about)
    assert consent_id is not None


def test_a_name_never_goes_to_a_contact_the_person_did_not_name(town):
    said_yes(town)
    about = town.about
    asked(town, about=about)
    yusuf = a_contact(town.manager, town.recipient_id, "Yusuf Karim")

    with pytest.raises(ConsentMissing):
        named(town, about=about, contact_id=yusuf)


def test_a_name_never_goes_to_someone_who_is_no_contact_of_the_partner(town):
    about = town.about
    said_yes(town)
    asked(town, about=about)
    elsewhere = a_contact(town.manager, a_partner(town.manager, "Open Door"))

    for wrong in (elsewhere, uuid7()):
        with pytest.raises(SharingForbidden):
            named(town, about=about, contact_id=wrong)


def test_when_the_law_runs_out_questions_go_on_and_names_stop():
    town = a_town(days_of_law=5)
    said_yes(town)
    about = town.about

    with clock.at(clock.now() + timedelta(days=10)):
        asked(town, about=about)
        with pytest.raises(SharingForbidden, match="run out"):
            named(town, about=about)


def test_telling_the_same_again_is_noticed(town):
    said_yes(town)
    about = town.about
    asked(town, about=about)

    with pytest.raises(AlreadyTold):
        asked(town, about=about)
    named(town, about=about)
    with pytest.raises(AlreadyTold):
        named(town, about=about)


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.NAVIGATOR, Role.CLINICIAN}])
def test_others_of_the_organisation_tell_nothing(town, role):
    said_yes(town)

    with pytest.raises((NotFound, Denied)):
        asked(town, viewer=a_member(town.holder_id, role))


def test_a_worker_of_the_partner_cannot_tell_themself_anything(town):
    said_yes(town)

    with pytest.raises(NotFound):
        asked(town, viewer=a_member(town.recipient_id, Role.NAVIGATOR))


def test_the_person_may_ask_and_name_herself(town):
    said_yes(town)
    about = town.about

    asked(town, about=about, viewer=town.person)
    named(town, about=about, viewer=town.person)

    assert Disclosure.objects.count() == 2


def test_the_event_names_the_rules_and_the_sender_and_the_kinds(town):
    consent_id = said_yes(town)
    about = town.about
    asked(town, about=about)
    named(town, about=about)

    ask, name = events_of_kind("disclosure.ask_shared")[0], events_of_kind("disclosure.name_shared")[0]
    assert ask.organization_id == name.organization_id == town.holder_id
    assert ask.person_id == town.person_id
    assert ask.payload["kinds"] == sorted(ASK_KINDS)
    assert ask.payload["rules"] == ["express_consent.E1"]
    assert name.payload["kinds"] == sorted(EVERYTHING - ASK_KINDS)
    assert name.payload["rules"] == ["express_consent.E2"]
    assert name.payload["consent_id"] == str(consent_id)
    assert name.payload["packs"] == ["express_consent@1"]


def test_what_was_told_is_sealed_in_the_database(town):
    said_yes(town)
    about = town.about
    asked(town, about=about)
    named(town, about=about)

    stored = SharedItem.objects.values_list("text", flat=True)
    assert all(str(text) == "(sealed)" for text in stored)
