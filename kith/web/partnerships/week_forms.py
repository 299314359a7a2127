"""The shapes of forms about a partner's week, and of welcoming one."""

from collections.abc import Sequence
from datetime import date, time
from zoneinfo import available_timezones

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from kith.directory.terms import OrganizationKind
from kith.partnerships.queries.partner_page import DayLine
from kith.web.forms import KithForm

KIND_WORDS = {
    OrganizationKind.BEHAVIOURAL_HEALTH: _("Mental health"),
    OrganizationKind.HOUSING: _("Housing"),
    OrganizationKind.EMPLOYMENT: _("Work"),
    OrganizationKind.SCHOOL: _("School or learning"),
    OrganizationKind.FAITH: _("Faith community"),
    OrganizationKind.LEGAL: _("Legal help"),
    OrganizationKind.HEALTH: _("Health"),
    OrganizationKind.PEER: _("Peers and self-help"),
    OrganizationKind.POLICE_CRISIS: _("Police or crisis team"),
    OrganizationKind.PUBLIC_HEALTH: _("Public health"),
    OrganizationKind.COMMUNITY: _("Community group"),
}


def zone_choices() -> list[tuple[str, str]]:
    """Time zones of places, by name."""
    places = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/"))
    return [(zone, zone.replace("_", " ")) for zone in ["UTC", *places]]


def _time_field(label: object) -> forms.TimeField:
    return forms.TimeField(
        label=str(label), required=False, widget=forms.TimeInput({"type": "time"}, format="%H:%M")
    )


class DaysForm(KithForm):
    """The days and hours of a week, and single days that are closed."""

    timezone = forms.ChoiceField(label=_("Time zone"), choices=zone_choices)
    closed_on = forms.CharField(
        label=_("Closed days"),
        help_text=_("One a line, year first: 2026-12-25. Holidays, for example."),
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )

    def __init__(self, *given: object, **named: object) -> None:
        super().__init__(*given, **named)
        for day, name in WEEKDAYS.items():
            self.fields[f"opens_{day}"] = _time_field(_("%(day)s, from") % {"day": name})
            self.fields[f"closes_{day}"] = _time_field(_("%(day)s, to") % {"day": name})

    def day_rows(self) -> list[tuple[str, BoundField, BoundField]]:
        """Each weekday with its two fields."""
        return [(str(name), self[f"opens_{day}"], self[f"closes_{day}"]) for day, name in WEEKDAYS.items()]

    def other_fields(self) -> list[BoundField]:
        """What is not a weekday."""
        return [field for field in self if not field.name.startswith(("opens_", "closes_"))]

    def clean_closed_on(self) -> list[date]:
        """The closed days. Raises ValidationError for a line that is no day."""
        try:
            return [date.fromisoformat(line) for line in self.cleaned_data["closed_on"].split()]
        except ValueError as error:
            raise ValidationError(_("Write one day a line, year first: 2026-12-25.")) from error

    def clean(self) -> dict[str, object]:
        """A day has both hours or none."""
        for day in WEEKDAYS:
            opens, closes = (self.cleaned_data.get(f"{side}_{day}") for side in ("opens", "closes"))
            if (opens is None) != (closes is None):
                self.add_error(f"closes_{day}", _("Give both hours, or none for a day off."))
        return self.cleaned_data

    def days(self) -> dict[int, tuple[str, str]]:
        """Weekday (Monday 0) to hours, as the action takes them."""
        return {
            day: _as_text(self.cleaned_data, day) for day in WEEKDAYS if self.cleaned_data[f"opens_{day}"]
        }

    @staticmethod
    def initial_of(timezone: str, days: Sequence[DayLine], closed_on: Sequence[date]) -> dict[str, str]:
        """What a partner stated earlier."""
        kept = {"timezone": timezone, "closed_on": "\n".join(day.isoformat() for day in closed_on)}
        for line in days:
            kept |= {f"opens_{line.weekday}": line.opens, f"closes_{line.weekday}": line.closes}
        return kept


def _as_text(cleaned: dict[str, object], day: int) -> tuple[str, str]:
    opens, closes = cleaned[f"opens_{day}"], cleaned[f"closes_{day}"]
    assert isinstance(opens, time)
    assert isinstance(closes, time)
    return f"{opens:%H:%M}", f"{closes:%H:%M}"


class WelcomeForm(DaysForm):
    """A new partner: the code word, and its days as far as they are known."""

    code_word = forms.CharField(
        label=_("Code word"),
        help_text=_("Agree it by phone or in person. Each request shows it, so that they know it is you."),
        max_length=40,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    field_order: Sequence[str] = ("code_word", "timezone")


class WelcomeNewForm(WelcomeForm):
    """A new partner that is not in the directory yet."""

    name = forms.CharField(label=_("Name of the organisation"), max_length=300)
    description = forms.CharField(
        label=_("What it does, in a sentence"), max_length=1000, widget=forms.Textarea({"rows": 2})
    )
    kind = forms.ChoiceField(
        label=_("Which kind is it?"),
        choices=[(kind.value, words) for kind, words in KIND_WORDS.items()],
        initial=OrganizationKind.COMMUNITY.value,
    )
    field_order = ("name", "description", "kind", "code_word", "timezone")

    def chosen_kind(self) -> OrganizationKind:
        """The kind that was picked."""
        return OrganizationKind(self.cleaned_data["kind"])
