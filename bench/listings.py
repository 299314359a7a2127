"""The listings that are measured: the open CC0 set where it lies beside the repository, else made-up ones."""

import json
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

REAL = Path(__file__).resolve().parents[2] / "shared/data/haarrrvest-cc0/services_full.hsds31.ndjson"
HOW_MANY = 2851


def listings(folder: Path) -> tuple[Path, str]:
    """The file, and what it is."""
    if REAL.is_file():
        return REAL, "2,851 real listings (HAARRRvest, CC0)"
    path = folder / "made-up.ndjson"
    path.write_text("\n".join(json.dumps(_made_up(number)) for number in range(HOW_MANY)), "utf-8")
    return path, "2,851 made-up listings (synthetic: the open set is not in ../shared/data)"


def _made_up(number: int) -> dict[str, object]:
    def key(kind: str) -> str:
        return str(uuid5(NAMESPACE_URL, f"{kind}:{number}"))

    address = {
        "id": key("address"),
        "address_1": f"{number} Mill Road",
        "city": "Northgate",
        "state_province": "NG",
        "postal_code": f"{number:05}",
        "country": "GB",
        "address_type": "physical",
    }
    place = {
        "id": key("location"),
        "location_type": "physical",
        "latitude": 41 + number / 10_000,
        "longitude": -67 - number / 10_000,
        "addresses": [address],
    }
    hours = {"freq": "WEEKLY", "byday": "TU", "opens_at": "10:00", "closes_at": "14:00"}
    kitchen = {"id": key("organization"), "name": f"Table {number}", "description": "Volunteers who cook."}
    return {
        "id": key("service"),
        "name": f"Warm meals {number}",
        "status": "active",
        "description": "A meal and company for whoever comes. " * 3,
        "organization": kitchen,
        "phones": [{"id": key("phone"), "number": f"+44 115 496 {number:04}"}],
        "schedules": [{"id": key("schedule"), **hours}],
        "service_at_locations": [{"id": key("at"), "location": place}],
    }
