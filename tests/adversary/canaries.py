"""A word of its own in every field, so that wherever one turns up one can say what leaked."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from kith.directory.records import Json
from kith.exchange.hsds.standard import HSDS, Field, Kind, Shape

WORD = re.compile(r"zqxvkw[a-j]{4}")
UUIDS = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}")
LONG_AGO = date(1890, 1, 1)
# Fields too short for a canary: what stands in them could stand anywhere.
SET: dict[str, Json] = {"country": "US", "byday": "MO", "interval": 1, "timezone": 0, "count": 7}
FIRST_EXTENSION = 987_654_000
# What a term says of itself stays here whoever asks: see `reading.terms`.
NOT_TOLD_OF = {("taxonomy_term", "metadata"), ("taxonomy", "metadata")}


@dataclass
class Canaries:
    """By what is looked for in a text: where it was planted."""

    planted: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)

    def word(self, where: str) -> str:
        """A word that is nowhere else; letters only, for indexes fold and cut."""
        number = f"{len(self.planted):04}"
        word = "zqxvkw" + "".join(chr(ord("a") + int(digit)) for digit in number)
        self.planted[word] = where
        return word

    def number(self, where: str, number: float) -> float:
        """A number that is nowhere else."""
        self.planted[f"{number}"] = where
        return number

    def sign(self, where: str) -> str:
        """What was planted there."""
        return next(sign for sign, planted in self.planted.items() if planted == where)

    def found_in(self, text: str) -> set[str]:
        """What of all that is hidden stands in the text."""
        low = text.lower()
        words = {self.planted.get(word, word) for word in WORD.findall(low)}
        others = {where for sign, where in self.planted.items() if not WORD.match(sign) and sign in low}
        named = {self.ids[one] for one in map(_hex, UUIDS.findall(low)) if one in self.ids}
        return words | others | named

    def filled(self, name: str, where: str) -> dict[str, Json]:
        """The object `name` of the standard with a canary in every field."""
        body: dict[str, Json] = {"id": source_key(where)}
        for one in HSDS[name].fields:
            if (name, one.name) not in NOT_TOLD_OF and (one.shape is not Shape.UUID):
                body[one.name] = self._value(one, f"{where}.{one.name}")
        return body

    def _value(self, one: Field, where: str) -> Json:
        if one.kind is Kind.MANY:
            return [self.filled(one.of, where)]
        if one.kind is Kind.ONE:
            return self.filled(one.of, where)
        if one.choices:
            return one.choices[0]
        if one.name in SET:
            return SET[one.name]
        return self._number(one, where) if one.kind is Kind.NUMBER else self._text(one, where)

    def _number(self, one: Field, where: str) -> float:
        place = len(self.planted)
        if one.name == "extension":
            return self.number(where, FIRST_EXTENSION + place)
        number = self.number(where, round((47.6 if one.name == "latitude" else 122.3) + place / 10_000, 4))
        return number if one.name == "latitude" else -number

    def _text(self, one: Field, where: str) -> str:
        if one.shape is Shape.DAY:
            day = (LONG_AGO + timedelta(days=len(self.planted))).isoformat()
            self.planted[day] = where
            return day
        if one.shape is Shape.CLOCK:
            self.planted.setdefault("03:13z", where)
            return "03:13Z" if one.name == "opens_at" else "03:57Z"
        if one.name == "number":
            return self._telephone(where)
        word = self.word(where)
        if one.shape is Shape.EMAIL:
            return f"{word}@hidden.example"
        return f"https://{word}.example/" if one.shape is Shape.URI else word

    def _telephone(self, where: str) -> str:
        last = f"{len(self.planted):04}"
        self.planted[f"4960 {last}"] = self.planted[f"4960{last}"] = where
        return f"0131 4960 {last}"


def source_key(where: str) -> str:
    """The id that the source gives what is planted there."""
    return str(uuid5(NAMESPACE_URL, where))


def _hex(found: str) -> str:
    return found.replace("-", "")
