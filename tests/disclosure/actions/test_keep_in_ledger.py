import pytest

from kith.consent.facts import Discloser, PartnersWord
from kith.consent.terms import Kind, Stage
from kith.disclosure.actions.keep_in_ledger import keep_in_ledger
from kith.disclosure.circumstances import Parties, decide_item, gather
from kith.disclosure.errors import ConsentMissing, SharingForbidden
from kith.disclosure.models import Disclosure
from tests.factories.disclosure import a_town, said_yes

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "kind, is_agreed, error", [(Kind.NAME, True, SharingForbidden), (Kind.NEED, False, ConsentMissing)]
)
def test_what_was_not_permitted_never_comes_into_the_ledger(kind, is_agreed, error):
    town = a_town()
    if is_agreed:
        said_yes(town)
    parties = Parties(
        person_id=town.person_id,
        holder_id=town.holder_id,
        recipient_id=town.recipient_id,
        contact_id=town.contact_id,
        about=town.about,
    )
    at = gather(parties, discloser=Discloser.HOLDS_THE_RECORD)
    decision = decide_item(at, kind=kind, stage=Stage.ASK, partners_word=PartnersWord.NOT_YET)

    with pytest.raises(error):
        keep_in_ledger(
            town.navigator,
            at=at,
            about=town.about,
            stage=Stage.ASK,
            items={kind: "canary"},
            decisions={kind: decision},
        )
    assert not Disclosure.objects.exists()


def test_the_ledger_keeps_the_rules_the_laws_and_the_duties():
    from tests.factories.disclosure import told_all

    _ask, name, _about = told_all(a_town())

    line = Disclosure.objects.get(id=name)
    assert line.rules == ["express_consent.E2"]
    assert line.packs == ["express_consent@1"]
    assert len(line.duties) == 3
