"""Who may read a listing in another language: whoever may read it, but for what gives a hidden place away."""

from uuid import UUID

from django.db.models import QuerySet

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
    """What no public text of one service may say. Five statements, when it is made."""

    def __init__(self, service_id: UUID, organization_id: UUID) -> None:
        streets = secret_addresses({service_id, organization_id})
        told = streets.get(service_id, set()) | streets.get(organization_id, set())
        self._streets = [" ".join(words_of(street)) for street in told]
        links = ServiceAtLocation.objects.filter(service=service_id, location__is_confidential=True)
        self._is_at_one = links.exists()

    def may_be_read(self, words: str, *, is_stale: bool) -> bool:
        """False for a text that names the street of a hidden place.

        Nor is one shown that is older than its original where the service is given at a hidden place: in
        another script the street would not be found, and the original may have been changed to leave it out.
        """
        folded = f" {' '.join(words_of(words))} "
        names_one = any(street and f" {street} " in folded for street in self._streets)
        return not names_one and not (is_stale and self._is_at_one)
