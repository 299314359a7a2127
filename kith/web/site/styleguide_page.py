"""Every component of the look on one page."""

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from kith.core.errors import NotFound
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Role
from kith.web.forms import KithForm
from kith.web.pages import show
from kith.web.request import KithRequest


class ExampleForm(KithForm):
    """One field of each kind."""

    words = forms.CharField(
        label=_("Your own words"), help_text=_("Jo reads this on weekdays."), max_length=200
    )
    note = forms.CharField(label=_("A longer note"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    mail = forms.EmailField(label=_("E-mail"))
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}))
    number = forms.IntegerField(label=_("How many"), required=False)
    language = forms.ChoiceField(label=_("Read in"), choices=[("en", "English"), ("ar", "العربية")])
    answer = forms.ChoiceField(
        label=_("What did she say?"),
        choices=[("yes", _("Yes")), ("no", _("No")), ("later", _("Wants time"))],
        widget=forms.RadioSelect,
    )
    ways = forms.MultipleChoiceField(
        label=_("How may we reach you?"),
        choices=[("call", _("By a call")), ("text", _("By a text"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    sure = forms.BooleanField(label=_("Ask someone else as well"), required=False)
    paper = forms.FileField(label=_("The signed paper"), required=False)


@require_safe
def styleguide(request: KithRequest) -> HttpResponse:
    """Every component, for those who build pages: members, and everybody on a made-up site."""
    if not (request.viewer.has(*Role) or site_profile(request.viewer).is_demo):
        raise NotFound
    with_errors = ExampleForm({"mail": "no mail", "words": "Company in the evening"}, prefix="wrong")
    context = {"form": ExampleForm(prefix="right"), "with_errors": with_errors}
    return show(request, "site/styleguide.html", context)
