import pytest

from kith.core.errors import NotFound
from kith.core.viewer import Door, Viewer
from kith.post.actions.close_links import close_links
from kith.post.actions.use_link import use_link
from kith.post.queries.record_behind_link import record_behind_link
from kith.post.terms import LinkPurpose
from tests.factories.post import SYSTEM, a_link, a_referral, visitor

pytestmark = pytest.mark.django_db
NOBODY = Viewer.nobody(Door.PUBLIC)


def test_an_open_a_used_and_a_closed_link_name_their_record() -> None:
    about = a_referral()
    made = a_link(about=about)

    named = [record_behind_link(NOBODY, token=made.token, purpose=LinkPurpose.ANSWER_ASK)]
    use_link(visitor(about), link_id=made.id)
    named.append(record_behind_link(NOBODY, token=made.token, purpose=LinkPurpose.ANSWER_ASK))
    close_links(SYSTEM, about=about)
    named.append(record_behind_link(NOBODY, token=made.token, purpose=LinkPurpose.ANSWER_ASK))

    assert named == [about] * 3


@pytest.mark.parametrize("purpose", [LinkPurpose.SEE_NAME, LinkPurpose.TELL_WHAT_HAPPENED])
def test_another_purpose_and_an_unknown_token_name_nothing(purpose: LinkPurpose) -> None:
    made = a_link(purpose=LinkPurpose.ANSWER_ASK)

    with pytest.raises(NotFound):
        record_behind_link(NOBODY, token=made.token, purpose=purpose)
    with pytest.raises(NotFound):
        record_behind_link(NOBODY, token="x", purpose=LinkPurpose.ANSWER_ASK)
