"""What someone types who has found a mistake."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.web.forms import KithForm


class ReportMistakeForm(KithForm):
    """What is wrong, where, and how to write back if they want that."""

    what = forms.CharField(
        label=_("What is wrong?"),
        help_text=_("Please do not write about yourself or about other people here."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    where = forms.CharField(
        label=_("Which page or place is it about?"),
        max_length=200,
        required=False,
    )
    reply_to = forms.EmailField(
        label=_("Your e-mail, if you want an answer"),
        max_length=200,
        required=False,
    )
