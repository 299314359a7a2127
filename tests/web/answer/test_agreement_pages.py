"""Somebody without an account reads a proposal on a phone, and answers."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

from kith.core import clock
from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.decline_agreement import decline_agreement
from kith.partnerships.actions.end_agreement import end_agreement
from kith.partnerships.actions.end_contact import end_contact
from kith.partnerships.models import Agreement, AgreementParty, Clause, Comment, PartnerContact
from kith.partnerships.queries.agreement_page import agreement_page
from kith.partnerships.speaking import PhonedSpeaker
from kith.post.models import OutgoingMessage, SinglePurposeLink
from tests.factories.partnerships import (
    a_contact,
    a_member,
    a_partner,
    an_organization,
    events_of_kind,
    make_host,
    proposed,
    sign,
)
from tests.factories.proposals import (
    SIGNED,
    a_mailed_proposal,
    mailed_links,
    on_the_table,
    other_words,
    send,
)
from tests.web.answer.sent_again import sent_again_after_a_cut

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cache_table")]


@pytest.fixture
def manager() -> Viewer:
    manager = a_member(an_organization("Northgate Clinic"), Role.PARTNERSHIP_MANAGER)
    make_host(manager)
    return manager


@pytest.fixture
def mosque(manager: Viewer) -> UUID:
    return a_partner(manager, "Al-Noor Mosque")


def own_side(agreement_id: UUID, organization_id: UUID) -> AgreementParty:
    return AgreementParty.objects.get(version=on_the_table(agreement_id).pk, organization_id=organization_id)


def test_the_mail_says_who_asks_with_the_code_word_and_nothing_of_the_words(
    manager: Viewer, mosque: UUID
) -> None:
    agreement_id, address = a_mailed_proposal(manager, mosque)

    (mail,) = OutgoingMessage.objects.filter(about_id=agreement_id, organization_id=mosque)
    assert mail.body.startswith("Our code word: Walnut.")
    assert "Northgate Clinic would like to agree on something with Al-Noor Mosque." in mail.body
    assert "Answering each other" not in mail.body + mail.subject
    assert address in mail.body


def test_the_page_says_in_plain_words_what_each_side_would_do(manager: Viewer, mosque: UUID) -> None:
    _agreement_id, address = a_mailed_proposal(manager, mosque)

    page = Client().get(address).content.decode()

    assert "Walnut" in page
    assert "This link is for <bdi>Fatima Noor</bdi>" in page
    ours, _, rest = page.partition("What we would do")
    assert "Answers each request within 3 of its own working days." in rest.split("What all of us")[0]
    assert "Answers each request" not in ours
    assert "Only this may be told" in rest


def test_looking_changes_nothing(manager: Viewer, mosque: UUID) -> None:
    _agreement_id, address = a_mailed_proposal(manager, mosque)

    for _scanner in range(3):
        assert Client().get(address).status_code == 200

    assert not SinglePurposeLink.objects.filter(used_at__isnull=False).exists()
    assert Comment.objects.count() == 0


def test_a_yes_signs_exactly_the_words_that_were_seen_for_the_one_organisation(
    manager: Viewer, mosque: UUID
) -> None:
    agreement_id, address = a_mailed_proposal(manager, mosque)
    digest = on_the_table(agreement_id).text_digest

    status, onward, _page = send(Client(), address, seen_digest=digest, **SIGNED)

    side = own_side(agreement_id, mosque)
    assert (status, onward) == (302, "/agreed/sign/")
    assert (side.signed_how, side.signer_name, side.signer_role) == ("by_link", "Fatima Noor", "Coordinator")
    assert side.signed_by_id is None
    assert side.signed_contact_id == PartnerContact.objects.get().pk
    (event,) = events_of_kind("partnerships.agreement_signed")
    assert (event.payload["how"], event.payload["digest"], event.door) == ("by_link", digest, "answer")


def test_the_last_yes_brings_it_in_force_and_the_signed_words_come_by_mail(
    manager: Viewer, mosque: UUID
) -> None:
    agreement_id, address = a_mailed_proposal(manager, mosque)
    sign(agreement_id, manager)
    version = on_the_table(agreement_id)

    send(Client(), address, seen_digest=version.text_digest, **SIGNED)
    mailed_links("g")

    assert Agreement.objects.get().status == "in_force"
    mail = next(one for one in OutgoingMessage.objects.all() if one.subject == "What you have signed")
    assert version.text.strip() in mail.body.replace("\r", "")
    assert version.text_digest in mail.body


def test_a_yes_sent_twice_counts_once_and_a_used_link_says_so(manager: Viewer, mosque: UUID) -> None:
    agreement_id, address = a_mailed_proposal(manager, mosque)
    said = {**SIGNED, "seen_digest": on_the_table(agreement_id).text_digest}

    lost, again = sent_again_after_a_cut(Client(), address, **said)

    assert lost["Location"] == again["Location"] == "/agreed/sign/"
    assert len(events_of_kind("partnerships.agreement_signed")) == 1
    later = Client().get(address)
    assert later.status_code == 410
    assert "We have your answer" in later.content.decode()
    assert send(Client(), address, **said)[0] == 410


def test_a_yes_without_name_role_or_tick_comes_back_with_what_was_typed(
    manager: Viewer, mosque: UUID
) -> None:
    agreement_id, address = a_mailed_proposal(manager, mosque)
    digest = on_the_table(agreement_id).text_digest

    for left_out in ("name", "role_title", "agreed"):
        said = {key: value for key, value in SIGNED.items() if key != left_out}
        status, _onward, page = send(Client(), address, seen_digest=digest, **said)
        assert status == 422
        assert "Please fill this in." in page
    assert own_side(agreement_id, mosque).signed_at is None


def test_words_that_changed_meanwhile_are_shown_and_nothing_is_signed(manager: Viewer, mosque: UUID) -> None:
    agreement_id, address = a_mailed_proposal(manager, mosque, days=3)
    seen = on_the_table(agreement_id)
    send(Client(), address, **other_words(seen, 9))

    status, _onward, page = send(Client(), address, seen_digest=seen.text_digest, **SIGNED)

    assert status == 409
    assert "Somebody has offered other words since you opened this page." in page
    assert "within 9 of its own working days" in page
    assert own_side(agreement_id, mosque).signed_at is None


def test_another_number_becomes_a_counter_proposal_of_that_organisation(
    manager: Viewer, mosque: UUID
) -> None:
    agreement_id, address = a_mailed_proposal(manager, mosque, days=3)
    sign(agreement_id, manager)
    before = on_the_table(agreement_id)
    key = Clause.objects.get(version=before, kind="response_promise").key

    status, onward, _page = send(
        Client(), address, **other_words(before, 5, said_whole="We are all volunteers.")
    )

    after = on_the_table(agreement_id)
    assert (status, onward) == (302, address)
    assert (after.number, after.based_on, after.written_by_id) == (2, 1, mosque)
    assert Clause.objects.get(version=after, key=key).terms["days"] == 5
    assert not AgreementParty.objects.filter(version=after, signed_at__isnull=False).exists()
    assert Comment.objects.get().text == "We are all volunteers."
    before.refresh_from_db()
    assert before.state == "dropped"
    waits = agreement_page(manager, agreement_id=agreement_id)
    assert (waits.may_sign, waits.number) == (True, 2)


def test_what_one_has_offered_one_can_sign_by_the_same_link(manager: Viewer, mosque: UUID) -> None:
    agreement_id, address = a_mailed_proposal(manager, mosque)
    send(Client(), address, **other_words(on_the_table(agreement_id), 5))

    page = Client().get(address).content.decode()
    assert "Your own words are on the table" in page
    send(Client(), address, seen_digest=on_the_table(agreement_id).text_digest, **SIGNED)
    sign(agreement_id, manager)

    assert Agreement.objects.get().status == "in_force"


def test_words_beside_a_clause_are_kept_there_and_told_to_the_proposer(manager: Viewer, mosque: UUID) -> None:
    agreement_id, address = a_mailed_proposal(manager, mosque, days=3)
    version = on_the_table(agreement_id)
    key = Clause.objects.get(version=version, kind="data_scope").key

    send(Client(), address, **other_words(version, 3, **{f"said_{key.hex}": "Please no names by mail."}))
    mailed_links("g")

    comment = Comment.objects.get()
    assert (comment.clause_key, comment.organization_id, comment.version_number) == (key, mosque, 1)
    assert comment.contact_id == PartnerContact.objects.get().pk
    assert on_the_table(agreement_id).pk == version.pk
    mail = OutgoingMessage.objects.get(organization_id=manager.organization_id)
    assert "Al-Noor Mosque: “We would like other words in the agreement.”" in mail.body
    assert "no names" not in mail.body


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("number", "0", "greater than or equal to 1"),
        ("number", "61", "less than or equal to 60"),
        ("ends_on", "2020-01-01", "Check the dates"),
        ("starts_on", "tomorrow", "Enter a valid date"),
        ("said_whole", "x" * 2001, "at most 2000"),
    ],
)
def test_what_cannot_be_comes_back_and_nothing_is_lost(
    manager: Viewer, mosque: UUID, field: str, value: str, says: str
) -> None:
    agreement_id, address = a_mailed_proposal(manager, mosque)
    version = on_the_table(agreement_id)
    said = other_words(version, 5, said_whole="We are all volunteers.")
    name = next((key for key in said if key.startswith(field)), field)

    status, _onward, page = send(Client(), address, **{**said, name: value})

    assert (status, on_the_table(agreement_id).pk) == (422, version.pk)
    assert says in page
    assert Comment.objects.count() == 0
    assert "We are all volunteers." in page or field == "said_whole"


def test_a_form_that_changes_nothing_and_says_nothing_is_not_sent(manager: Viewer, mosque: UUID) -> None:
    agreement_id, address = a_mailed_proposal(manager, mosque, days=3)

    status, _onward, _page = send(Client(), address, **other_words(on_the_table(agreement_id), 3))

    assert status == 422
    assert on_the_table(agreement_id).number == 1


def test_phone_me_is_told_once_and_leaves_the_link_open(manager: Viewer, mosque: UUID) -> None:
    agreement_id, address = a_mailed_proposal(manager, mosque)

    answers = [send(Client(), address, answer="phone-me")[:2] for _ in range(2)]
    mailed_links("g")

    assert answers == [(302, "/agreed/phone-me/")] * 2
    assert len(events_of_kind("partnerships.agreement_call_asked")) == 1
    assert Comment.objects.get().text == "Please phone us about this."
    assert OutgoingMessage.objects.filter(organization_id=manager.organization_id).count() == 1
    assert Client().get(address).status_code == 200
    assert own_side(agreement_id, mosque).signed_at is None


def test_a_no_is_recorded_and_told_kindly(manager: Viewer, mosque: UUID) -> None:
    agreement_id, address = a_mailed_proposal(manager, mosque)

    status, onward, _page = send(Client(), address, answer="not-for-us", words="We are too few.")
    mailed_links("g")

    assert (status, onward) == (302, "/agreed/not-for-us/")
    assert Comment.objects.get().text == "This is not for us. We are too few."
    assert "quite all right" in Client().get(onward).content.decode()
    assert len(events_of_kind("partnerships.agreement_declined")) == 1
    mail = OutgoingMessage.objects.get(organization_id=manager.organization_id)
    assert "Al-Noor Mosque: “The agreement is not for us.”" in mail.body
    assert Client().get(address).status_code == 410
    assert Agreement.objects.get(pk=agreement_id).status == "proposed"


def test_an_answer_that_is_none_changes_nothing(manager: Viewer, mosque: UUID) -> None:
    agreement_id, address = a_mailed_proposal(manager, mosque)

    assert send(Client(), address, answer="maybe")[0] == 422
    assert send(Client(), address)[0] == 422
    assert Client().get("/agreed/maybe/").status_code == 404
    assert own_side(agreement_id, mosque).signed_at is None


def test_a_proposal_taken_back_says_so(manager: Viewer, mosque: UUID) -> None:
    agreement_id, address = a_mailed_proposal(manager, mosque)
    digest = on_the_table(agreement_id).text_digest
    end_agreement(manager, agreement_id=agreement_id)

    page = Client().get(address)
    assert (page.status_code, "was taken back" in page.content.decode()) == (200, True)
    assert send(Client(), address, seen_digest=digest, **SIGNED)[0] == 409
    assert SinglePurposeLink.objects.filter(used_at__isnull=False).count() == 0


def test_the_link_ends_with_its_person_and_after_thirty_days(manager: Viewer, mosque: UUID) -> None:
    _agreement_id, address = a_mailed_proposal(manager, mosque)

    with clock.at(clock.now() + timedelta(days=31)):
        assert Client().get(address).status_code == 410
    a_contact(manager, mosque, "Idris Ali")
    end_contact(manager, contact_id=PartnerContact.objects.earliest("added_at").pk)
    assert Client().get(address).status_code == 410


def test_somebody_who_has_signed_already_reads_that(manager: Viewer, mosque: UUID) -> None:
    agreement_id, address = a_mailed_proposal(manager, mosque)
    sign(agreement_id, a_member(mosque, Role.COORDINATOR))

    assert "Your organisation signed these words" in Client().get(address).content.decode()


def test_a_link_opens_its_one_agreement_and_no_other(manager: Viewer, mosque: UUID) -> None:
    agreement_id, address = a_mailed_proposal(manager, mosque)
    other = proposed(manager, mosque)

    said = {**SIGNED, "seen_digest": on_the_table(other).text_digest}
    assert send(Client(), address, **said)[0] == 409

    assert own_side(other, mosque).signed_at is None
    assert own_side(agreement_id, mosque).signed_at is None
    assert Client().get("/g/never-made/").status_code == 404


def test_an_unconfirmed_person_gets_no_link_and_those_with_a_login_a_plain_mail(
    manager: Viewer, mosque: UUID
) -> None:
    a_contact(manager, mosque)
    PartnerContact.objects.update(confirmed_at=None)
    a_member(mosque, Role.COORDINATOR)

    proposed(manager, mosque)

    assert mailed_links("g") == []
    (mail,) = OutgoingMessage.objects.filter(organization_id=mosque)
    assert "They wait for you here:" in mail.body


def test_words_that_all_signed_before_the_mail_went_are_not_asked_about(
    manager: Viewer, mosque: UUID
) -> None:
    a_contact(manager, mosque)
    agreement_id = proposed(manager, mosque)
    sign(agreement_id, manager, a_member(mosque, Role.COORDINATOR))

    assert mailed_links("g") == []


def test_the_page_speaks_arabic_from_the_right(manager: Viewer, mosque: UUID) -> None:
    _agreement_id, address = a_mailed_proposal(manager, mosque)

    page = Client().get(f"/ar{address}").content.decode()

    assert 'dir="rtl"' in page
    assert "كلمة السر" in page or "كلمتنا" in page


def test_a_no_on_the_phone_is_noted_by_who_looks_after_the_partner(manager: Viewer, mosque: UUID) -> None:
    agreement_id, _address = a_mailed_proposal(manager, mosque)
    speaker = PhonedSpeaker(organization_id=mosque, told_by="Fatima Noor", told_at=clock.now())

    decline_agreement(manager, agreement_id=agreement_id, speaker=speaker, words="")

    assert Comment.objects.get().text.startswith("Told by phone by Fatima Noor, ")
    (event,) = events_of_kind("partnerships.agreement_declined")
    assert (event.payload["by_phone"], event.organization_id) == (True, mosque)
