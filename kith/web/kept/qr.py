"""A square code that a phone's camera reads, drawn here as SVG: nobody else learns the address."""

import io

import segno
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _


def qr_svg(address: str) -> SafeString:
    """The address as a picture with its words beside it for who cannot see it. No inline style."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawn,
        kind="svg",
        xmldecl=False,
        svgns=False,
        nl=False,
        omitsize=True,
        border=2,
        svgclass=None,
        lineclass="qr-line",
    )
    picture = drawn.getvalue().decode().replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
    said = _("Code for your camera. It opens %(address)s") % {"address": address}
    return format_html(
        '<span class="qr" role="img" aria-label="{}">{}</span>',
        said,
        mark_safe(picture),  # noqa: S308 (drawn by segno from an address of ours)
    )
