"""What would you like to agree on with us? A short form, by the link in a mail."""

from uuid import UUID

from django import forms
from django.db import transaction
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from kith.core import clock
from kith.core.queries.site_profile import site_profile
from kith.partnerships.actions.propose_as_partner import propose_as_partner
from kith.partnerships.clause_terms import GIFT_WORDS, Gift
from kith.partnerships.clauses.answering import MOST_DAYS
from kith.partnerships.clauses.giving import MOST
from kith.partnerships.clauses.places import MOST_PLACES
from kith.partnerships.partner_offer import PartnerOffer
from kith.partnerships.queries.visit_to_propose import visit_to_propose
from kith.post.actions.use_link import use_link
from kith.web.forms import KithForm, sent
from kith.web.pages import press_once, show
from kith.web.request import KithRequest

PAGE = "answer/propose_by_link.html"
LONGEST = 2000


class OfferForm(KithForm):
    """What they would like, in a few words and numbers; only what it is for has to be said."""

    purpose = forms.CharField(
        label=_("What should it be for?"),
        help_text=_("A sentence or two. No names of people you help, please."),
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 3}),
    )
    places = forms.IntegerField(
        label=_("Places you could keep free each week"), required=False, min_value=1, max_value=MOST_PLACES
    )
    gift = forms.ChoiceField(
        label=_("Something else you could give"),
        required=False,
        choices=[("", "–"), *((gift.value, words) for gift, words in GIFT_WORDS.items())],
    )
    gift_amount = forms.IntegerField(
        label=_("How much of it each week"), required=False, min_value=1, max_value=MOST
    )
    answer_days = forms.IntegerField(
        label=_("Within how many of your own days can you answer?"),
        required=False,
        min_value=1,
        max_value=MOST_DAYS,
    )
    needs = forms.CharField(
        label=_("What do you need from us?"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )

    def clean(self) -> dict[str, object]:
        """Something given has a number, and a number is of something."""
        given = self.cleaned_data
        if bool(given.get("gift")) != bool(given.get("gift_amount")) and "gift_amount" not in self.errors:
            self.add_error("gift_amount", gettext("Please say what you give, and how much of it."))
        return given


@never_cache
def propose_by_link(request: KithRequest, token: str) -> HttpResponseBase:
    """The form; sent, it is put before the host in their words. The link works once."""
    visit = visit_to_propose(request.viewer, token=token)
    form = OfferForm(sent(request))
    if request.method != "POST":
        return show(request, PAGE, {"visit": visit, "form": form})
    if not form.is_valid():
        return show(request, PAGE, {"visit": visit, "form": form}, status=422)

    @transaction.atomic
    def work() -> UUID:
        use_link(visit.viewer, link_id=visit.link_id)
        return propose_as_partner(visit.viewer, host_id=visit.host_id, offer=_offer(request, form))

    press_once(request, visit.viewer, work=work)
    return HttpResponseRedirect(reverse("agreement_thanks", args=["proposed"]))


def _offer(request: KithRequest, form: OfferForm) -> PartnerOffer:
    given = form.cleaned_data
    return PartnerOffer(
        purpose=given["purpose"],
        needs=given["needs"],
        answer_days=given["answer_days"],
        places_a_week=given["places"],
        gift=Gift(given["gift"]) if given["gift"] else None,
        gift_amount=given["gift_amount"],
        starts_on=clock.today(site_profile(request.viewer).timezone),
    )
