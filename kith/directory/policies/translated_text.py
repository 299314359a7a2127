"""Who may read a listing in another language: whoever may read it, but for what gives a hidden place away."""

from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core.viewer import Viewer
from kith.directory.folding import words_of
from kith.directory.models import Location, ServiceAtLocation, TranslatedText
from kith.directory.policies.place import secret_addresses
from kith.directory.policies.service import May, services


def translated_texts(viewer: Viewer) -> QuerySet[TranslatedText]:
    """The texts of every service that the viewer may read. Look at `Secrets` before showing one."""
    return TranslatedText.objects.filter(service__in=services(viewer, May.READ))


def texts_to_search(viewer: Viewer) -> QuerySet[TranslatedText]:
    """Those whose words may be looked for: of nobody who has, or is given at, a hidden place."""
    there = ServiceAtLocation.objects.filter(location__is_confidential=True)
    held = Location.objects.filter(is_confidential=True, organization__isnull=False)
    return (
        translated_texts(viewer)
        .exclude(service__organization__in=there.values("service__organization_id"))
        .exclude(service__organization__in=held.values("organization_id"))
    )


class Secrets:
    """What no public text of one service may say. Six statements, when it is made.

    `has_hidden_place`: its organisation holds a hidden place, or is given at one.
    """

    def __init__(self, service_id: UUID, organization_id: UUID) -> None:
        streets = secret_addresses({service_id, organization_id})
        told = streets.get(service_id, set()) | streets.get(organization_id, set())
        named = ({word for word in words_of(street) if not word.isdigit()} for street in told)
        self._streets = [words for words in named if words]
        links = ServiceAtLocation.objects.filter(location__is_confidential=True)
        held = Location.objects.filter(is_confidential=True, organization=organization_id)
        self.has_hidden_place = (
            links.filter(Q(service=service_id) | Q(service__organization=organization_id)).exists()
            or held.exists()
        )

    def may_be_read(self, words: str, *, is_stale: bool) -> bool:
        """False for a text with all words of the street of a hidden place, in whatever order.

        Nor is an old one read where there is a hidden place: in another script the street would not be
        found. Whoever writes it again has to look at it first.
        """
        said = set(words_of(words))
        return not any(street <= said for street in self._streets) and not (
            is_stale and self.has_hidden_place
        )
