"""All that an organisation holds of its partnerships, as one zip of files that anything can read."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Sequence

from kith.exchange.hsds.to_body import Body
from kith.exchange.partner_sheets.columns import HEADINGS
from kith.partnerships.queries.owned import Owned, OwnedContact, OwnedVersion

ENDINGS = {"application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg"}
AGREEMENT_HEADINGS = (
    "Agreement",
    "Title",
    "Kind",
    "Stands",
    "Version",
    "State",
    "First day",
    "Review on",
    "Last day",
    "SHA-256 of the text",
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_owned(owned: Owned, listings: Iterable[Body]) -> bytes:
    """The zip: partners.csv (to be taken in again), agreements.csv, texts, clauses, papers, listings."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("partners.csv", _sheet(HEADINGS, [_contact(one) for one in owned.contacts]))
        bundle.writestr("agreements.csv", _sheet(AGREEMENT_HEADINGS, [_line(one) for one in owned.versions]))
        for version in owned.versions:
            _write_version(bundle, version)
        bundle.writestr("listings.json", json.dumps(list(listings), ensure_ascii=False, indent=1))
    return buffer.getvalue()


def _write_version(bundle: zipfile.ZipFile, version: OwnedVersion) -> None:
    folder = f"agreements/{version.agreement_id}/version-{version.number}"
    if version.text:
        bundle.writestr(f"{folder}.txt", version.text)
    bundle.writestr(f"{folder}-clauses.json", version.clauses)
    signed = [[*one[:3], one[3].isoformat() if one[3] else ""] for one in version.signatures]
    headings = ("Organisation", "Signed by", "Role", "Signed at")
    bundle.writestr(f"{folder}-signatures.csv", _sheet(headings, signed))
    for at, (content_type, content) in enumerate(version.papers, start=1):
        bundle.writestr(f"{folder}-paper-{at}.{ENDINGS.get(content_type, 'bin')}", content)


def _contact(one: OwnedContact) -> list[str]:
    cells = {
        "Organisation": one.organization,
        "Code word": one.code_word,
        "Contact": one.name,
        "Role": one.role_title,
        "Email": one.email,
        "Phone": one.phone,
        "Language": one.language,
    }
    return [cells.get(heading, "") for heading in HEADINGS]


def _line(one: OwnedVersion) -> list[str]:
    days = (one.starts_on, one.review_on, one.ends_on)
    return [
        str(one.agreement_id),
        one.title,
        one.agreement_kind,
        one.status,
        str(one.number),
        one.state,
        *(day.isoformat() if day else "" for day in days),
        one.digest,
    ]


def _sheet(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """CSV with a mark that spreadsheet programs know; a cell that would run as a formula is made plain."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(headings)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return "\ufeff" + text.getvalue()


def _harmless(cell: str) -> str:
    """A telephone number keeps its plus: only digits and blanks follow it."""
    is_phone = cell.startswith("+") and cell[1:].replace(" ", "").replace("-", "").isdigit()
    return f"'{cell}" if cell.startswith(FORMULA) and not is_phone else cell
