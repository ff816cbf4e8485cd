"""Compares pages under load on the loopback interface, turn by turn: `python -m bench.load URL URL …`

Each round asks every address in turn, the order reversed every second round, so that a busy minute of the machine
strikes all alike. Only the ratios carry over to another day. Bounded: eight at a time, two seconds a turn, six rounds.
"""

import ipaddress
import statistics
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from urllib.parse import urlsplit

AT_ONCE, SECONDS, ROUNDS = 8, 2.0, 6


def main(addresses: list[str]) -> int:
    """Print requests a second of each address, and how many times the first one's that is."""
    if not addresses or not all(map(is_loopback, addresses)):
        print(__doc__)
        return 2
    found = {address: [] for address in addresses}
    for number in range(ROUNDS):
        for address in addresses if number % 2 == 0 else reversed(addresses):
            found[address].append(rate(address))
    first = statistics.median(found[addresses[0]])
    for address, rates in found.items():
        middle = statistics.median(rates)
        print(f"{middle:8.1f}/s  × {middle / first:5.2f}  ({min(rates):.1f} to {max(rates):.1f})  {address}")
    return 0


def is_loopback(address: str) -> bool:
    """Tell whether an address is this machine's own; nothing else is ever asked."""
    host = urlsplit(address).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def rate(address: str) -> float:
    """Return answers a second while eight ask at once."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        until = time.monotonic() + SECONDS
        return sum(pool.map(lambda _i: ask_until(address, until), range(AT_ONCE))) / SECONDS


def ask_until(address: str, until: float) -> int:
    """Ask again and again on one connection. Returns how many answers came before the time was up."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.hostname, parts.port or 80, timeout=10)
    count = 0
    while time.monotonic() < until:
        connection.request("GET", f"{parts.path or '/'}?{parts.query}")
        answer = connection.getresponse()
        answer.read()
        count += answer.status < 400
    connection.close()
    return count


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
