"""Crawling a feed: each service that is listed, fetched whole, one after the other."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Protocol
from urllib.parse import quote

from django.utils.translation import gettext as _

from kith.directory.records import Json
from kith.exchange.fetching.errors import NotFetched
from kith.exchange.fetching.fetch import Fetcher
from kith.exchange.hsds.errors import CrawlStopped
from kith.exchange.hsds.page import Listed
from kith.exchange.hsds.read_file import LONGEST_RECORD, RawRecord, sound_record
from kith.exchange.hsds.walk import Walk
from kith.exchange.source_ids import SourceIds

SILENT_IN_A_ROW = 5
ENOUGH_TRIES = 3


class Kept(Protocol):
    """What an earlier crawl fetched before it was broken off, and what this one adds to it."""

    def find(self, key: str) -> dict[str, Json] | None:
        """The record as the source gave it; None if it was not fetched."""

    def add(self, key: str, record: dict[str, Json]) -> None:
        """Keep it."""


class Crawl:
    """One crawl. A record that cannot be fetched is a sentence; it counts as listed, so it is not gone."""

    def __init__(self, fetcher: Fetcher, walk: Walk, base: str, ids: SourceIds, kept: Kept) -> None:
        self._fetcher, self._walk, self._base, self._ids, self._kept = fetcher, walk, base, ids, kept
        self._silent = self._failed = self._fetched = 0

    def records(self) -> Iterator[RawRecord]:
        """A record for each service in the list, in its order, as the source writes it.

        Then why the list may not be whole: then nothing counts as gone. Raises NotFetched if there is no
        list, and CrawlStopped if the source stops answering.
        """
        position = 0
        for one in self._walk.services():
            position = one.position
            yield self._record(one)
        for trouble in self._walk.troubles:
            yield RawRecord(position + 1, None, trouble, position)
        for note in self._walk.notes:
            yield RawRecord(position + 1, None, note, position, is_aside=True)

    def _record(self, one: Listed) -> RawRecord:
        if one.why:
            return RawRecord(one.position, None, one.why, one.position)
        kept = self._kept.find(one.key)
        if kept is not None:
            return RawRecord(one.position, kept, "", one.position)
        try:
            record = self._fetch(one)
        except NotFetched as error:
            return self._instead(one, error)
        if record.body is None:
            return self._refused(one, record.why)
        self._kept.add(one.key, record.body)
        return record

    def _fetch(self, one: Listed) -> RawRecord:
        """The whole record. Raises NotFetched, and CrawlStopped where asking on is of no use."""
        if not self._fetched and self._failed >= ENOUGH_TRIES:
            raise NotFetched(_("The source shows no single services."), answer=HTTPStatus.NOT_FOUND)
        try:
            body = self._fetcher.json(
                f"{self._base}/services/{quote(one.key, safe='')}", largest=LONGEST_RECORD
            )
        except NotFetched as error:
            self._check_goes_on(error)
            raise
        self._silent, self._fetched = 0, self._fetched + 1
        if not isinstance(body, dict) or str(body.get("id")).lower() != one.key.lower():
            raise NotFetched(_("The source gave something else than the record we asked for."))
        return sound_record(one.position, body, one.position)

    def _check_goes_on(self, error: NotFetched) -> None:
        """Raises CrawlStopped where the source is gone, or asks us to come back another day."""
        self._failed += error.answer is not None
        self._silent = self._silent + 1 if error.is_passing else 0
        if error.asks_us_to_stop or self._silent >= SILENT_IN_A_ROW:
            raise CrawlStopped(error) from None

    def _instead(self, one: Listed, error: NotFetched) -> RawRecord:
        """What the list itself says, if it is the whole record; a short form would wipe out what we know."""
        if _is_whole(one.body):
            return sound_record(one.position, one.body, one.position)
        return self._refused(one, str(error.sentence))

    def _refused(self, one: Listed, why: str) -> RawRecord:
        key = self._ids.of("service", one.key)
        return RawRecord(one.position, None, f"{one.key}: {why}", one.position, key=key)


def _is_whole(body: dict[str, Json]) -> bool:
    """True where the list gives what only a whole record has."""
    places, organization = body.get("service_at_locations"), body.get("organization")
    return isinstance(places, list) and isinstance(organization, dict)
