"""Made-up services and questions, with everything in them that is hard: seeded, so that a fault comes back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

from kith.matching.documents import NOT_KNOWN, OLDEST, YOUNGEST, Document, FactGroup, Schema, Site, Week
from kith.matching.questions import Box, Circle, Filters, Need, Order, Part, Search, Term, Where

SCHEMA = Schema(
    groups=(
        FactGroup("cost", ("free", "sliding", "insured"), is_any=True, column="costs"),
        FactGroup("gender", ("women", "men", "other"), is_any=True, column="genders"),
        FactGroup("access", ("steps-none", "steps", "sign", "loop"), is_any=False, column="flags"),
        FactGroup("papers", ("papers-none", "papers-asked"), is_any=False),
        FactGroup("faith", ("secular", "prayer"), is_any=True),
        FactGroup("setting", ("phone", "video", "at-place", "at-home"), is_any=True),
    ),
    opposites=(("steps-none", "steps"), ("papers-none", "papers-asked"), ("secular", "prayer")),
)
FACTS = tuple(code for group in SCHEMA.groups for code in group.codes)
CODES = tuple(f"c{number}" for number in range(12))
LANGUAGES = ("en", "ar", "es", "fr", "so", "uk", "ti", "fa")
AREAS = ("xx", "xx-1", "xx-2", "town-a", "town-b", "yy")
WORDS = (
    "house",
    "housing",
    "hostel",
    "food",
    "foot",
    "rent",
    "help",
    "talk",
    "talking",
    "walk",
    "bank",
    "مأوى",
    "café",
    "مساعدة",
)
ZONES = ("UTC", "America/Toronto", "Pacific/Auckland", "Pacific/Honolulu", "Europe/London", "Asia/Kathmandu")
SPOTS = (
    (43.65, -79.38),
    (43.70, -79.40),
    (0.0, 0.0),
    (89.9, 12.0),
    (90.0, 0.0),
    (-90.0, 0.0),
    (-89.95, -170.0),
    (10.0, 180.0),
    (10.0, -180.0),
    (-16.5, 179.99),
    (-16.5, -179.99),
    (51.5, -0.1),
)
KILOMETRES = (0.0, 0.5, 3.0, 10.0, 50.0, 400.0, 5000.0, 20100.0)
SCATTER = (0.0, 0.01, 0.1, 1.0, 20.0)
FIRST_DAY = date(2026, 3, 2)


def documents(random: Random, count: int) -> list[Document]:
    made = [document(random) for _one in range(count)]
    return made + [twin(random, one) for one in random.sample(made, count // 5)]


def twin(random: Random, one: Document) -> Document:
    """The same in all but the id: only the id decides which of them comes first."""
    return replace(one, id=new_id(random))


@dataclass(frozen=True)
class Changes:
    """Services that are new or other than before, those that are gone, and all that are there in the end."""

    changed: list[Document]
    gone: list[UUID]
    after: list[Document]


def change(random: Random, before: Sequence[Document]) -> Changes:
    others = random.sample(list(before), len(before) // 3)
    gone = [one.id for one in others[::2]]
    changed = [replace(document(random), id=one.id) for one in others[1::2]] + documents(random, 10)
    left = {one.id: one for one in [*before, *changed] if one.id not in gone}
    return Changes(changed, gone, list(left.values()))


def document(random: Random) -> Document:
    sites = tuple(site(random) for _one in range(random.choice((0, 0, 1, 1, 1, 1, 2, 3))))
    return Document(
        id=new_id(random),
        words=tuple((word, random.choice((1, 1, 2, 5, 8))) for word in some(random, WORDS, 6)),
        codes=some(random, CODES, random.choice((1, 2, 3, 4, 7))),
        languages=some(random, LANGUAGES, random.choice((0, 1, 2, 3))),
        facts=some(random, FACTS, random.choice((0, 1, 3, 6))),
        minimum_age=random.choice((YOUNGEST, YOUNGEST, 12, 16, 18)),
        maximum_age=random.choice((OLDEST, OLDEST, 18, 25, 64)),
        places=random.choice((NOT_KNOWN, NOT_KNOWN, 0, 1, 3, 9, 10, 11, 32_767)),
        is_paused=random.random() < 0.1,
        quality=random.choice((0.0, 1.0, 0.5, random.random())),
        sites=sites,
        areas=some(random, AREAS, random.choice((0, 1, 2))),
        week=week(random) if not sites or random.random() < 0.3 else None,
    )


def new_id(random: Random) -> UUID:
    return UUID(int=random.getrandbits(128), version=4)


def some(random: Random, among: Sequence[str], most: int) -> tuple[str, ...]:
    return tuple(random.sample(among, random.randint(0, min(most, len(among)))))


def site(random: Random) -> Site:
    latitude, longitude = spot(random)
    return Site(
        latitude,
        longitude,
        week=week(random) if random.random() < 0.8 else None,
        facts=some(random, FACTS, 2) if random.random() < 0.3 else (),
    )


def spot(random: Random) -> tuple[float, float]:
    latitude, longitude = random.choice(SPOTS)
    around = random.choice(SCATTER)
    latitude = min(90.0, max(-90.0, latitude + random.uniform(-around, around)))
    longitude = (longitude + random.uniform(-around, around) + 180.0) % 360.0 - 180.0
    return latitude, longitude


def week(random: Random) -> Week:
    ranges = []
    for day in sorted(random.sample(range(7), random.randint(0, 7))):
        first = day * 1440 + random.choice((0, 360, 540, 545, 720, 1320, 1439))
        ranges.append((first, first + random.choice((1, 60, 120, 480, 720, 1440))))
    return Week(
        random.choice(ZONES),
        tuple(merged(ranges)),
        tuple(
            sorted(
                FIRST_DAY + timedelta(days=day)
                for day in random.sample(range(21), random.choice((0, 0, 1, 3)))
            )
        ),
        is_exact=random.random() < 0.8,
    )


def merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """No two of them overlap."""
    kept: list[tuple[int, int]] = []
    for first, last in ranges:
        if not kept or first >= kept[-1][1]:
            kept.append((first, last))
    return kept


def where(random: Random) -> Where:
    shape: Circle | Box | None = None
    kind = random.random()
    latitude, longitude = spot(random)
    if kind < 0.65:
        shape = Circle(latitude, longitude, random.choice(KILOMETRES))
    elif kind < 0.85:
        shape = box(random, latitude, longitude)
    return Where(shape, some(random, AREAS, 3), is_placeless_in=random.random() < 0.8)


def box(random: Random, latitude: float, longitude: float) -> Box:
    tall, wide = random.choice((0.2, 3.0, 60.0, 180.0)), random.choice((0.2, 3.0, 90.0, 180.0))
    return Box(
        west=(longitude - wide + 180.0) % 360.0 - 180.0,
        south=max(-90.0, latitude - tall),
        east=(longitude + wide + 180.0) % 360.0 - 180.0,
        north=min(90.0, latitude + tall),
    )


def need(random: Random, made: Sequence[Document]) -> Need:
    return Need(
        codes=some(random, CODES, random.choice((1, 2, 4, 12))),
        near_codes=some(random, CODES, 3) if random.random() < 0.4 else (),
        where=where(random),
        age=random.choice((None, 0, 12, 17, 18, 40, 65, 99)),
        languages=some(random, (*LANGUAGES, "xx"), 2) if random.random() < 0.6 else (),
        slots=random.choice((0, 0, 1, (1 << 28) - 1, random.getrandbits(28))),
        costs=some(random, ("free", "sliding", "insured", "nothing"), 2) if random.random() < 0.3 else (),
        must=some(random, (*FACTS, "nothing"), 2) if random.random() < 0.4 else (),
        genders=some(random, ("women", "men", "other", "nothing"), 2) if random.random() < 0.3 else (),
        wishes=some(random, (*FACTS, "nothing"), 3) if random.random() < 0.4 else (),
        avoid=some(random, (*FACTS, "nothing"), 2) if random.random() < 0.3 else (),
        without=without(random, made),
        limit=random.choice((1, 5, 20, 1000)),
    )


def without(random: Random, made: Sequence[Document]) -> frozenset[UUID]:
    if random.random() < 0.6:
        return frozenset()
    return frozenset(one.id for one in random.sample(made, min(3, len(made)))) | {new_id(random)}


def search(random: Random, made: Sequence[Document]) -> Search:
    return Search(
        parts=tuple(part(random) for _one in range(random.choice((0, 1, 1, 1, 2)))),
        where=where(random),
        filters=filters(random, made),
        order=random.choice(tuple(Order)),
        first=random.choice((0, 0, 0, 3, 20)),
        limit=random.choice((1, 5, 20, 1000)),
        is_counted=random.random() < 0.3,
        is_spelling_helped=False,
        enough=random.choice((1, 1, 5, 1000)),
        decide=None if random.random() < 0.5 else every_second,
    )


def every_second(ids: Collection[UUID], moment: datetime) -> list[UUID]:
    return [one for one in ids if one.int % 2]


def part(random: Random) -> Part:
    return Part(tuple(words_group(random) for _one in range(random.choice((1, 1, 2, 3)))))


def words_group(random: Random) -> tuple[Term, ...]:
    return tuple(term(random) for _one in range(random.choice((1, 1, 1, 2))))


def term(random: Random) -> Term:
    word, percent = random.choice((*WORDS, "nowhere")), random.choice((100, 100, 50, 7))
    if random.random() < 0.3:
        return Term(word[: random.randint(2, len(word))], is_start=True, percent=percent)
    return Term(word, percent=percent)


def filters(random: Random, made: Sequence[Document]) -> Filters:
    if random.random() < 0.3:
        return Filters()
    return Filters(
        codes=some(random, CODES, 4) if random.random() < 0.3 else (),
        languages=some(random, (*LANGUAGES, "xx"), 2) if random.random() < 0.3 else (),
        age=random.choice((None, None, 0, 17, 18, 40, 99)),
        facts=facts(random) if random.random() < 0.4 else {},
        open_at=moment(random) if random.random() < 0.4 else None,
        has_places=random.random() < 0.2,
        only=frozenset(one.id for one in random.sample(made, len(made) // 2))
        if random.random() < 0.1
        else None,
        without=without(random, made),
    )


def facts(random: Random) -> dict[str, tuple[str, ...]]:
    groups = random.sample(SCHEMA.groups, random.choice((1, 1, 2)))
    return {group.name: some(random, group.codes, 2) for group in groups}


def moment(random: Random) -> datetime:
    start = datetime(FIRST_DAY.year, FIRST_DAY.month, FIRST_DAY.day, tzinfo=UTC)
    return start + timedelta(minutes=random.choice((0, 1, 359, 360)) + 30 * random.randrange(48 * 21))
