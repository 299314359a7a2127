"""The questions that people ask first of a service, in words."""

from django.utils.translation import gettext_lazy as _

from kith.directory.searching.quality import ListingQuestion

QUESTION_WORDS = {
    ListingQuestion.WHAT: _("what it is"),
    ListingQuestion.EXPECT: _("what to expect when you go"),
    ListingQuestion.FOR_WHOM: _("for whom it is"),
    ListingQuestion.HOW: _("how one gets in"),
    ListingQuestion.COST: _("what it costs"),
    ListingQuestion.TOPICS: _("what it helps with"),
    ListingQuestion.LANGUAGES: _("which languages are spoken"),
    ListingQuestion.HOURS: _("when it is open"),
    ListingQuestion.FACTS: _("other facts, such as a ramp"),
}
