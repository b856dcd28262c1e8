"""The packs as the cache has them, taken apart and put together again: for who forges them."""

import json
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any
from zlib import crc32


def read(place: Path) -> tuple[dict[str, Any], list[bytes]]:
    """Return what is asked of all, and the parts: phrases, literals, then patterns, lists and cards by name."""
    line, body = place.read_bytes()[:-8].split(b"\n", 1)
    head = json.loads(line)
    return head, [body[start:end] for start, end in pairwise((0, *head["ends"]))]


def write(place: Path, head: dict[str, Any], parts: list[bytes]) -> None:
    """Write them with a sum that is right."""
    head = {**head, "ends": list(accumulate(map(len, parts)))}
    data = b"\n".join((json.dumps(head).encode(), b"".join(parts)))
    place.write_bytes(b"%b%08x" % (data, crc32(data)))
