"""Numbers that cannot be: ages, money, places left, years and points."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from kith.exchange.hsds.from_place import STAND_INS
from kith.exchange.hsds.validating import codes
from kith.exchange.hsds.validating.finding import Finding, shown
from kith.exchange.hsds.validating.place import Place

OLDEST = 130
FIRST_YEAR, LAST_YEAR = 800, 2100
POINT_OF_THE_EXAMPLES = (100, 101)
"""Every example of the published standard stands on this point, which is not on the globe."""


def ages(place: Place) -> Iterator[Finding]:
    """Ages nobody has, and a youngest above the oldest."""
    least, most = place.number("minimum_age"), place.number("maximum_age")
    for name, age in (("minimum_age", least), ("maximum_age", most)):
        if age is not None and not 0 <= age <= OLDEST:
            what = _("Nobody is %(age)s years old.") % {"age": shown(age)}
            mend = _("Write years between 0 and 130, or leave the field out where all ages are welcome.")
            yield place.fault("age-range", name, what, mend)
    if least is not None and most is not None and least > most:
        what = _("The lowest age, %(least)s, is above the highest, %(most)s.")
        said = {"least": shown(least), "most": shown(most)}
        yield place.fault(
            "ages-crossed", "minimum_age", what % said, _("Swap the two, or mend the wrong one.")
        )


def money(place: Place) -> Iterator[Finding]:
    """Amounts below nothing, and money without a currency."""
    amount, currency = place.number("amount"), place.text("currency")
    if amount is not None and amount < 0:
        what = _("The amount %(amount)s is below nothing.") % {"amount": shown(amount)}
        yield place.fault("amount-range", "amount", what, _("Write 0 for free, else what people pay."))
    if amount and not currency:
        what, mend = _("An amount stands without its currency."), _("Add “currency”, a code like GBP or USD.")
        yield place.warning("currency-missing", "currency", what, mend)
    if currency and currency not in codes.currencies():
        yield _currency(place, currency)


def _currency(place: Place, currency: str) -> Finding:
    what = _("“%(value)s” is not a currency code (ISO 4217).") % {"value": shown(currency)}
    if currency.upper() in codes.currencies():
        mend = _("Write “%(word)s”.") % {"word": currency.upper()}
        return place.warning("currency-code", "currency", what, mend)
    return place.fault("currency-code", "currency", what, _("Write three capital letters like GBP or USD."))


def places_left(place: Place) -> Iterator[Finding]:
    """Counts below nothing, and more left than there are."""
    available, maximum = place.number("available"), place.number("maximum")
    for name, count in (("available", available), ("maximum", maximum)):
        if count is not None and count < 0:
            what = _("The count %(count)s is below nothing.") % {"count": shown(count)}
            yield place.fault("capacity-range", name, what, _("Write 0 where nothing is left."))
    if available is not None and maximum is not None and available > maximum:
        said = {"available": shown(available), "maximum": shown(maximum)}
        what = _("%(available)s are available, but there are only %(maximum)s.") % said
        yield place.warning("capacity-over", "available", what, _("Mend one of the two counts."))


def years(place: Place) -> Iterator[Finding]:
    """A year of founding that is no year."""
    year = place.number("year_incorporated")
    if year is not None and (year != int(year) or not FIRST_YEAR <= year <= LAST_YEAR):
        what = _("%(year)s is not a year.") % {"year": shown(year)}
        yield place.fault("year-range", "year_incorporated", what, _("Write a whole year like 1987."))


def points(place: Place) -> Iterator[Finding]:
    """Points off the globe, half points, and points that are written where none is known."""
    latitude, longitude = place.number("latitude"), place.number("longitude")
    if latitude is None or longitude is None:
        yield from _half_point(place, latitude, longitude)
        return
    if (latitude, longitude) in {*STAND_INS, POINT_OF_THE_EXAMPLES}:
        yield _stand_in(place, latitude, longitude)
        return
    yield from _off_the_globe(place, latitude, longitude)
    if place.text("location_type") == "virtual":
        what = _("A virtual place stands on a map point.")
        mend = _("Leave the point out: nobody can go there.")
        yield place.warning("virtual-point", "latitude", what, mend)


def _half_point(place: Place, latitude: float | None, longitude: float | None) -> Iterator[Finding]:
    if latitude is not None or longitude is not None:
        missing = "longitude" if longitude is None else "latitude"
        what = _("“%(name)s” is missing, so this is half a point.") % {"name": missing}
        yield place.fault("half-point", missing, what, _("Give both latitude and longitude, or neither."))


def _stand_in(place: Place, latitude: float, longitude: float) -> Finding:
    said = {"point": f"{shown(latitude)}, {shown(longitude)}"}
    what = _("The point %(point)s is one that is written where none is known.") % said
    mend = _("Look the real point up, or leave latitude and longitude out.")
    say = place.fault if latitude == longitude == 0 else place.warning
    return say("stand-in-point", "latitude", what, mend)


def _off_the_globe(place: Place, latitude: float, longitude: float) -> Iterator[Finding]:
    is_swapped = abs(latitude) <= 180 and abs(longitude) <= 90 < abs(latitude)  # noqa: PLR2004 (degrees)
    for name, value, most in (("latitude", latitude, 90), ("longitude", longitude, 180)):
        if abs(value) > most:
            said = {"name": name, "value": shown(value), "most": most}
            what = _("“%(name)s” is %(value)s, which is not on the globe.") % said
            mend = _("Write degrees between -%(most)s and %(most)s.") % said
            if is_swapped:
                mend = _("Swap latitude and longitude: they seem to be in each other's place.")
            yield place.fault(f"{name}-range", name, what, mend)
