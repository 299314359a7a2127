"""The form for a named person's own code; a page without sign-in shows it, so it speaks every language."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kith.web.forms import KithForm


class OwnCodeForm(KithForm):
    """A contact's own code, typed twice."""

    code = forms.CharField(
        label=_("Own code"),
        help_text=_("6 to 40 letters or numbers. It opens the page with a name. We keep no copy to read."),
        max_length=40,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Once more"), max_length=40, widget=forms.PasswordInput({"autocomplete": "new-password"})
    )

    def clean_again(self) -> str:
        """The same again. Raises ValidationError if it is not."""
        again: str = self.cleaned_data["again"]
        if again != self.cleaned_data.get("code"):
            raise ValidationError(_("This is not the same code. Please type it again."))
        return again
