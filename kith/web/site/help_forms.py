"""What someone says who has read a page about a topic."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.web.forms import KithForm


class ReviewPageForm(KithForm):
    """Which page and words, and who has read them."""

    page = forms.CharField(widget=forms.HiddenInput)
    digest = forms.CharField(widget=forms.HiddenInput)
    reviewer_name = forms.CharField(
        label=_("Who has read this page and found it right?"),
        help_text=_("Visitors will see this name and the day."),
        max_length=120,
    )
