"""Words on the table are told to those who are to sign them, and their answers to those who wrote them."""

from kith.core.events import Recorded, listens_to
from kith.core.viewer import Viewer
from kith.partnerships.actions.mail_answer import mail_answer
from kith.partnerships.actions.mail_paper import mail_paper
from kith.partnerships.actions.mail_phoned_answer import mail_phoned_answer
from kith.partnerships.actions.mail_proposal import mail_proposal
from kith.partnerships.actions.mail_signed_words import mail_signed_words
from kith.partnerships.answer_events import (
    AgreementCallAsked,
    AgreementDeclined,
    OtherWordsAsked,
    PaperDoubted,
    PartySignedOnPaper,
    PhonedAnswerDoubted,
)
from kith.partnerships.events import AgreementProposed, AgreementSigned, PaperAdopted
from kith.partnerships.proposal_letters import AnswerSaid
from kith.partnerships.terms import SignedHow

SAID = {
    AgreementCallAsked.kind: AnswerSaid.PHONE_US,
    AgreementDeclined.kind: AnswerSaid.NOT_FOR_US,
    OtherWordsAsked.kind: AnswerSaid.OTHER_WORDS,
    PaperDoubted.kind: AnswerSaid.PAPER_DOUBTED,
    PhonedAnswerDoubted.kind: AnswerSaid.PHONE_DOUBTED,
}


@listens_to(AgreementProposed)
def mail_proposals(viewer: Viewer, event: Recorded) -> None:
    """Write to each party but the one that wrote the words."""
    mail_proposal(
        viewer,
        agreement_id=event.subject.id,
        number=int(str(event.payload["number"])),
        dedupe_key=f"proposal:{event.id}",
    )


@listens_to(PaperAdopted, PartySignedOnPaper)
def mail_the_paper(viewer: Viewer, event: Recorded) -> None:
    """Ask each party for which others took in a paper whether this is the one that it signed."""
    mail_paper(
        viewer,
        agreement_id=event.subject.id,
        signed_by=event.organization_id if event.kind == PartySignedOnPaper.kind else None,
        dedupe_key=f"paper:{event.id}",
    )


@listens_to(AgreementSigned)
def send_what_was_signed(viewer: Viewer, event: Recorded) -> None:
    """Who signed by link has no page to look it up: the words go to them by mail."""
    if event.payload["how"] != SignedHow.BY_LINK.value or event.organization_id is None:
        return
    mail_signed_words(
        viewer,
        agreement_id=event.subject.id,
        organization_id=event.organization_id,
        digest=str(event.payload["digest"]),
        dedupe_key=f"signed:{event.id}",
    )


@listens_to(AgreementDeclined, OtherWordsAsked)
def confirm_what_was_phoned(viewer: Viewer, event: Recorded) -> None:
    """Ask the party itself, by link, whether what somebody noted for it on the phone is right."""
    if event.organization_id is None or not event.payload.get("by_phone"):
        return
    mail_phoned_answer(
        viewer,
        agreement_id=event.subject.id,
        organization_id=event.organization_id,
        said=SAID[event.kind],
        dedupe_key=f"phoned:{event.id}",
    )


@listens_to(AgreementCallAsked, AgreementDeclined, OtherWordsAsked, PaperDoubted, PhonedAnswerDoubted)
def tell_the_proposer(viewer: Viewer, event: Recorded) -> None:
    """Write to those who wrote the words, unless they noted the answer themselves on the phone."""
    if event.organization_id is None or event.payload.get("by_phone"):
        return
    mail_answer(
        viewer,
        agreement_id=event.subject.id,
        number=int(str(event.payload["number"])),
        from_id=event.organization_id,
        said=SAID[event.kind],
        dedupe_key=f"answer:{event.id}",
    )
