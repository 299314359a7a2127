"""A paper as a file to keep: never shown inside a page of ours."""

from django.http import HttpResponse

from kith.partnerships.queries.paper_of import PaperCopy


def as_file(copy: PaperCopy) -> HttpResponse:
    """The copy as an attachment of its sniffed type, which no browser runs."""
    response = HttpResponse(copy.content, content_type=copy.content_type)
    response["Content-Disposition"] = f'attachment; filename="{copy.file_name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
