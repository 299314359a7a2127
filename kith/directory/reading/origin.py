"""Where a listing comes from and who last said that it is right: clocks that are kept apart."""

from kith.core.viewer import Viewer
from kith.directory.models import Organization, Service
from kith.directory.policies.source import finished_runs, source_records
from kith.directory.terms import ConfirmedHow
from kith.directory.views_of import Confirmation, Origin


def origin_of(viewer: Viewer, row: Service | Organization) -> Origin:
    """The source and when it last listed the row. At most two statements; `row` carries its source."""
    if row.source is None:
        return Origin("", None, is_gone=False)
    mark = source_records(viewer).filter(our_id=row.id).first()
    if mark is not None and mark.gone_at is not None:
        return Origin(row.source.name, mark.last_seen_at.date() if mark.last_seen_at else None, is_gone=True)
    run = finished_runs(viewer).filter(source_id=row.source.id).order_by("-finished_at").first()
    last_seen = run.finished_at.date() if run and run.finished_at else None
    return Origin(row.source.name, last_seen, is_gone=False)


def confirmation_of(service: Service) -> Confirmation:
    """When a person confirmed it, apart from what the source says and from any change."""
    return Confirmation(
        confirmed_on=service.confirmed_at.date() if service.confirmed_at else None,
        how=ConfirmedHow(service.confirmed_how) if service.confirmed_how else None,
        assured_on=service.assured_on,
        changed_on=service.changed_at.date(),
        changed_at=service.changed_at,
    )


def assured_here(service: Service) -> dict[str, object]:
    """HSDS assured_date where a person confirmed the listing here; else what the source claims stands."""
    if service.confirmed_at is None:
        return {}
    return {"assured_on": service.confirmed_at.date(), "assurer_email": ""}
