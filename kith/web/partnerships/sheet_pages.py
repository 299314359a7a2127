"""Partners from a spreadsheet: send it, look at what it would do, take it in, undo it."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.core.errors import BadInput
from kith.exchange.partner_sheets.columns import HEADINGS
from kith.exchange.partner_sheets.read_partners import read_partners
from kith.partnerships.actions.begin_partner_import import begin_partner_import
from kith.partnerships.actions.take_in_partners import take_in_partners as take_in
from kith.partnerships.actions.undo_partner_import import undo_partner_import as undo
from kith.partnerships.queries import partner_import_page as one
from kith.partnerships.sheet_rows import SheetPartner
from kith.web.accounts.step_up import step_up
from kith.web.forms import KithForm, sent, sent_files
from kith.web.pages import act, form_page, show
from kith.web.partnerships.roles import SHOW_OR_SEND
from kith.web.partnerships.welcome_pages import hosts_welcomers_only
from kith.web.request import KithRequest

MOST_BYTES = 5 * 1024 * 1024


class SheetForm(KithForm):
    """The file, and the code word for rows that have none."""

    file = forms.FileField(
        label=gettext_lazy("Your spreadsheet"),
        help_text=gettext_lazy("CSV or XLSX, one partner in each row, up to 500 rows."),
        widget=forms.FileInput({"accept": ".csv,.xlsx,.tsv"}),
    )
    code_word = forms.CharField(
        label=gettext_lazy("Code word for partners that have none in the sheet"),
        help_text=gettext_lazy("It shows them that a mail is really from us. You can change it for each."),
        min_length=3,
        max_length=40,
    )


@require_http_methods(SHOW_OR_SEND)
@hosts_welcomers_only
@step_up
def import_partners(request: KithRequest) -> HttpResponseBase:
    """Send a spreadsheet. Nothing is made yet: the next page shows what would be."""
    form = SheetForm(sent(request), sent_files(request))

    def work() -> UUID:
        rows = _rows(form.cleaned_data["file"], code_word=form.cleaned_data["code_word"])
        return begin_partner_import(request.viewer, rows=rows)

    template = "partnerships/import_partners.html"
    return form_page(
        request, template, form=form, context={"headings": HEADINGS}, work=work, then=_address_of_import
    )


@require_safe
@hosts_welcomers_only
def partner_template(_request: KithRequest) -> HttpResponse:
    """An empty sheet with our headings."""
    text = io.StringIO()
    csv.writer(text).writerow(HEADINGS)
    response = HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="partners.csv"'
    return response


@require_safe
@hosts_welcomers_only
def partner_import_page(request: KithRequest, import_id: UUID) -> HttpResponseBase:
    """Row by row what would be made; afterwards what was, and the way back."""
    page = one.partner_import_page(request.viewer, import_id=import_id)
    left_out = [row for row in page.rows if not row.can_be_used]
    context = {"page": page, "left_out": left_out, "usable": [r for r in page.rows if r.can_be_used]}
    return show(request, "partnerships/partner_import_page.html", context)


@require_POST
@hosts_welcomers_only
def take_in_partners(request: KithRequest, import_id: UUID) -> HttpResponseBase:
    """Make what the preview showed."""

    def then(outcome: UUID) -> str:
        messages.success(request, _("The partners are taken in."))
        return _address_of_import(outcome)

    return act(request, work=lambda: take_in(request.viewer, import_id=import_id), then=then)


@require_POST
@hosts_welcomers_only
def undo_partner_import(request: KithRequest, import_id: UUID) -> HttpResponseBase:
    """Take back what it made."""

    def then(outcome: UUID) -> str:
        messages.success(request, _("It is undone. What somebody has used since is still there."))
        return _address_of_import(outcome)

    return act(request, work=lambda: undo(request.viewer, import_id=import_id), then=then)


def _rows(upload: UploadedFile, *, code_word: str) -> tuple[SheetPartner, ...]:
    if (upload.size or 0) > MOST_BYTES:
        raise BadInput(_("This file is over 5 MB. Please save the partners' sheet alone."), field="file")
    with _on_disk(upload) as path:
        return read_partners(path, code_word=code_word)


@contextmanager
def _on_disk(upload: UploadedFile) -> Iterator[Path]:
    """The upload as a file of a neutral name, gone afterwards."""
    with TemporaryDirectory(prefix="kith-sheet-") as folder:
        path = Path(folder) / "sheet"
        path.write_bytes(upload.read())
        yield path


def _address_of_import(import_id: UUID) -> str:
    return reverse("partner_import_page", kwargs={"import_id": import_id})
