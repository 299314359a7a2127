"""What other services of those at a hidden place say of it in another language is found by nobody any more."""

from pathlib import Path
from uuid import UUID

import pytest

from kith.core.worker import work_off
from kith.directory.actions.keep_search_generation import keep_search_generation
from kith.directory.actions.translate_listing import translate_listing
from kith.directory.models import Location, SearchRecord
from kith.directory.queries.find_services import find_services
from kith.directory.records import Json, ServiceDetails
from kith.directory.text_origins import TextOrigin
from tests.adversary.canaries import source_key
from tests.adversary.hidden_town import index_files, our_id, taken
from tests.adversary.test_hidden_while_told import a_house
from tests.factories.directory import NOBODY, SYSTEM, a_place, a_service, an_organization

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cache_table")]
SAID = "Venga a Wrenfield Lane 12, puerta azul secreta."


def offered(of: str, name: str, organization: dict[str, Json], *places: dict[str, Json]) -> dict[str, Json]:
    return {
        "id": source_key(of),
        "name": name,
        "status": "active",
        "description": "Near you.",
        "organization": organization,
        "service_at_locations": [
            {"id": source_key(f"{of} at {number}"), "location": place} for number, place in enumerate(places)
        ],
    }


def trust(of: str = "trust", **changes: Json) -> dict[str, Json]:
    return {"id": source_key(of), "name": of, "description": "We listen.", **changes}


def advice(*places: dict[str, Json]) -> dict[str, Json]:
    return offered("advice", "Advice", trust(), *places)


def helpline() -> dict[str, Json]:
    return offered("helpline", "Helpline", trust())


REFUGE = offered("advice", "Domestic violence refuge", trust(), a_house())
BEFORE_AND_AFTER = {
    "a house that was public is hidden": ([advice(a_house()), helpline()], [REFUGE]),
    "a house arrives that is hidden": ([advice(), helpline()], [REFUGE]),
    "another is given at a house of theirs": (
        [offered("tea", "Tea", trust("friends"), a_house()), helpline()],
        [offered("tea", "Domestic violence refuge", trust(), a_house())],
    ),
    "their own record names one": (
        [advice(), helpline()],
        [offered("advice", "Refuge for women", trust(locations=[a_house()]))],
    ),
}


@pytest.mark.parametrize("way", BEFORE_AND_AFTER)
def test_a_sibling_in_another_language_is_not_found_by_it(tmp_path: Path, way: str) -> None:
    before, after = BEFORE_AND_AFTER[way]
    taken(tmp_path, before)
    sibling = said_in_spanish(our_id("service", "helpline"))
    keep_search_generation(SYSTEM)
    assert find("secreta") == 1
    assert "secreta" in on_disk()

    taken(tmp_path, after)
    assert Location.objects.filter(is_confidential=True).exists()

    forgotten(sibling)


def test_one_that_is_typed_in_at_a_hidden_place_has_its_siblings_forget() -> None:
    own = an_organization()
    sibling = said_in_spanish(a_service("Helpline", organization_id=own, description="Near you."))
    keep_search_generation(SYSTEM)
    assert find("secreta") == 1

    a_service("Refuge", organization_id=own, details=ServiceDetails(places=(a_place(is_confidential=True),)))

    forgotten(sibling)


def test_those_who_have_nothing_to_do_with_it_are_found_as_before(tmp_path: Path) -> None:
    taken(tmp_path, [advice(a_house()), offered("tea", "Tea", trust("friends"))])
    friend = said_in_spanish(our_id("service", "tea"))
    number = SearchRecord.objects.get(pk=friend).sequence

    taken(tmp_path, [REFUGE])

    assert find("secreta") == 1
    assert SearchRecord.objects.get(pk=friend).sequence == number


def said_in_spanish(service_id: UUID) -> UUID:
    return translate_listing(
        SYSTEM, service_id=service_id, language="es", words={"description": SAID}, origin=TextOrigin.PERSON
    )


def forgotten(sibling: UUID) -> None:
    """No word of it leads there, none is offered as another spelling, and no file keeps one."""
    assert "secreta" not in SearchRecord.objects.get(pk=sibling).document
    assert find("secreta") == find("wrenfield") == 0
    misspelt = find_services(
        NOBODY, words="wrenfeld", near="", topics=[], facts=[], languages=[], page=1
    ).spelled
    assert "wrenfield" not in str(misspelt)
    work_off()
    assert "secreta" not in on_disk()


def find(words: str) -> int:
    return find_services(NOBODY, words=words, near="", topics=[], facts=[], languages=[], page=1).total


def on_disk() -> str:
    return "".join(text for _, text in index_files())
