"""What an admin says about the site."""

from collections.abc import Sequence
from uuid import UUID
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.web.forms import KithForm

TIME_ZONES = ["UTC", *sorted(zone for zone in available_timezones() if "/" in zone)]


class SiteSettingsForm(KithForm):
    """Name, crisis lines, law, clock and who answers for the site."""

    name = forms.CharField(label=_("Name of the partnership"), max_length=120)
    country = forms.CharField(
        label=_("Country"), help_text=_("Two letters, such as US or GB."), min_length=2, max_length=2
    )
    emergency_number = forms.CharField(label=_("Number to call in danger"), max_length=30)
    talk_line = forms.CharField(label=_("Line to talk to someone"), max_length=60, required=False)
    talk_line_words = forms.CharField(
        label=_("A few words about that line"),
        help_text=_("For example: free, day and night."),
        max_length=80,
        required=False,
    )
    jurisdiction = forms.CharField(label=_("Which law holds here"), max_length=40, required=False)
    timezone = forms.ChoiceField(label=_("Time zone"), choices=[(zone, zone) for zone in TIME_ZONES])

    def offer_duty(self, colleagues: Sequence[tuple[UUID, str]]) -> None:
        """Offer these colleagues as the one who answers."""
        names = [(str(user_id), name) for user_id, name in colleagues]
        self.fields["duty_user_id"] = forms.TypedChoiceField(
            label=_("Who answers for the site"),
            choices=[("", _("Nobody yet")), *names],
            coerce=UUID,
            empty_value=None,
            required=False,
        )
