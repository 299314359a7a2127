from datetime import date
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kith.core.viewer import Role
from kith.partnerships.models import Agreement, AgreementParty, Paper, Version
from kith.partnerships.terms import PartyRole
from tests.factories.partnerships import a_member, events_of_kind
from tests.factories.tables import a_table
from tests.partnerships.papers import CORPUS_BAD, JPEG, PDF, TWENTY_ONE_MB
from tests.web.partnerships.conftest import Town, browser_of

pytestmark = pytest.mark.django_db


def address(name: str, agreement_id: UUID) -> str:
    return reverse(name, kwargs={"agreement_id": agreement_id})


def words(town: Town, **changes: object) -> dict[str, object]:
    """A whole form, as a browser sends it."""
    return {
        "key": str(uuid4()),
        "kind": "mou",
        "title": "Answering each other",
        "purpose": "An answer for everyone who asks.",
        "scope": ["need", "language", "name", "contact"],
        "starts_on": "2026-01-01",
        "review_on": "",
        "ends_on": "",
        f"role_{town.clinic.hex}": "lead",
        f"days_{town.clinic.hex}": "",
        f"role_{town.mosque.hex}": "receiver",
        f"days_{town.mosque.hex}": "3",
        **changes,
    }


def paper(content: bytes = PDF, name: str = "mou.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def seen(page: str) -> dict[str, str]:
    """What a form remembers of the words that it shows."""
    return {"seen_digest": page.split('name="seen_digest" value="')[1].split('"', maxsplit=1)[0]}


def newest() -> Agreement:
    return Agreement.objects.latest("drafted_at")


def test_words_and_what_kith_does_stand_side_by_side(town: Town, coordinator: Client) -> None:
    html = coordinator.get(address("agreement_page", town.agreement)).content.decode()

    assert html.count("What Kith will do with it") == html.count("In words") == 5
    assert "Answers each request within 2 of its own working days." in html
    assert "Monday, Tuesday, Wednesday, Thursday, Friday" in html
    assert "It is not a qualified signature" in html
    assert "waits for you" in html


def signature(agreement_id: UUID, *, name: str, role_title: str) -> dict[str, str]:
    """What the form sends: a name, a role, a yes, and the fingerprint of the words that were shown."""
    words = Version.objects.get(agreement_id=agreement_id)
    return {
        "key": str(uuid4()),
        "name": name,
        "role_title": role_title,
        "agreed": "on",
        "seen_digest": words.text_digest,
    }


def test_signing_is_once_for_ones_own_side(town: Town, coordinator: Client) -> None:
    sent = signature(town.agreement, name="Imam Idris", role_title="Imam")

    for _ in range(2):
        assert coordinator.post(address("sign_agreement", town.agreement), sent).status_code == 302
    anew = coordinator.post(address("sign_agreement", town.agreement), {**sent, "key": str(uuid4())})

    signed = AgreementParty.objects.filter(version__agreement_id=town.agreement, signed_at__isnull=False)
    assert [party.organization_id for party in signed] == [town.mosque]
    assert anew.status_code == 409
    html = coordinator.get(address("agreement_page", town.agreement)).content.decode()
    assert "Imam Idris" in html
    assert "Agree and sign" not in html


@pytest.mark.parametrize("missing", ["name", "role_title", "agreed"])
def test_a_signature_that_lacks_something_comes_back(missing: str, town: Town, coordinator: Client) -> None:
    sent = signature(town.agreement, name="Imam Idris", role_title="Imam")
    del sent[missing]

    response = coordinator.post(address("sign_agreement", town.agreement), sent)

    assert response.status_code == 422
    assert "Something needs mending" in response.content.decode()
    assert not AgreementParty.objects.filter(signed_at__isnull=False).exists()


def test_the_last_signature_puts_it_in_force_on_the_page(
    town: Town, manager: Client, coordinator: Client
) -> None:
    for browser in (manager, coordinator):
        browser.post(
            address("sign_agreement", town.agreement),
            signature(town.agreement, name="A Person", role_title="Director"),
        )

    html = manager.get(address("agreement_page", town.agreement)).content.decode()
    assert "In force" in html
    assert (
        "within 2 of their own days"
        in manager.get(reverse("partner_page", kwargs={"organization_id": town.mosque})).content.decode()
    )


def test_an_agreement_is_proposed_with_its_clauses(town: Town, manager: Client) -> None:
    sent = words(town)

    responses = [manager.post(reverse("propose_agreement"), sent) for _ in range(2)]

    assert {response["Location"] for response in responses} == {address("agreement_page", newest().pk)}
    assert (newest().status, Agreement.objects.count()) == ("proposed", 2)
    html = manager.get(address("agreement_page", newest().pk)).content.decode()
    assert "within 3 of its own working days" in html.replace("</bdi>", "").replace("<bdi>", "")
    assert "Their name, after a yes" in html
    assert "The part of town they live in" not in html


def test_a_draft_is_changed_and_then_proposed(town: Town, manager: Client, coordinator: Client) -> None:
    manager.post(reverse("propose_agreement"), words(town, keep_as_draft="1"))
    draft = newest()
    seen_by_them = coordinator.get(address("agreement_page", draft.pk)).status_code

    page = manager.get(address("change_draft", draft.pk)).content.decode()
    manager.post(address("change_draft", draft.pk), words(town, title="Better words", **seen(page)))
    manager.post(address("propose_draft", draft.pk), {"key": uuid4()})
    late = manager.post(address("change_draft", draft.pk), words(town, title="Too late"))

    draft.refresh_from_db()
    assert (seen_by_them, late.status_code) == (404, 409)
    assert 'value="Answering each other"' in page
    words_now = Version.objects.get(agreement=draft)
    assert (words_now.title, draft.status) == ("Better words", "proposed")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"title": ""}, 'id="id_title_error"'),
        ({"scope": []}, 'id="id_scope_error"'),
        ({"starts_on": "soon"}, "Enter a valid date"),
        ({"ends_on": "2025-01-01"}, "Check the dates"),
        ({"mosque_role": "", "mosque_days": ""}, "at least two different parties"),
        ({"mosque_days": "99"}, "less than or equal to 60"),
        ({"mosque_role": "boss"}, "Select a valid choice"),
    ],
)
def test_words_that_cannot_be_kept_come_back(
    changes: dict[str, object], said: str, town: Town, manager: Client
) -> None:
    for short, long in (
        ("mosque_role", f"role_{town.mosque.hex}"),
        ("mosque_days", f"days_{town.mosque.hex}"),
    ):
        if short in changes:
            changes = {**changes, long: changes[short]}

    response = manager.post(reverse("propose_agreement"), words(town, **changes))

    assert response.status_code == 422
    assert said in response.content.decode()
    assert Agreement.objects.count() == 1


def test_a_party_that_is_no_partner_of_ours_cannot_be_slipped_in(town: Town, manager: Client) -> None:
    manager.post(reverse("propose_agreement"), words(town, **{f"role_{town.elsewhere.hex}": "receiver"}))

    parties = AgreementParty.objects.filter(version__agreement=newest())
    assert {party.organization_id for party in parties} == {town.clinic, town.mosque}


def test_enter_in_a_field_keeps_a_draft_and_sends_nothing(town: Town, manager: Client) -> None:
    html = manager.get(reverse("propose_agreement")).content.decode()
    form = html[html.index('class="card"') :]

    assert form[form.index("<button") :].startswith('<button type="submit" name="keep_as_draft"')


def test_a_paper_is_adopted_on_one_page(town: Town, manager: Client, coordinator: Client) -> None:
    sent = words(town, paper=paper(), signed_on="2025-03-01")

    response = manager.post(reverse("adopt_paper_agreement"), sent)

    assert response["Location"] == address("agreement_page", newest().pk)
    assert (newest().status, Paper.objects.get().signed_on) == ("in_force", date(2025, 3, 1))
    theirs = coordinator.get(address("agreement_page", newest().pk)).content.decode()
    assert "On paper, signed on 1 March 2025" in theirs
    assert "Adopted by" in theirs
    assert "signed on paper" in theirs


def test_the_paper_is_an_attachment_that_no_browser_runs(
    town: Town, manager: Client, coordinator: Client
) -> None:
    tail = b"<script>alert(1)</script>"
    manager.post(
        reverse("adopt_paper_agreement"),
        words(town, paper=paper(JPEG + tail, "photo.jpg"), signed_on="2025-03-01"),
    )

    response = coordinator.get(address("agreement_paper", newest().pk))

    assert response.content == JPEG + tail
    assert response["Content-Type"] == "image/jpeg"
    assert response["Content-Disposition"] == 'attachment; filename="agreement-2025-03-01.jpg"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "no-store" in response["Cache-Control"]
    assert len(events_of_kind("partnerships.paper_read")) == 1


@pytest.mark.parametrize(("name", "content"), CORPUS_BAD)
def test_what_is_no_paper_comes_back_with_a_sentence(
    name: str, content: bytes, town: Town, manager: Client
) -> None:
    response = manager.post(
        reverse("adopt_paper_agreement"), words(town, paper=paper(content, name), signed_on="2025-03-01")
    )

    assert response.status_code == 422
    assert "Something needs mending" in response.content.decode()
    assert not Paper.objects.exists()


def test_21_megabytes_come_back_with_a_sentence(town: Town, manager: Client) -> None:
    response = manager.post(
        reverse("adopt_paper_agreement"), words(town, paper=paper(TWENTY_ONE_MB), signed_on="2025-03-01")
    )

    assert response.status_code == 422
    assert "over 20 MB" in response.content.decode()


def test_without_a_file_the_form_comes_back(town: Town, manager: Client) -> None:
    response = manager.post(reverse("adopt_paper_agreement"), words(town, signed_on="2025-03-01"))

    assert response.status_code == 422
    assert "Answering each other" in response.content.decode()


def test_ending_asks_once_more_and_ends_for_all(town: Town, manager: Client, coordinator: Client) -> None:
    asked = manager.get(address("end_agreement", town.agreement))
    ended = manager.post(address("end_agreement", town.agreement), {"key": uuid4()})
    again = manager.post(address("end_agreement", town.agreement), {"key": uuid4()})

    assert (asked.status_code, ended.status_code, again.status_code) == (200, 302, 409)
    assert manager.get(address("end_agreement", town.agreement)).status_code == 409
    assert "Ended" in coordinator.get(address("agreement_page", town.agreement)).content.decode()


def test_a_manager_of_another_organisation_cannot_end_it(town: Town) -> None:
    stranger = browser_of(a_member(town.elsewhere, Role.PARTNERSHIP_MANAGER))

    response = stranger.post(address("end_agreement", town.agreement), {"key": uuid4()})

    assert response.status_code == 404
    assert Agreement.objects.get(pk=town.agreement).status == "proposed"


def test_the_list_says_what_waits_for_us(town: Town, coordinator: Client) -> None:
    html = coordinator.get(reverse("agreements_list")).content.decode()

    assert "Waits for our signature" in html
    assert "How we want to be asked" in html


def test_from_a_table_its_seats_are_chosen_already(town: Town, manager: Client) -> None:
    table = a_table(town.manager, town.mosque, role=PartyRole.SITE_HOST)

    page = manager.get(reverse("propose_agreement"), {"partnership": str(table)}).content.decode()

    assert f'<option value="{table}" selected>' in page
    mosque = page.split(f'name="role_{town.mosque.hex}"')[1].split("</select>")[0]
    clinic = page.split(f'name="role_{town.clinic.hex}"')[1].split("</select>")[0]
    assert '<option value="site_host" selected>' in mosque
    assert '<option value="convener" selected>' in clinic


@pytest.mark.parametrize("wanted", ["", "nonsense", "019ac000-0000-7000-8000-000000000000"])
def test_a_link_that_names_no_table_chooses_nobody(town: Town, manager: Client, wanted: str) -> None:
    a_table(town.manager, town.mosque, role=PartyRole.SITE_HOST)

    response = manager.get(reverse("propose_agreement"), {"partnership": wanted})

    assert response.status_code == 200
    assert '<option value="site_host" selected>' not in response.content.decode()


def test_an_agreement_is_put_to_a_table_later(town: Town, manager: Client) -> None:
    page = address("put_to_partnership", town.agreement)
    before = manager.get(page).content.decode()
    table = a_table(town.manager, town.mosque)

    front = manager.get(address("agreement_page", town.agreement)).content.decode()
    answer = manager.post(page, {"key": str(uuid4()), "partnership": str(table)})

    assert "We sit at no table yet." in before
    assert page in front
    assert answer["Location"] == address("agreement_page", town.agreement)
    assert Agreement.objects.get(pk=town.agreement).partnership_id == table
    assert manager.get(page).status_code == 409
    assert page not in manager.get(address("agreement_page", town.agreement)).content.decode()


def test_a_table_of_nobody_is_no_choice(town: Town, manager: Client) -> None:
    a_table(town.manager, town.mosque)
    sent = {"key": str(uuid4()), "partnership": str(uuid4())}

    assert manager.post(address("put_to_partnership", town.agreement), sent).status_code == 422
