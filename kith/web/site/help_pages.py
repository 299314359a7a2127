"""What to do about a topic. What is sensitive is opened by a form, so that no address or log names it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.core.actions.review_page import review_page
from kith.core.errors import BadInput, NotFound
from kith.core.queries.page_review import page_review
from kith.core.viewer import Role
from kith.web.directory.words import TOPIC_WORDS
from kith.web.forms import sent
from kith.web.frame import is_hosts_admin
from kith.web.pages import form_page, sent_again, show, staff_only
from kith.web.request import KithRequest
from kith.web.site.help_forms import ReviewPageForm
from kith.web.site.help_topics import HelpTopic, help_topics
from kith.web.site.help_words import digest_of


@require_http_methods(["GET", "HEAD", "POST"])
def help_list(request: KithRequest) -> HttpResponse:
    """All topics; a POST opens one, whose page then stands at this same address under this same title."""
    topic = _topic(request, request.POST.get("page", "")) if request.method == "POST" else None
    if topic is not None:
        return show(request, topic.template, _page(request, topic))
    topics = help_topics(request.profile.left_out_pages)
    return show(request, "site/help_list.html", {"help_topics": topics})


@require_safe
def help_page(request: KithRequest, code: str) -> HttpResponse:
    """One topic that may stand in an address. A sensitive one is not found here."""
    topic = _topic(request, code)
    if topic is None or topic.is_posted:
        raise NotFound
    return show(request, topic.template, _page(request, topic))


@staff_only(Role.ADMIN)
@require_POST
def review_help_page(request: KithRequest) -> HttpResponse:
    """Keep who has read a page and found it right, in the language in which it was read."""
    topic = _topic(request, request.POST.get("page", ""))
    if topic is None or not is_hosts_admin(request.viewer, request.profile):
        raise NotFound
    form = ReviewPageForm(sent(request))
    return form_page(
        request,
        topic.template,
        form=form,
        context=_page(request, topic),
        work=lambda: _keep_review(request, topic, form),
        then=lambda _id: reverse("help_list"),
    )


def _keep_review(request: KithRequest, topic: HelpTopic, form: ReviewPageForm) -> UUID:
    if form.cleaned_data["digest"] != digest_of(topic):
        raise BadInput(_("This page has changed since you opened it. Please read it again."))
    review_id = review_page(
        request.viewer,
        page=topic.code,
        language=get_language() or "",
        digest=digest_of(topic),
        reviewer_name=form.cleaned_data["reviewer_name"],
    )
    messages.success(request, _("Saved."))
    return review_id


def _topic(request: KithRequest, code: str) -> HelpTopic | None:
    topics = help_topics(request.profile.left_out_pages)
    return next((topic for topic in topics if topic.code == code), None)


def _page(request: KithRequest, topic: HelpTopic) -> dict[str, object]:
    digest = digest_of(topic)
    page: dict[str, object] = {
        "page": topic,
        "searches": [(code.value, TOPIC_WORDS[code]) for code in topic.topics],
        "sent_again": sent_again(request),
        "review": page_review(request.viewer, page=topic.code, language=get_language() or "", digest=digest),
    }
    if is_hosts_admin(request.viewer, request.profile):
        page["form"] = ReviewPageForm(initial={"page": topic.code, "digest": digest})
    return page
