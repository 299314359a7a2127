import hashlib
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, connection, transaction

from kith.consent.errors import NeedsAHelper, NeedsAnEnd, NeedsAnInterpreter, NothingAgreed
from kith.consent.models import ConsentDirective, ConsentGrant, DirectiveIsKept
from kith.consent.queries.standing import standing
from kith.consent.terms import ConsentState, GivenHow, Kind
from kith.core import clock
from kith.core.errors import Denied, NotFound
from kith.core.ids import Ref, uuid7
from kith.core.marks import is_mark_of
from kith.core.viewer import Role
from tests.factories.consent import ABOUT, SYSTEM, WORDS, a_site, agreed, reviewed
from tests.factories.core import portal_of
from tests.factories.partnerships import a_member, an_organization, events_of_kind

pytestmark = pytest.mark.django_db


@pytest.fixture
def holder():
    return an_organization("Northgate Together")


@pytest.fixture
def recipient():
    return an_organization("Al-Noor Mosque")


@pytest.fixture
def navigator(holder):
    return a_member(holder, Role.NAVIGATOR)


def test_the_words_are_kept_sealed_with_their_digest(navigator, holder, recipient):
    agreed(navigator, holder_id=holder, recipient_id=recipient, words=f"  {WORDS}\n")

    kept = ConsentDirective.objects.get()
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM consent_directive")
        stored = cursor.fetchone()[0]
    assert kept.words == WORDS
    assert is_mark_of(kept.words_digest, WORDS, place=kept.place)
    assert WORDS not in stored
    assert kept.worker_id == navigator.user_id


def test_the_event_names_the_holder_and_no_words(navigator, holder, recipient):
    consent_id = agreed(navigator, holder_id=holder, recipient_id=recipient, kinds={Kind.NEED, Kind.NAME})

    event = events_of_kind("consent.given")[0]
    assert event.subject_id == consent_id
    assert event.organization_id == holder
    assert event.payload["kinds"] == ["name", "need"]
    assert WORDS not in str(event.payload)


def test_nobody_without_the_keys_can_tell_from_the_trail_what_was_read(navigator, holder, recipient):
    for _ in range(2):
        agreed(navigator, holder_id=holder, recipient_id=recipient)

    marks = [event.payload["words_digest"] for event in events_of_kind("consent.given")]
    plain = {hashlib.new(name, WORDS.encode()).hexdigest() for name in ("sha256", "sha1", "md5", "sha512")}
    assert not any(digest in str(marks) for digest in plain)
    assert len(set(marks)) == 2
    assert set(marks) == set(ConsentDirective.objects.values_list("words_digest", flat=True))


def test_the_last_day_counts_to_its_end_where_the_site_is(navigator, holder, recipient):
    a_site(timezone="America/New_York")
    with clock.at(datetime(2026, 11, 24, 3, 0, tzinfo=UTC)):  # the 23rd in New York
        consent_id = agreed(navigator, holder_id=holder, recipient_id=recipient, days=0)

    grant = ConsentGrant.objects.get(id=consent_id)
    assert grant.valid_until == datetime(2026, 11, 25, tzinfo=ZoneInfo("America/New_York"))


@pytest.mark.parametrize("days", [-1, 366])
def test_a_yes_ends_in_the_future_and_within_twelve_months(navigator, holder, recipient, days):
    with clock.at(datetime(2026, 11, 24, 12, tzinfo=UTC)), pytest.raises(NeedsAnEnd):
        agreed(navigator, holder_id=holder, recipient_id=recipient, days=days)


def test_a_yes_may_last_exactly_twelve_months_also_on_a_leap_day(navigator, holder, recipient):
    with clock.at(datetime(2028, 2, 29, 12, tzinfo=UTC)):
        agreed(navigator, holder_id=holder, recipient_id=recipient, days=365)
        with pytest.raises(NeedsAnEnd):
            agreed(navigator, holder_id=holder, recipient_id=recipient, days=366)


def test_a_yes_needs_kinds_words_and_a_language(navigator, holder, recipient):
    for wrong in ({"kinds": set()}, {"words": "  "}, {"language": ""}):
        with pytest.raises(NothingAgreed):
            agreed(navigator, holder_id=holder, recipient_id=recipient, **wrong)
    assert not ConsentDirective.objects.exists()


def test_unreviewed_words_are_not_agreed_to_alone(holder, recipient):
    person_id = uuid7()

    with pytest.raises(NeedsAHelper):
        agreed(
            portal_of(person_id),
            person_id=person_id,
            holder_id=holder,
            recipient_id=recipient,
            given_how=GivenHow.BY_THE_PERSON,
        )


def test_reviewed_words_may_be_agreed_to_alone_in_their_language_only(holder, recipient):
    person_id = uuid7()
    reviewed("We ask {partner} if they have room. {rest}", language="ar")
    alone = {
        "person_id": person_id,
        "holder_id": holder,
        "recipient_id": recipient,
        "given_how": GivenHow.BY_THE_PERSON,
    }
    me = portal_of(person_id)

    consent_id = agreed(me, **alone)

    assert ConsentGrant.objects.filter(id=consent_id).exists()
    with pytest.raises(NeedsAHelper):
        agreed(me, **alone, language="so")
    with pytest.raises(NeedsAHelper):
        agreed(me, **alone, words=f"They may tell the police. {WORDS}")


def test_a_worker_does_not_say_yes_as_the_person(navigator, holder, recipient):
    reviewed()

    with pytest.raises(Denied):
        agreed(navigator, holder_id=holder, recipient_id=recipient, given_how=GivenHow.BY_THE_PERSON)


def test_with_a_worker_needs_a_worker_and_with_an_interpreter_a_name(navigator, holder, recipient):
    with pytest.raises(NeedsAHelper):
        agreed(SYSTEM, holder_id=holder, recipient_id=recipient)
    with pytest.raises(NeedsAHelper):
        agreed(
            navigator,
            holder_id=holder,
            recipient_id=recipient,
            given_how=GivenHow.ON_SCREEN_WITH_INTERPRETER,
            interpreter="  ",
        )


def test_what_was_interpreted_names_the_interpreter_and_the_language(navigator, holder, recipient):
    said = {"holder_id": holder, "recipient_id": recipient, "language": "en", "interpreted_into": "so"}
    with pytest.raises(NeedsAnInterpreter):
        agreed(navigator, **said)
    with pytest.raises(NeedsAnInterpreter):
        agreed(navigator, **said, interpreter="  ", given_how=GivenHow.ON_SCREEN_WITH_INTERPRETER)

    agreed(navigator, **said, interpreter="Ayaan", given_how=GivenHow.ON_SCREEN_WITH_INTERPRETER)

    kept = ConsentDirective.objects.get()
    assert (kept.language, kept.interpreted_into, kept.interpreter) == ("en", "so", "Ayaan")


def test_a_new_yes_replaces_the_one_to_the_same_human_and_no_other(navigator, holder, recipient):
    person_id, fatima, yusuf = uuid7(), uuid7(), uuid7()
    common = {"person_id": person_id, "holder_id": holder, "recipient_id": recipient}
    first = agreed(navigator, **common, contact_id=fatima)
    other = agreed(navigator, **common, contact_id=yusuf)

    second = agreed(navigator, **common, contact_id=fatima, kinds={Kind.NEED})

    rows = {row.id: row for row in ConsentGrant.objects.all()}
    assert rows[first].is_replaced
    assert rows[first].withdrawn_at is not None
    assert not rows[other].is_replaced
    assert not rows[second].is_replaced
    now = standing(SYSTEM, **common, contact_id=fatima, about=ABOUT)
    assert (now.consent_id, now.kinds) == (second, {Kind.NEED})


def test_a_new_yes_for_another_record_replaces_nothing(navigator, holder, recipient):
    common = {"person_id": uuid7(), "holder_id": holder, "recipient_id": recipient}
    first = agreed(navigator, **common)

    agreed(navigator, **common, about=Ref("referral", uuid7()))

    assert not ConsentGrant.objects.get(id=first).is_replaced
    assert standing(SYSTEM, **common, contact_id=None, about=ABOUT).consent_id == first


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.NAVIGATOR, Role.CLINICIAN}])
def test_others_of_the_organisation_do_not_speak_for_a_person(holder, recipient, role):
    with pytest.raises(NotFound):
        agreed(a_member(holder, role), holder_id=holder, recipient_id=recipient)


def test_a_navigator_of_another_organisation_does_not_speak_for_a_person(recipient, holder):
    stranger = a_member(recipient, Role.NAVIGATOR)

    with pytest.raises(NotFound):
        agreed(stranger, holder_id=holder, recipient_id=recipient)


def test_what_a_person_agreed_to_is_never_changed(navigator, holder, recipient):
    agreed(navigator, holder_id=holder, recipient_id=recipient)
    directive = ConsentDirective.objects.get()
    directive.words = "Something else"

    with pytest.raises(DirectiveIsKept):
        directive.save()


def test_the_database_itself_refuses_an_unreviewed_yes_given_alone(navigator, holder, recipient):
    agreed(navigator, holder_id=holder, recipient_id=recipient)

    with pytest.raises(IntegrityError), transaction.atomic():
        ConsentDirective.objects.update(given_how=GivenHow.BY_THE_PERSON.value)


def test_it_counts_from_the_moment_it_is_given(navigator, holder, recipient):
    person_id = uuid7()
    agreed(navigator, person_id=person_id, holder_id=holder, recipient_id=recipient)
    given = ConsentGrant.objects.get().valid_from
    ask = {
        "person_id": person_id,
        "holder_id": holder,
        "recipient_id": recipient,
        "contact_id": None,
        "about": ABOUT,
    }

    with clock.at(given - timedelta(seconds=1)):
        assert standing(SYSTEM, **ask).state is ConsentState.NOT_YET
    with clock.at(given):
        assert standing(SYSTEM, **ask).state is ConsentState.LIVE
