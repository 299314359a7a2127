"""Addresses of partners' spreadsheets: in with a preview, and all of one's own out."""

from django.urls import URLPattern, URLResolver, path

from kith.web.partnerships import export_pages, sheet_pages

sheets: list[URLPattern | URLResolver] = [
    path("partners/sheet/", sheet_pages.import_partners, name="import_partners"),
    path("partners/sheet/template/", sheet_pages.partner_template, name="partner_template"),
    path("partners/sheet/<uuid:import_id>/", sheet_pages.partner_import_page, name="partner_import_page"),
    path("partners/sheet/<uuid:import_id>/take/", sheet_pages.take_in_partners, name="take_in_partners"),
    path(
        "partners/sheet/<uuid:import_id>/undo/", sheet_pages.undo_partner_import, name="undo_partner_import"
    ),
    path("partners/ours/", export_pages.export_ours, name="export_ours"),
]
