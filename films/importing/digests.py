"""What was met before, in few bytes for each of millions."""

from array import array
from collections import OrderedDict
from hashlib import blake2b

DIGEST_BYTES = 8
FIRST_SIZE = 1 << 10  # places; always a power of two
MOST_FULL = 0.7
RECENT = 1 << 14  # texts; those that are not written yet are far fewer


def digest(text: str) -> int:
    """Return a number for a text, another one for any other, and never 0."""
    return int.from_bytes(blake2b(text.encode(), digest_size=DIGEST_BYTES).digest()) or 1


class DigestMap:
    """A mapping of digests to digests that takes sixteen bytes a place, where a dict takes a hundred.

    Whatever stands at the place of a digest goes to the next that is free (linear probing; Knuth, "The Art of
    Computer Programming", volume 3, section 6.4).

    >>> met = DigestMap()
    >>> met.setdefault(digest("ash"), 7), met.setdefault(digest("ash"), 8), len(met)
    (7, 7, 1)
    """

    def __init__(self) -> None:
        self._count = 0
        self._make(FIRST_SIZE)

    def __len__(self) -> int:
        return self._count

    def setdefault(self, key: int, value: int) -> int:
        """Return the value of the key; where it has none, it has this one from now on."""
        place = self._place(key)
        if self._keys[place] == key:
            return self._values[place]
        self._keys[place], self._values[place] = key, value
        self._count += 1
        if self._count > MOST_FULL * len(self._keys):
            self._grow()
        return value

    def _make(self, size: int) -> None:
        self._keys = array("Q", bytes(DIGEST_BYTES * size))
        self._values = array("Q", bytes(DIGEST_BYTES * size))

    def _place(self, key: int) -> int:
        """Return where the key stands, or where it is to stand."""
        keys, last = self._keys, len(self._keys) - 1
        place = key & last
        while keys[place] not in (0, key):
            place = (place + 1) & last
        return place

    def _grow(self) -> None:
        pairs = zip(self._keys, self._values, strict=True)
        self._make(2 * len(self._keys))
        for key, value in pairs:
            if key:
                place = self._place(key)
                self._keys[place], self._values[place] = key, value


class RecentDigests:
    """The digests that were met last; what came before those is in the store."""

    def __init__(self, most: int = RECENT) -> None:
        self._most = most
        self._met: OrderedDict[int, None] = OrderedDict()

    def meet(self, key: int) -> bool:
        """Note a digest; return whether it was met before."""
        if key in self._met:
            return True
        self._met[key] = None
        if len(self._met) > self._most:
            self._met.popitem(last=False)
        return False
