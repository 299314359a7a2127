"""The part of an address that leads nowhere, whatever signs are in it: a program is told so in JSON."""

from django.urls import register_converter
from django.urls.converters import PathConverter


class Anything(PathConverter):
    """As `path`, and over line breaks too."""

    regex = "(?s:.+)"


register_converter(Anything, "anything")
