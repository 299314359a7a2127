"""The part of an address that leads nowhere, whatever signs are in it: a program is told so in JSON."""

from collections.abc import Callable
from typing import ParamSpec

from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, register_converter
from django.urls.converters import PathConverter

Parts = ParamSpec("Parts")


class Anything(PathConverter):
    """As `path`, and over line breaks too."""

    regex = "(?s:.+)"


register_converter(Anything, "anything")


def anything_else(view: Callable[Parts, HttpResponseBase], name: str) -> URLPattern:
    """All addresses that no pattern before has taken."""
    return path("<anything:rest>", view, name=name)
