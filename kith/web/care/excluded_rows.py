"""Who may be kept out, and who is, in words."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from kith.consent.queries.exclusions_of import exclusions_of
from kith.core.errors import BadInput
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.queries.named_people import named_people
from kith.partnerships.queries.partners_list import partners_list

BETWEEN = "/"


@dataclass(frozen=True, slots=True)
class ExcludedRow:
    """One exclusion; `name` is empty where all of the organisation is kept out."""

    exclusion_id: UUID
    name: str
    organization: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """An organisation, or with `contact_id` one human there."""

    organization_id: UUID
    contact_id: UUID | None


def excluded_rows(viewer: Viewer, *, person_id: UUID) -> list[ExcludedRow]:
    """Whom the person keeps out, the first said first."""
    lines = exclusions_of(viewer, person_id=person_id)
    names = organization_names(viewer, organization_ids=[line.organization_id for line in lines])
    people = {one.contact_id: one.name for one in named_people(viewer)}
    return [
        ExcludedRow(
            exclusion_id=line.id,
            name=people.get(line.contact_id, _("one person there")) if line.contact_id else "",
            organization=names.get(line.organization_id, ""),
        )
        for line in lines
    ]


def may_be_excluded(viewer: Viewer) -> list[tuple[str, list[tuple[str, str]]]]:
    """For each partner its name, then all of it and each human there as value and words."""
    people = [one for one in named_people(viewer) if one.is_active]
    return [
        (
            line.name,
            [
                (str(line.organization_id), _("Everyone at %(organization)s") % {"organization": line.name}),
                *(
                    (f"{line.organization_id}{BETWEEN}{one.contact_id}", f"{one.name}, {one.role_title}")
                    for one in people
                    if one.organization_id == line.organization_id
                ),
            ],
        )
        for line in partners_list(viewer)
    ]


def chosen(value: str) -> Chosen:
    """What a value of `may_be_excluded` means. Raises BadInput."""
    organization_id, _between, contact_id = value.partition(BETWEEN)
    try:
        return Chosen(UUID(organization_id), UUID(contact_id) if contact_id else None)
    except ValueError as error:
        raise BadInput(field="who") from error
