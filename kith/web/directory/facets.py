"""The wishes beside a list of results, with how many there would be; and those that are on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.utils.dates import WEEKDAYS
from django.utils.formats import time_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kith.directory.narrowing import Counts
from kith.directory.queries.known_facts import known_facts
from kith.web.directory.asked import Asked, hour_of
from kith.web.directory.facet_codes import FACT_GROUPS, TAKES_REFERRALS
from kith.web.directory.tongues import own_name
from kith.web.directory.words import TOPIC_WORDS
from kith.web.request import KithRequest

MOST_LANGUAGES = 10


@dataclass(frozen=True, slots=True)
class Option:
    """One box to tick. `count` is None where it was not counted; `lang`: the language of its words."""

    name: str
    value: str
    words: str
    count: int | None
    is_chosen: bool
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """The boxes that answer one question."""

    code: str
    legend: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """A wish that is on; sending `value` as `without` takes it off."""

    value: str
    words: str
    lang: str = ""


def facets_of(request: KithRequest, asked: Asked, counts: Counts) -> list[Facet]:
    """Every question that still tells results apart, or of which something is ticked, and hours."""
    names = fact_names(request)
    referrals = {TAKES_REFERRALS: names[TAKES_REFERRALS]}
    found = [
        Facet("need", _("Need"), _topics(asked, counts)),
        Facet("open", _("Open"), _open(asked, counts)),
        Facet("language", _("Language"), _languages(asked, counts)),
        *(
            Facet(
                code, str(legend), _facts(asked, counts, {one: names[one] for one in codes if one in names})
            )
            for code, legend, codes in FACT_GROUPS
        ),
        Facet("asking", _("Asking them"), (*_facts(asked, counts, referrals), *_places(asked, counts))),
    ]
    return [facet for facet in found if facet.options]


def quick_options() -> list[Option]:
    """The few wishes that stand beside an empty search: most often they decide whether one can go."""
    language = get_language() or ""
    is_another = language != settings.LANGUAGES[0][0]
    speaks = [Option("language", language, own_name(language), None, False, language)] if is_another else []
    return [
        Option("open", "now", _("Open now"), None, False),
        Option("fact", "culture-steps", _("No steps"), None, False),
        *speaks,
    ]


def chips_of(request: KithRequest, asked: Asked) -> list[Chip]:
    """Every wish that is on."""
    names = fact_names(request) if asked.facts else {}
    return [
        *(Chip(f"topic:{topic}", str(TOPIC_WORDS[topic])) for topic in asked.topics),
        *_simple_chips(asked),
        *(Chip(f"language:{code}", own_name(code), code) for code in asked.languages),
        *(Chip(f"fact:{code}", names[code]) for code in asked.facts if code in names),
    ]


def fact_names(request: KithRequest) -> dict[str, str]:
    """What each fact is called in the reader's language."""
    groups = known_facts(request.viewer, language=get_language() or "en")
    names = {fact.code: fact.name for group in groups for fact in group.facts}
    return names | {TAKES_REFERRALS: _("Takes referrals")}


def _simple_chips(asked: Asked) -> Iterator[Chip]:
    if asked.is_afar:
        yield Chip("afar", _("By phone, video or text"))
    if asked.day is not None:
        when = {"day": WEEKDAYS[asked.day], "time": time_format(hour_of(asked), "TIME_FORMAT")}
        yield Chip("open", _("Open on %(day)s at %(time)s") % when)
    elif asked.is_open_now:
        yield Chip("open", _("Open now"))
    if asked.age is not None:
        yield Chip("age", _("Age %(age)s") % {"age": asked.age})
    if asked.has_places:
        yield Chip("places", _("Has places"))


def _topics(asked: Asked, counts: Counts) -> tuple[Option, ...]:
    options = (
        Option("topic", topic, str(words), counts.topics.get(topic, 0), topic in asked.topics)
        for topic, words in TOPIC_WORDS.items()
    )
    return _telling(options)


def _open(asked: Asked, counts: Counts) -> tuple[Option, ...]:
    """Also where nothing is open: the day and the hour that stand below begin with "or"."""
    is_on = asked.is_open_now and asked.day is None
    return (Option("open", "now", _("Open now"), counts.open_now, is_on),)


def _languages(asked: Asked, counts: Counts) -> tuple[Option, ...]:
    codes = sorted(counts.languages, key=lambda code: (-counts.languages[code], code))[:MOST_LANGUAGES]
    every = dict.fromkeys([*codes, *asked.languages])
    options = (
        Option("language", code, own_name(code), counts.languages.get(code, 0), code in asked.languages, code)
        for code in every
    )
    return _telling(options)


def _facts(asked: Asked, counts: Counts, names: Mapping[str, str]) -> tuple[Option, ...]:
    options = (
        Option("fact", code, name, counts.facts.get(code, 0), code in asked.facts)
        for code, name in names.items()
    )
    return _telling(options)


def _places(asked: Asked, counts: Counts) -> tuple[Option, ...]:
    return _telling(iter([Option("places", "1", _("Has places"), counts.with_places, asked.has_places)]))


def _telling(options: Iterator[Option]) -> tuple[Option, ...]:
    return tuple(one for one in options if one.count or one.is_chosen)
