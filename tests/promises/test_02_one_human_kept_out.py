"""Promise 2, of one human who is kept out: they work at a partner, sign in there, and see nothing of the person.

Which names and addresses are one human: tests/partnerships/test_one_human.py. What a human who is the one to be
told loses at once: tests/disclosure/test_promise_stop_means_stop.py. Here: the human's colleagues are asked and see
it as usual; the human finds no trace on any page and gets no mail; and where nobody else could be asked, nobody is.
"""

from uuid import UUID

import pytest
from django.core import mail

from kith.accounts.actions.change_own_name import change_own_name
from kith.accounts.models import User
from kith.care.actions.accept_referral import accept_referral
from kith.care.actions.ask_partner import ask_partner
from kith.care.actions.choose_partner import choose_partner
from kith.care.actions.decline_referral import decline_referral
from kith.care.actions.draft_referral import draft_referral
from kith.care.errors import ReachesSomeoneKeptOut
from kith.care.models import Referral
from kith.care.queries.answer_page import answer_page
from kith.care.queries.ask_preview import ask_preview
from kith.care.queries.referral_inbox import referral_inbox
from kith.care.queries.referral_page import referral_page
from kith.care.queries.services_for_need import services_for_need
from kith.care.queries.trail import trail
from kith.care.terms import NotNowReason, ReferralStatus
from kith.care.told import NotNow
from kith.consent.actions.lift_exclusion import lift_exclusion
from kith.core.errors import NotFound
from kith.core.models import Event
from kith.core.viewer import Role, Viewer
from kith.disclosure.actions.exclude_from_sharing import exclude_from_sharing
from kith.disclosure.queries.what_was_shared import what_was_shared
from kith.partnerships.actions.add_contact import add_contact
from kith.partnerships.actions.end_contact import end_contact
from kith.partnerships.actions.set_contact_code import set_contact_code
from kith.post.models import OutgoingMessage
from tests.factories.accounts import a_member as a_named_member
from tests.factories.care import (
    CODE,
    CareTown,
    a_care_town,
    a_draft,
    a_need,
    a_service,
    an_ask,
    link,
    persons_yes,
    signed_in,
    status_of,
    the_referral,
    work_off,
)
from tests.factories.core_tasks import forget_what_waits_for
from tests.factories.partnerships import SYSTEM, a_contact, a_partner, in_force
from tests.promises.seats import browser_of, everybody_at, on_every_page, press, text_of

pytestmark = pytest.mark.django_db
FATIMA = "fatima.noor@al-noor.example"
ELSEWHERE = "somebody@else.example"


@pytest.fixture
def care() -> CareTown:
    return a_care_town(places=None)


def rosa(care: CareTown) -> UUID:
    """Another named human at Al-Noor, added after Fatima, with a code of her own."""
    contact_id = a_contact(care.town.manager, care.town.recipient_id, "Rosa Almeida")
    set_contact_code(SYSTEM, contact_id=contact_id, code=CODE)
    work_off()
    mail.outbox.clear()
    return contact_id


def kept_out(care: CareTown, contact_id: UUID | None = None, organization_id: UUID | None = None) -> UUID:
    """The person keeps Fatima out, or another contact."""
    return exclude_from_sharing(
        care.person,
        person_id=care.town.person_id,
        organization_id=organization_id or care.town.recipient_id,
        contact_id=contact_id or care.town.contact_id,
        words="",
    )


def fatima(care: CareTown, *, name: str = "Fatima Noor", email: str = FATIMA) -> Viewer:
    """Fatima's own sign-in at Al-Noor, with every role there."""
    return a_named_member(care.town.recipient_id, *Role, name=name, email=email)


def sees(viewer: Viewer, referral_id: UUID) -> bool:
    """Whether the viewer finds the ask in the list and by its address; the two never differ."""
    is_listed = referral_id in {line.referral_id for line in referral_inbox(viewer)}
    try:
        answer_page(viewer, referral_id=referral_id)
    except NotFound:
        assert not is_listed
        return False
    assert is_listed
    return True


WAYS: dict[str, tuple[str, str]] = {
    "the same address": ("Rosa's Friend", FATIMA),
    "the same name": ("Fatima Noor", ELSEWHERE),
    "capitals and order": ("NOOR, Fatima", ELSEWHERE),
    "accents": ("Fátima Noór", ELSEWHERE),
    "an initial": ("F. Noor", ELSEWHERE),
    "the first name alone": ("Fatima", ELSEWHERE),
    "a title": ("Sister Fatima Noor", ELSEWHERE),
}


@pytest.mark.parametrize("way", list(WAYS))
def test_who_is_kept_out_sees_nothing_of_it_and_colleagues_see_it_as_usual(care: CareTown, way: str) -> None:
    rosa(care)
    name, email = WAYS[way]
    herself = fatima(care, name=name, email=email)
    kept_out(care)

    referral_id = an_ask(care)

    assert sees(care.coordinator, referral_id)
    assert not sees(herself, referral_id)
    with pytest.raises(NotFound):
        accept_referral(herself, referral_id=referral_id, told=signed_in())
    with pytest.raises(NotFound):
        what_was_shared(herself, disclosure_id=the_referral(referral_id).ask_disclosure_id)


def test_somebody_with_another_name_and_address_sees_it(care: CareTown) -> None:
    rosa(care)
    kept_out(care)
    other = fatima(care, name="Fatima Ali", email=ELSEWHERE)

    assert sees(other, an_ask(care))


def test_another_persons_ask_is_seen_by_her_as_ever(care: CareTown) -> None:
    herself = fatima(care)
    referral_id = an_ask(care)

    assert sees(herself, referral_id)


def test_a_new_name_and_a_new_address_do_not_help_who_was_linked_by_the_address(care: CareTown) -> None:
    rosa(care)
    herself = fatima(care)
    work_off()
    kept_out(care)

    change_own_name(herself, display_name="Zed Moore")
    User.objects.filter(pk=herself.user_id).update(email=ELSEWHERE)

    assert not sees(herself, an_ask(care))


def test_an_ask_that_is_out_is_gone_for_her_at_once_and_goes_on_for_the_others(care: CareTown) -> None:
    herself = fatima(care)
    rosa(care)
    end_contact(care.town.manager, contact_id=care.town.contact_id)
    work_off()
    mail.outbox.clear()
    referral_id = an_ask(care)
    work_off()
    assert sees(herself, referral_id)

    kept_out(care)
    work_off()

    assert not sees(herself, referral_id)
    assert sees(care.coordinator, referral_id)
    assert status_of(referral_id) == ReferralStatus.ASKED
    assert {address for one in mail.outbox for address in one.to} == {"rosa.almeida@al-noor.example"}


def test_when_the_person_no_longer_minds_she_sees_it_again(care: CareTown) -> None:
    rosa(care)
    herself, exclusion_id = fatima(care), kept_out(care)
    referral_id = an_ask(care)

    lift_exclusion(care.person, exclusion_id=exclusion_id)

    assert sees(herself, referral_id)


def test_her_colleague_is_asked_and_named_and_every_mail_goes_to_the_colleague(care: CareTown) -> None:
    contact_id = rosa(care)
    fatima(care)
    kept_out(care)

    referral_id = an_ask(care)
    work_off()
    accept_referral(care.by_link(referral_id), referral_id=referral_id, told=link())
    choose_partner(care.person, referral_id=referral_id)
    work_off()

    assert the_referral(referral_id).contact_id == contact_id
    assert referral_page(care.navigator, referral_id=referral_id).contact.name == "Rosa Almeida"
    assert len(mail.outbox) == 2
    assert {address for one in mail.outbox for address in one.to} == {"rosa.almeida@al-noor.example"}


def test_she_finds_no_trace_on_any_page_with_every_role_there(care: CareTown) -> None:
    rosa(care)
    herself = fatima(care)
    kept_out(care)
    work_off()
    before = Event.objects.count()
    referral_id = an_ask(care)
    work_off()
    answer_page(care.coordinator, referral_id=referral_id)
    accept_referral(care.coordinator, referral_id=referral_id, told=signed_in())
    marks = [str(referral_id), str(the_referral(referral_id).ask_disclosure_id)]
    marks += map(str, OutgoingMessage.objects.values_list("pk", flat=True))

    hers = "\n".join(on_every_page(browser_of(herself)))
    theirs = "\n".join(on_every_page(everybody_at(care.town.recipient_id)))
    lines = trail(herself, about=None, person_id=None, limit=1000)

    assert Event.objects.count() > before
    assert [mark for mark in marks if mark in theirs] == marks
    assert [mark for mark in marks if mark in hers] == []
    assert not [line for line in lines if line.kind.startswith(("care.", "disclosure.", "post."))]


def a_way_there(care: CareTown) -> dict[UUID, str]:
    """Why each organisation cannot be asked; empty where it can."""
    lines = services_for_need(care.navigator, need_id=care.need_id, words="walk").lines
    return {line.organization_id: line.why_not for line in lines}


def test_where_nobody_else_could_be_asked_nothing_is_drafted_and_the_list_says_why(care: CareTown) -> None:
    kept_out(care)

    why = a_way_there(care)
    with pytest.raises(ReachesSomeoneKeptOut):
        a_draft(care)

    assert "asked to keep out" in why[care.town.recipient_id]
    assert not Referral.objects.exists()


def test_what_was_drafted_before_says_so_and_is_refused_and_the_partner_learns_nothing(
    care: CareTown,
) -> None:
    draft_id = a_draft(care)
    kept_out(care)
    navigator = browser_of(care.navigator)

    page = ask_preview(care.navigator, referral_id=draft_id)
    shown = text_of(navigator.get(f"/referrals/{draft_id}/ask/"))
    with pytest.raises(ReachesSomeoneKeptOut):
        ask_partner(care.navigator, referral_id=draft_id, answer=persons_yes())
    work_off()

    assert page.reaches_kept_out
    assert (page.preview.goes_now, page.preview.goes_after_yes) == ([], [])
    assert "asked to keep out" in shown
    assert "Read this to the person" not in shown
    assert mail.outbox == []
    assert not Event.objects.filter(partner_organization_id=care.town.recipient_id).exists()


def test_with_somebody_else_to_ask_the_page_asks_as_ever(care: CareTown) -> None:
    rosa(care)
    kept_out(care)
    draft_id = a_draft(care)

    page = ask_preview(care.navigator, referral_id=draft_id)

    assert not page.reaches_kept_out
    assert page.contact_name == "Rosa Almeida"
    assert page.preview.goes_now


def test_who_is_entered_anew_or_twice_is_still_the_same_human(care: CareTown) -> None:
    kept_out(care)
    end_contact(care.town.manager, contact_id=care.town.contact_id)
    add_contact(
        care.town.manager,
        organization_id=care.town.recipient_id,
        name="F. Noor",
        role_title="Chair",
        email="",
        phone="+1 617 555 0199",
        language="en",
    )

    with pytest.raises(ReachesSomeoneKeptOut):
        a_draft(care)


def test_she_is_kept_out_of_other_partners_too(care: CareTown) -> None:
    organization_id = a_partner(care.town.manager, "St Brigid's")
    add_contact(
        care.town.manager,
        organization_id=organization_id,
        name="Fatima N.",
        role_title="Trustee",
        email=FATIMA,
        phone="",
        language="en",
    )
    in_force(care.town.manager, organization_id)
    service_id = a_service(organization_id, "Tea and talk", places=None)
    referral_id = draft_referral(
        care.navigator, need_id=a_need(care.navigator, care.town.person_id), service_id=service_id
    )
    ask_partner(care.navigator, referral_id=referral_id, answer=persons_yes())

    forget_what_waits_for("tell_of_contacts")
    kept_out(care)
    work_off()

    assert mail.outbox == []
    assert status_of(referral_id) == ReferralStatus.WITHDRAWN
    with pytest.raises(ReachesSomeoneKeptOut):
        draft_referral(care.navigator, need_id=care.need_id, service_id=service_id)


def test_after_a_no_a_place_where_only_she_could_be_asked_is_passed_over(care: CareTown) -> None:
    organization_id = a_partner(care.town.manager, "A Family Friend")
    contact_id = a_contact(care.town.manager, organization_id, "Yusuf Karim")
    in_force(care.town.manager, organization_id)
    a_service(organization_id, "Walking and tea", places=None)
    kept_out(care, contact_id, organization_id)
    referral_id = an_ask(care)

    decline_referral(
        care.by_link(referral_id),
        referral_id=referral_id,
        not_now=NotNow(NotNowReason.NOT_FOR_US, None),
        told=link(),
    )
    work_off()

    assert not Referral.objects.filter(reroute_of_id=referral_id).exists()


def test_a_worker_writes_one_human_down_on_the_page_and_takes_it_back(care: CareTown) -> None:
    navigator = browser_of(care.navigator)
    here, person_id = care.town.recipient_id, care.town.person_id

    form = text_of(navigator.get(f"/people/{person_id}/exclude/"))
    press(navigator, f"/people/{person_id}/exclude/", who=f"{here}/{care.town.contact_id}")
    written = text_of(navigator.get(f"/people/{person_id}/sharing/"))

    assert "Fatima Noor, Volunteer" in form
    assert "<bdi>Fatima Noor</bdi>, <bdi>Al-Noor Mosque</bdi>" in written
    with pytest.raises(ReachesSomeoneKeptOut):
        a_draft(care)

    exclusion_id = written.partition('name="exclusion_id" value="')[2][:36]
    press(navigator, f"/people/{person_id}/include/", exclusion_id=exclusion_id)

    assert status_of(a_draft(care)) == ReferralStatus.DRAFT
