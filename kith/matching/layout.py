"""The arrays of a generation, and their types.

A *slot* is one service at one place. Slots lie in three blocks: those with a point, in spatial order (row of
latitude, then longitude, then service); those without that serve everywhere; those without that serve
certain areas, both by service. A service's *ordinal* is its place among all ids, so that comparing ordinals
compares ids.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

F4 = NDArray[np.float32]
F8 = NDArray[np.float64]
I2 = NDArray[np.int16]
I4 = NDArray[np.int32]
I8 = NDArray[np.int64]
U1 = NDArray[np.uint8]
U2 = NDArray[np.uint16]
U4 = NDArray[np.uint32]
U8 = NDArray[np.uint64]
Ids = NDArray[np.bytes_]
Bools = NDArray[np.bool_]

FORMAT = 1
ID_BYTES = 16
NO_WEEK = -1
NO_CODE = -1
LANGUAGE_BITS = 31
RARE_LANGUAGE = 1 << LANGUAGE_BITS
"""The bit that says: speaks more languages than have a bit of their own."""

TYPES: dict[str, str] = {
    # The hot columns, 32 bytes a slot.
    "lat": "f4",
    "lon": "f4",
    "t0": "i2",
    "t1": "i2",
    "t2": "i2",
    "t3": "i2",
    "sched": "u4",
    "langs": "u4",
    "ins": "u2",
    "amin": "u1",
    "amax": "u1",
    "gender": "u1",
    "flags": "u1",
    "cap": "i2",
    # Beside them, also a slot.
    "facts": "u8",
    "quality": "u1",
    "paused": "u1",
    "svc": "i4",
    "week": "i4",
    "key": "f8",
    "xstart": "i4",
    "xcode": "i4",
    "astart": "i4",
    "akey": "i4",
    # Found the other way round.
    "areastart": "i4",
    "areaslot": "i4",
    "rarestart": "i4",
    "rareslot": "i4",
    # Services by ordinal.
    "ids": "S16",
    "sstart": "i4",
    "sslot": "i4",
    # Weeks, each kept once.
    "wzone": "i2",
    "wexact": "u1",
    "wstart": "i4",
    "wfirst": "i2",
    "wlast": "i2",
    "cstart": "i4",
    "cday": "i4",
    # Words and where they stand.
    "vbytes": "u1",
    "vstart": "i8",
    "vidf": "i4",
    "vdf": "i4",
    "pstart": "i8",
    "pdoc": "i4",
    "pimp": "u1",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrays:
    """One array each.

    A slot: `lat`, `lon` degrees (NaN without a point); `t0`-`t3` numbers of codes, -1 none, more in `xcode`
    from `xstart`; `sched` 7 days x 4 quarters, Monday night first; `langs` a bit a language; `ins`, `gender`,
    `flags`, `facts` the facts of the columns "costs", "genders", "flags", "facts"; `amin`, `amax` years,
    inclusive; `cap` places, -1 not known; `quality` 0-255; `paused` 0 or 1; `svc` ordinal; `week` number of
    its week, -1 not known; `key` row and longitude in one number (slots with a point only).

    `astart`, `akey`: areas of each slot of the last block; `areastart`, `areaslot`: slots of each area.
    `rarestart`, `rareslot`: slots of each language without a bit. `sstart`, `sslot`: slots of each service.
    A week: `wzone`, `wexact`, ranges [`wfirst`, `wlast`) from `wstart`, closed days since 1 January of year 1
    in `cday` from `cstart`. A word: its UTF-8 in `vbytes` from `vstart`, sorted; round(1000 idf) in `vidf`,
    services with it in `vdf`; its slots, ascending, in `pdoc` from `pstart`, how telling it is there in
    `pimp`, 1-255.
    """

    lat: F4
    lon: F4
    t0: I2
    t1: I2
    t2: I2
    t3: I2
    sched: U4
    langs: U4
    ins: U2
    amin: U1
    amax: U1
    gender: U1
    flags: U1
    cap: I2
    facts: U8
    quality: U1
    paused: U1
    svc: I4
    week: I4
    key: F8
    xstart: I4
    xcode: I4
    astart: I4
    akey: I4
    areastart: I4
    areaslot: I4
    rarestart: I4
    rareslot: I4
    ids: Ids
    sstart: I4
    sslot: I4
    wzone: I2
    wexact: U1
    wstart: I4
    wfirst: I2
    wlast: I2
    cstart: I4
    cday: I4
    vbytes: U1
    vstart: I8
    vidf: I4
    vdf: I4
    pstart: I8
    pdoc: I4
    pimp: U1


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What numbers stand for: codes (most frequent first), languages (likewise), areas and zones (sorted)."""

    codes: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How many services and slots; where the first and second block end; the mean weight of words."""

    services: int
    slots: int
    mapped: int
    anywhere: int
    average_length: float
