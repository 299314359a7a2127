"""What may be told to programs as it was said: the rest becomes words, or stays here. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kith.directory.records import PhoneRecord, ScheduleRecord

OF_A_RULE = ("freq", "byday", "bymonthday", "byweekno", "byyearday")


def certain(records: Iterable[object]) -> Iterator[object]:
    """The records, but for telephones in whose number no number stands; doubtful hours as words."""
    for record in records:
        if isinstance(record, PhoneRecord) and not record.is_dialable:
            continue
        if isinstance(record, ScheduleRecord) and record.is_doubtful:
            yield in_words(record)
        else:
            yield record


def in_words(record: ScheduleRecord) -> ScheduleRecord:
    """Hours that close before they open, as the source wrote them: no program counts them as open."""
    rule = " ".join(text for name in OF_A_RULE if (text := str(getattr(record, name))) and text != "WEEKLY")
    hours = f"{record.opens_at}-{record.closes_at}"
    return replace(
        record,
        description="\n".join(filter(None, (record.description, f"{rule} {hours}".strip()))),
        freq="",
        byday="",
        bymonthday="",
        byweekno="",
        byyearday="",
        interval=None,
        wkst="",
        count=None,
        opens_at="",
        closes_at="",
        is_doubtful=False,
    )
