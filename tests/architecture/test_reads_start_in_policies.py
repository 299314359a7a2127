"""Net 2: a read starts in `policies/` and never follows a key into another room."""

import pytest

from tests.architecture.house import listing, program, source
from tests.architecture.lookups import crossing_lookups, crossings
from tests.architecture.reads import STORAGE, reads_outside_policies

PERSON_KEY = {"care": {"person": frozenset({"referral", "need"}), "service": frozenset({"referral"})}}


def test_every_read_starts_in_policies() -> None:
    faults = [fault for one in program() for fault in reads_outside_policies(one)]

    assert not faults, listing(faults)


def test_no_lookup_crosses_a_room() -> None:
    leads_out = crossings()

    faults = [fault for one in program() for fault in crossing_lookups(one, leads_out)]

    assert not faults, listing(faults)


@pytest.mark.parametrize("path", sorted(STORAGE))
def test_every_storage_module_is_still_needed(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(STORAGE, path)

    assert any(reads_outside_policies(one) for one in program() if one.path.startswith(path))


@pytest.mark.parametrize(
    "line",
    [
        "rows = Referral.objects.filter(id=1)",
        "rows = Referral._default_manager.all()",
        "rows = Referral._base_manager.all()",
        "rows = Referral.objects.get(id=1)",
        "rows = things.raw('select 1')",
        "rows = things.extra(where=['1=1'])",
        "from django.db.models.expressions import RawSQL",
        "from django.db import connection",
        "from django.db import connections, transaction",
        "with database.cursor() as reader: pass",
        "rows = apps.get_model('care', 'Referral')",
    ],
)
@pytest.mark.parametrize("folder", ["queries", "actions", "listeners"])
def test_a_planted_read_is_found(folder: str, line: str) -> None:
    assert reads_outside_policies(source(f"kith/care/{folder}/planted.py", line))


def test_an_action_may_make_rows_and_a_query_may_not() -> None:
    line = "Referral.objects.create(id=1)"

    assert not reads_outside_policies(source("kith/care/actions/planted.py", line))
    assert reads_outside_policies(source("kith/care/queries/planted.py", line))


def test_policies_may_read() -> None:
    assert not reads_outside_policies(
        source("kith/care/policies/planted.py", "Referral.objects.filter(id=1)")
    )


@pytest.mark.parametrize(
    "line",
    [
        "rows.filter(person__legal_name='Amara')",
        "rows.exclude(referral__person__alias='A')",
        "rows.order_by('-person__alias')",
        "rows.values_list('person__alias', flat=True)",
        "Q(**{'person__alias__contains': 'A'})",
        "F('service__name')",
        'rows.select_related("person")',
        'rows.select_related("referral__person")',
        "rows.select_related()",
        'rows.prefetch_related("service")',
        'Prefetch("service", queryset=rows)',
        "name = referral.person.alias",
        "person = old_referral.person",
        "name = self.person.alias",
    ],
)
def test_a_planted_crossing_is_found(line: str) -> None:
    assert crossing_lookups(source("kith/care/queries/planted.py", line), PERSON_KEY)


@pytest.mark.parametrize(
    "line",
    [
        "rows.filter(person_id=person_id)",
        "rows.filter(person__in=ids)",
        "rows.filter(person__id__in=ids)",
        "rows.filter(person__isnull=True)",
        "rows.filter(need__level='micro')",
        'rows.select_related("need")',
        "found = referral.person_id",
        "name = page.person.alias",
    ],
)
def test_ids_may_be_compared(line: str) -> None:
    assert not crossing_lookups(source("kith/care/queries/planted.py", line), PERSON_KEY)


def test_the_crossing_keys_are_read_from_the_models() -> None:
    assert "membership" in crossings()["accounts"]["organization"]
