"""Brings a table into the order of slots: the arrays of a generation."""

from dataclasses import replace

import numpy as np

from kith.matching.columns import Order, areas_of, codes_of, inverted, rare_of, sched_of, starts_of
from kith.matching.layout import I4, I8, Arrays, Ids, Shape
from kith.matching.places import keys, stored_longitudes
from kith.matching.postings import Slots, post
from kith.matching.table import ANYWHERE, MAPPED, Stats, Table


def arrays_of(table: Table, stats: Stats | None = None) -> tuple[Arrays, Shape]:
    """The arrays, and their shape. `stats`: those of another generation, by which words are weighed."""
    order = _order(table)
    words = post(table.words, order.slots, table.length, stats)
    row, doc = order.row, order.doc
    codes = codes_of(table, doc)
    area_slots = areas_of(table, order)
    rare = inverted(*rare_of(table, order), len(table.names.languages))
    kind_end = order.shape.mapped
    lat, lon = table.lat[row], stored_longitudes(table.lon[row])
    week = table.week[row]
    weeks = table.weeks
    arrays = Arrays(
        lat=lat,
        lon=lon,
        t0=codes.hot[0],
        t1=codes.hot[1],
        t2=codes.hot[2],
        t3=codes.hot[3],
        sched=sched_of(weeks.sched, week),
        langs=table.langs[doc],
        ins=table.ins[row],
        amin=table.amin[doc],
        amax=table.amax[doc],
        gender=table.gender[row],
        flags=table.flags[row],
        cap=table.cap[doc],
        facts=table.facts[row],
        quality=table.quality[doc],
        paused=table.paused[doc],
        svc=order.svc,
        week=week,
        key=keys(lat[:kind_end], lon[:kind_end]),
        xstart=codes.xstart,
        xcode=codes.xcode,
        astart=area_slots.start,
        akey=area_slots.key,
        areastart=area_slots.areastart,
        areaslot=area_slots.areaslot,
        rarestart=rare[0],
        rareslot=rare[1],
        ids=order.ids,
        sstart=order.sstart,
        sslot=order.sslot,
        wzone=weeks.wzone,
        wexact=weeks.wexact,
        wstart=weeks.wstart,
        wfirst=weeks.wfirst,
        wlast=weeks.wlast,
        cstart=weeks.cstart,
        cday=weeks.cday,
        vbytes=words.vbytes,
        vstart=words.vstart,
        vidf=words.vidf,
        vdf=words.vdf,
        pstart=words.pstart,
        pdoc=words.pdoc,
        pimp=words.pimp,
    )
    return arrays, replace(order.shape, average_length=words.average_length)


def _order(table: Table) -> Order:
    ids, kept = _last_of_each(table.ids)
    ordinal = np.full(len(table.ids), -1, np.int32)
    ordinal[kept] = np.arange(len(kept))
    row = np.flatnonzero(ordinal[table.row_doc] >= 0)
    row = row[_in_space(table, row, ordinal[table.row_doc[row]])]
    doc = table.row_doc[row].astype(np.int64)
    svc = ordinal[doc]
    kind = table.kind[row]
    mapped = int(np.count_nonzero(kind == MAPPED))
    shape = Shape(
        services=len(kept),
        slots=len(row),
        mapped=mapped,
        anywhere=mapped + int(np.count_nonzero(kind == ANYWHERE)),
        average_length=1.0,
    )
    by_doc = np.argsort(doc, kind="stable")
    start = starts_of(doc, len(table.ids))
    by_svc = np.argsort(svc, kind="stable").astype(np.int32)
    sstart = starts_of(svc, len(kept)).astype(np.int32)
    return Order(ids, row, doc, svc, sstart, by_svc, Slots(start, by_doc), shape)


def _last_of_each(ids: Ids) -> tuple[Ids, I8]:
    """All ids once, sorted, and the last document of each."""
    order = np.argsort(ids, kind="stable")
    found = ids[order]
    is_last = np.ones(len(found), np.bool_)
    is_last[:-1] = found[1:] != found[:-1]
    return found[is_last], order[is_last]


def _in_space(table: Table, row: I8, svc: I4) -> I8:
    """The order of these rows: by block; on the map by row of latitude and longitude; then by service."""
    kind, lon = table.kind[row], stored_longitudes(table.lon[row])
    place = np.where(kind == MAPPED, keys(table.lat[row], lon), 0.0)
    return np.lexsort((svc, place, kind))
