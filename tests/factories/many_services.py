"""Many services quickly, told to the search as actions tell it. Run inside a site: `add_services(1000, seed=7)`."""

import random
from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.ids import uuid7
from kith.directory.models import Address, Location, Organization, Schedule, Service, ServiceAtLocation
from kith.directory.search_documents import write_search_documents

WORDS = [f"word{number}" for number in range(5000)]
TOPICS = ("housing", "food", "talk", "money", "work")
AT_ONCE = 250


def add_services(count: int, *, seed: int) -> None:
    """So many, each with a place, an address and hours, in parts that are transactions of their own."""
    chance = random.Random(seed)
    for start in range(0, count, AT_ONCE):
        with transaction.atomic():
            write_search_documents(_add(min(AT_ONCE, count - start), chance))


def _add(count: int, chance: random.Random) -> list[UUID]:
    organization = Organization.objects.create(name=f"{chance.choice(WORDS)} trust", changed_at=clock.now())
    services = [_service(organization, chance) for _ in range(count)]
    Service.objects.bulk_create(services)
    places = [_place(organization, chance) for _ in services]
    Location.objects.bulk_create(places)
    pairs = list(zip(services, places, strict=True))
    ServiceAtLocation.objects.bulk_create(
        [ServiceAtLocation(id=uuid7(), service=one, location=place, position=0) for one, place in pairs]
    )
    Address.objects.bulk_create([_address(place, chance) for place in places])
    Schedule.objects.bulk_create([_hours(one) for one in services])
    return [one.id for one in services]


def _service(organization: Organization, chance: random.Random) -> Service:
    return Service(
        id=uuid7(),
        organization=organization,
        name=f"{chance.choice(WORDS)} {chance.choice(WORDS)}",
        description=" ".join(chance.choices(WORDS, k=50)),
        topics=chance.sample(TOPICS, 2),
        changed_at=clock.now(),
    )


def _place(organization: Organization, chance: random.Random) -> Location:
    return Location(
        id=uuid7(),
        organization=organization,
        latitude=chance.uniform(40, 45),
        longitude=chance.uniform(-80, -75),
    )


def _address(place: Location, chance: random.Random) -> Address:
    town = f"Town {chance.randrange(300)}"
    return Address(
        id=uuid7(), location=place, address_1="1 Mill Lane", city=town, city_key=town.lower(), position=0
    )


def _hours(service: Service) -> Schedule:
    return Schedule(
        id=uuid7(),
        service=service,
        freq="WEEKLY",
        byday="MO,TU,WE",
        opens_at="09:00",
        closes_at="17:00",
        position=0,
    )
