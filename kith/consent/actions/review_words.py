"""A named human has read a consent text."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kith.consent.events import WordsReviewed
from kith.consent.models import ReviewedWords
from kith.consent.policies.law import check_keeps_the_site
from kith.core import clock
from kith.core.errors import BadInput
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.marks import mark_of
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer


@transaction.atomic
def review_words(viewer: Viewer, *, language: str, words: str, reviewer_name: str) -> UUID:
    """Keep that this human found these words right in this language. Returns the review's id.

    `words` may hold `{places}` to fill. Raises Denied for all but the privacy officer of the host and Kith
    itself, BadInput without a language, words or a name.
    """
    site = site_profile(viewer)
    check_keeps_the_site(viewer, host_id=site.host_organization_id)
    if not (language and words.strip() and reviewer_name.strip()):
        raise BadInput(_("Give the language, the words, and the name of who has read them."))
    row = ReviewedWords.objects.create(
        language=language,
        words=words.strip(),
        reviewer_name=reviewer_name.strip(),
        recorded_by_id=viewer.user_id,
        reviewed_at=clock.now(),
    )
    record(
        viewer,
        WordsReviewed(
            subject=Ref("site", row.id),
            organization_id=site.host_organization_id,
            language=language,
            words_digest=mark_of(row.words, place=f"consent_reviewed_words.words.{row.id}"),
        ),
    )
    return row.id
