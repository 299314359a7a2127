"""The terms of 211: kept as they came, no meaning read from their codes, and stripped from all that leaves."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from kith.core.errors import Denied
from kith.core.viewer import Role
from kith.directory.actions.set_licence import set_licence
from kith.directory.actions.set_taxonomy_use import set_taxonomy_use
from kith.directory.models import Attribute, Service, TaxonomyTerm
from kith.directory.opaque_terms import is_code_of_211, is_licensed
from kith.directory.records import Json
from kith.directory.terms import TaxonomyUse
from tests.factories.core import staff
from tests.factories.directory import SYSTEM, hsds_service, source_id, taken_in

pytestmark = pytest.mark.django_db
CODE, NAME = "BD-1800.2000", "Zephyr parcels"


def tag(key: str, taxonomy: str, *, code: str = "", name: str = NAME) -> Json:
    """A tag whose term names its taxonomy by its name alone, or nests it whole."""
    nested: dict[str, Json] = {"id": source_id(taxonomy), "name": taxonomy, "description": "A list"}
    term: dict[str, Json] = {"id": source_id(f"{key} term"), "name": name, "description": name, "code": code}
    if taxonomy:
        term["taxonomy_detail"] = nested
    return {"id": source_id(key), "taxonomy_term": term}


def taken(*tags: Json) -> None:
    taken_in(hsds_service("Parcels", attributes=list(tags)))
    set_licence(SYSTEM, source_name="Riverside List", licence="CC0-1.0", licence_url="", attribution="")


def everything_that_leaves(folder: Path) -> str:
    client = Client()
    addresses = ("services?full=true", "taxonomies", "taxonomy_terms", "organizations?full_service=true")
    pages = [client.get(f"/hsds/{address}").content.decode() for address in addresses]
    whole = client.get(f"/hsds/services/{Service.objects.get().id}").content.decode()
    pages.append(whole)
    for kind in ("json", "csv"):
        call_command("export_hsds", str(folder / kind), format=kind, verbosity=0)
        pages += [path.read_text(encoding="utf-8") for path in (folder / kind).rglob("*") if path.is_file()]
    return "\n".join(pages)


@pytest.mark.parametrize("taxonomy", ["AIRS", "2-1-1 Taxonomy of Human Services", "211HSIS", "LA 211"])
def test_terms_of_211_are_kept_and_leave_by_no_way(taxonomy: str, tmp_path: Path) -> None:
    taken(tag("parcels", taxonomy, code=CODE), tag("other", "Kinds", name="Warm"))

    out = everything_that_leaves(tmp_path)

    assert TaxonomyTerm.objects.get(code=CODE).name == NAME
    assert "Warm" in out
    for canary in (CODE, NAME, taxonomy):
        assert canary not in out


def test_a_code_of_its_shape_stays_here_whatever_its_list_is_called(tmp_path: Path) -> None:
    bare: Json = {"id": source_id("bare"), "label": "Code", "value": "LH-2700.9500"}
    taken(tag("parcels", "", code=CODE), bare)

    out = everything_that_leaves(tmp_path)

    assert Attribute.objects.count() == 2
    assert CODE not in out
    assert "LH-2700.9500" not in out


def test_no_meaning_is_read_from_a_code() -> None:
    taken(tag("parcels", "AIRS", code="BD-1800.2000"))

    assert Service.objects.get().topics == []


def test_whoever_has_the_licence_lets_them_leave_and_an_import_does_not_undo_it(tmp_path: Path) -> None:
    taken(tag("parcels", "AIRS", code=CODE))

    call_command("set_taxonomy", "AIRS", "may_leave", verbosity=0)
    taken_in(hsds_service("Parcels", attributes=[tag("parcels", "AIRS", code=CODE, name="Zephyr bags")]))

    assert CODE in everything_that_leaves(tmp_path)
    call_command("set_taxonomy", "AIRS", "kept_here", verbosity=0)
    assert CODE not in Client().get("/hsds/taxonomy_terms").content.decode()


def test_only_those_who_look_after_the_directory_decide() -> None:
    taken(tag("parcels", "AIRS", code=CODE))

    with pytest.raises(Denied):
        set_taxonomy_use(staff(Role.COORDINATOR), name="AIRS", use=TaxonomyUse.MAY_LEAVE)
    with pytest.raises(CommandError):
        call_command("set_taxonomy", "Nothing", "may_leave")


@pytest.mark.parametrize(
    "text", ["Open Eligibility", "Stairs and fairs", "Room 2110", "http://x.example/1211"]
)
def test_other_lists_are_not_taken_for_it(text: str) -> None:
    assert not is_licensed(text)


@pytest.mark.parametrize("code", ["101-01", "F32.1", "B", "BD", "1102", "papers-none", "BD-18", "QR-2026-1"])
def test_other_codes_are_not_taken_for_its(code: str) -> None:
    assert not is_code_of_211(code)
