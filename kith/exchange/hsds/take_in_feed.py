"""Taking in the listings at a web address: an HSDS 3 or Open Referral UK feed."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.actions.forget_crawled_records import forget_crawled_records
from kith.directory.actions.keep_crawled_record import keep_crawled_record
from kith.directory.actions.start_crawl import start_crawl
from kith.directory.queries.crawled_record import crawled_record
from kith.directory.records import Json
from kith.exchange.fetching.fetch import Fetcher
from kith.exchange.hsds.crawl import Crawl
from kith.exchange.hsds.feed import feed_at
from kith.exchange.hsds.from_feed import from_feed
from kith.exchange.hsds.read_file import parsed
from kith.exchange.hsds.take_in import take_in_run
from kith.exchange.hsds.walk import Walk
from kith.exchange.oruk.to_hsds import from_oruk
from kith.exchange.source_ids import SourceIds


@dataclass(frozen=True, slots=True)
class _KeptByTheRun:
    """The records of a run, kept in the directory until it is finished."""

    viewer: Viewer
    run_id: UUID

    def find(self, key: str) -> dict[str, Json] | None:
        kept = crawled_record(self.viewer, run_id=self.run_id, source_key=key)
        record = parsed(kept.encode()) if kept else None
        return record if isinstance(record, dict) else None

    def add(self, key: str, record: dict[str, Json]) -> None:
        keep_crawled_record(self.viewer, run_id=self.run_id, source_key=key, record=json.dumps(record))


def take_in_feed(
    viewer: Viewer, *, fetcher: Fetcher, address: str, source_name: str, progress: Callable[[int], None]
) -> UUID:
    """Take in what can be used of the feed; returns the run's id for `import_report`.

    Broken off, it goes on when it is called again, and fetches no service twice. `progress` is told how many
    services more were read. Raises NotFetched, CrawlStopped, Denied, or BadInput if the source has no name.
    """
    feed = feed_at(fetcher, address)
    run_id = start_crawl(
        viewer, source_name=source_name, address=feed.base, version=feed.version, profile=feed.profile
    )
    kept, ids = _KeptByTheRun(viewer, run_id), SourceIds(source_name)
    crawl = Crawl(fetcher, Walk(fetcher, feed.base), feed.base, ids, kept)
    records = from_oruk(from_feed(crawl.records(), ids))
    take_in_run(viewer, run_id=run_id, records=records, progress=progress)
    forget_crawled_records(viewer, run_id=run_id)
    return run_id
