"""How topics, terms and facts are called towards the engine."""

from collections.abc import Iterable
from uuid import UUID

from kith.directory.seeds.ids import PLACE_GROUPS
from kith.directory.seeds.reading import own_codes
from kith.directory.terms import Topic
from kith.matching.documents import FactGroup, Schema

SCHEMA_VERSION = 1
WOMEN_ONLY, MEN_ONLY = "culture-women", "culture-men"
GENDERS = ("gender-women", "gender-men", "gender-other")
TAKES_REFERRALS = "referrals-taken"
ALL_WANTED = frozenset({"safety", "papers", "culture"})
OPPOSITES = (("faith-secular", "faith-open"), ("faith-secular", "faith-practice"))
"""Who states one of a pair denies the other; of all else, what is not stated is not known."""
COLUMNS = {"cost": "costs", "safety": "flags", "papers": "flags"}


def topic_code(topic: Topic) -> str:
    """A plain topic, among the codes of a document or a question."""
    return f"topic:{topic.value}"


def term_code(term_id: UUID) -> str:
    """A term of any taxonomy, by its id: the same on every site for those that Kith brings along."""
    return f"term:{term_id}"


def genders_of(facts: Iterable[str]) -> tuple[str, ...]:
    """Whom it is for: women only, men only, or everybody where it says neither or both."""
    said = {code for code in facts if code in {WOMEN_ONLY, MEN_ONLY}}
    if said == {WOMEN_ONLY}:
        return GENDERS[:1]
    return GENDERS[1:2] if said == {MEN_ONLY} else GENDERS


def schema() -> Schema:
    """Every fact that can be asked for: the groups of Kith's own taxonomy, gender, and taking referrals."""
    return _SCHEMA


def _schema() -> Schema:
    names = dict.fromkeys(code.partition("-")[0] for code in own_codes())
    groups = [_group(name) for name in names if name not in PLACE_GROUPS]
    gender = FactGroup("gender", GENDERS, is_any=True, column="genders")
    referrals = FactGroup("referrals", (TAKES_REFERRALS,), is_any=False)
    return Schema(groups=(*groups, gender, referrals), version=SCHEMA_VERSION, opposites=OPPOSITES)


def _group(name: str) -> FactGroup:
    codes = tuple(code for code in own_codes() if code.startswith(f"{name}-"))
    return FactGroup(name, codes, is_any=name not in ALL_WANTED, column=COLUMNS.get(name, "facts"))


_SCHEMA = _schema()
