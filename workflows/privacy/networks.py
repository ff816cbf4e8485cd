"""Where somebody comes from, as a keyed hash of today; no address is ever stored."""

import ipaddress

from django.conf import settings
from django.utils import timezone

from .keyring import load_ring


def network_of(request) -> str:
    """Return today's keyed hash of a visitor's network: the first 24 bits of an IPv4 address, 64 of an IPv6 one."""
    address = request.META.get("REMOTE_ADDR", "")
    forwarded = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    if 0 < settings.PROXIES <= len(forwarded):
        address = forwarded[-settings.PROXIES]
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        prefix = "unknown"
    else:
        prefix = str(ipaddress.ip_network((known, 24 if known.version == 4 else 64), strict=False))
    return load_ring().fingerprint(f"network {timezone.localdate()}", prefix)
