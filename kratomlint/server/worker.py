"""A process of its own that carries out the server's orders, one after the other, until the server is gone.

So typing is never kept waiting, and an article that breaks the process breaks only that. An order comes in as one
pickle, an answer goes out as its length and a pickle; only the two processes ever write to these pipes.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import struct
import sys
from dataclasses import dataclass
from itertools import count
from typing import Any, BinaryIO

LENGTH = struct.Struct(">Q")
# What outlives two collections is looked through once in so many orders.
_ORDERS_A_SWEEP = 50


@dataclass(frozen=True, slots=True)
class Refused:
    """The answer to an order that could not be carried out. `is_ours`: the fault is kratomlint's, not the settings'."""

    message: str
    is_ours: bool


def work(patiently: bool) -> None:
    """Answer orders from standard input on standard output until there are no more."""
    inbox, outbox = _pipes()
    if patiently and hasattr(os, "nice"):
        os.nice(10)
    # Who stops the server speaks to the server alone; when it is told to end, what is done is kept.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    from kratomlint.server.desk import Desk

    desk = Desk()
    if not patiently:
        # Whoever waits for an answer shall not wait while rubbish is collected: that is done when it is sent.
        gc.disable()
    for orders in count(1):
        try:
            order = pickle.load(inbox)
        except EOFError:
            return
        answer = pickle.dumps(_carried_out(desk, order))
        try:
            outbox.write(LENGTH.pack(len(answer)) + answer)
            outbox.flush()
        except BrokenPipeError:
            return
        if not patiently:
            gc.collect(2 if orders % _ORDERS_A_SWEEP == 0 else 1)


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Return both pipes, out of reach of whoever prints or reads."""
    inbox, outbox = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    return inbox, outbox


def _carried_out(desk: Any, order: Any) -> Any:
    from kratomlint.card import CardError
    from kratomlint.settings import SettingsError

    try:
        return desk.carry_out(order)
    except (SettingsError, CardError) as error:
        return Refused(str(error), is_ours=False)
    except Exception as error:  # The next order must find somebody at work.
        return Refused(" ".join(f"{type(error).__name__}: {error}".split()), is_ours=True)
