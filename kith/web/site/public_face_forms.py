"""What an admin says about what visitors see."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.web.forms import KithForm
from kith.web.site.help_topics import MAY_BE_LEFT_OUT


class PublicFaceForm(KithForm):
    """The name that shows, further lines, and which pages are left out."""

    public_name = forms.CharField(
        label=_("Name that visitors see"),
        help_text=_("It stands in windows, at the top and at the foot. A plain name keeps visitors safer."),
        max_length=60,
        required=False,
    )
    is_discreet = forms.BooleanField(
        label=_("Show nothing but this name in windows and lists of the browser, with a plain icon"),
        required=False,
    )
    text_line = forms.CharField(label=_("Number to send a text to"), max_length=60, required=False)
    text_line_words = forms.CharField(label=_("A few words about that number"), max_length=80, required=False)
    safety_line = forms.CharField(
        label=_("Number for people who are hurt at home"), max_length=60, required=False
    )
    safety_line_words = forms.CharField(
        label=_("A few words about the line for people who are hurt at home"), max_length=80, required=False
    )
    left_out_pages = forms.MultipleChoiceField(
        label=_("Pages that this site leaves out"),
        help_text=_("The others are shown. Two pages are always there: they are about danger."),
        choices=[(topic.code, topic.words) for topic in MAY_BE_LEFT_OUT],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
