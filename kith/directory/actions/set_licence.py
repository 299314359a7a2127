"""Say under which licence a source lets its listings be passed on."""

from django.db import transaction

from kith.core.errors import NotFound
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.directory.events import LicenceSet
from kith.directory.policies.source import check_may_import, sources


@transaction.atomic
def set_licence(
    viewer: Viewer, *, source_name: str, licence: str, licence_url: str, attribution: str
) -> None:
    """Keep a source's licence, where it can be read, and who is to be named. Empty: nothing may be passed on.

    Raises Denied, or NotFound for a source that is not known.
    """
    check_may_import(viewer)
    source = sources(viewer).filter(name=source_name.strip()).first()
    if source is None:
        raise NotFound
    source.licence, source.licence_url = licence.strip()[:100], licence_url.strip()[:1000]
    source.attribution = attribution.strip()
    source.save(update_fields=["licence", "licence_url", "attribution"])
    record(viewer, LicenceSet(subject=Ref("source", source.id)))
