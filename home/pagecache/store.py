"""Where pages are kept: in this process, the longest unasked leaving first when there are too many bytes."""

import threading
from collections import OrderedDict
from collections.abc import Hashable

from .kept import Kept

LOCKS = 64


class Store:
    """Kept pages by their keys, at most so many bytes of them."""

    def __init__(self, most: int):
        self.most, self.size = most, 0
        self._pages: OrderedDict[Hashable, Kept] = OrderedDict()
        self._lock = threading.Lock()
        self._making = [threading.Lock() for _number in range(LOCKS)]

    def get(self, key: Hashable, *, generation: str, now: float) -> Kept | None:
        """Return a page of this generation whose time is not over."""
        with self._lock:
            kept = self._pages.get(key)
            if kept is None or kept.generation != generation or kept.until <= now:
                return None
            self._pages.move_to_end(key)
            return kept

    def put(self, key: Hashable, kept: Kept) -> None:
        """Keep a page, in the place of an older one. One that is too large for a tenth of the room is not kept."""
        if kept.size * 10 > self.most:
            return
        with self._lock:
            self._drop(key)
            self._pages[key] = kept
            self.size += kept.size
            while self.size > self.most:
                self._drop(next(iter(self._pages)))

    def making(self, key: Hashable) -> threading.Lock:
        """Return the lock under which a page is made, so that many who ask at once wait for one that is made once."""
        return self._making[hash(key) % LOCKS]

    def _drop(self, key: Hashable) -> None:
        old = self._pages.pop(key, None)
        if old is not None:
            self.size -= old.size
