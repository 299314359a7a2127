"""Texts that are empty, hold HTML, or were broken on the way."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from kith.exchange.hsds.validating.answers import texts_of
from kith.exchange.hsds.validating.finding import Finding, shown
from kith.exchange.hsds.validating.place import Place

HTML = re.compile(r"<\s{0,5}/?\s{0,5}[a-zA-Z!][^<>]{0,200}>|&(?:amp|lt|gt|quot|nbsp|#\d{1,6});")
BROKEN = re.compile("\N{REPLACEMENT CHARACTER}|Ã[\x80-\xbf]|â€|Ã©|Ã¨|ÔÇ|GÇ[Öÿô]")
"""UTF-8 that was read as another encoding: `CafÃ©`, `ArmyGÇÖs`, `thatâ€™s`."""
VALUES_OF_A_CHANGE = frozenset({"previous_value", "replacement_value"})
"""Empty says something here: before, or since, nothing stood there."""


def empty_texts(place: Place) -> Iterator[Finding]:
    """Empty texts where the field should be left out, and where the standard needs it.

    A fault only where nothing else can name or reach the thing; what is not known is a warning.
    """
    for field in texts_of(place.of.name):
        value = place.body.get(field.name)
        if not isinstance(value, str) or value.strip():
            continue
        what = _("“%(name)s” is empty.") % {"name": field.name}
        if field.name in place.of.needed:
            yield from _needed_but_empty(place, field.name, what)
            continue
        yield place.warning("empty-text", field.name, what, _("Leave the field out where nothing is known."))


def _needed_but_empty(place: Place, name: str, what: str) -> Iterator[Finding]:
    if name in VALUES_OF_A_CHANGE:
        return
    say = place.warning if name in place.of.may_be_empty else place.fault
    yield say("empty-text", name, what, _("Fill it in: the standard needs it here."))


def unclean_texts(place: Place) -> Iterator[Finding]:
    """HTML and broken letters in texts that people read."""
    for field in texts_of(place.of.name):
        value = place.body.get(field.name)
        if not isinstance(value, str):
            continue
        if html := HTML.search(value):
            what = _("HTML stands in the text: %(html)s") % {"html": shown(html.group())}
            yield place.warning(
                "html", field.name, what, _("Write plain text: other programs show it as it is.")
            )
        if broken := BROKEN.search(value):
            around = shown(value[max(0, broken.start() - 10) : broken.end() + 10])
            what = _("Letters are broken: “%(around)s”.") % {"around": around}
            yield place.warning("broken-letters", field.name, what, _("Save the source again as UTF-8."))
