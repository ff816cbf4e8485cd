"""Grades the headers of an answer as public observatories do: 100 points and more are an A+; and names what is missing.

It starts at 100, takes points for what is open and adds some for what is shut further than most.
"""

from http.cookies import SimpleCookie

A_PLUS = 100
SHUT = {"default-src": {"'none'"}, "base-uri": {"'none'"}, "form-action": {"'self'"}, "frame-ancestors": {"'self'"}}
OWN_ONLY = ("script-src", "style-src", "font-src", "connect-src")
UNKIND = ("camera", "display-capture", "geolocation", "payment", "usb")  # never, on any page


def policy_of(response) -> dict[str, set[str]]:
    """Return the content security policy as sets of sources."""
    parts = [part.split() for part in response.get("Content-Security-Policy", "").split(";") if part.strip()]
    return {name: set(sources) for name, *sources in parts}


def score(response) -> int:
    """Return the grade's points for one answer."""
    policy, points = policy_of(response), 100
    loose = {"'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:"}
    if not policy or any(sources & loose for sources in policy.values()):
        points -= 25
    elif policy.get("default-src") == {"'none'"}:
        points += 10
    points += 5 if "frame-ancestors" in policy else -20 * ("X-Frame-Options" not in response)
    points -= 5 * (response.get("X-Content-Type-Options") != "nosniff")
    points += 5 if response.get("Referrer-Policy") in {"same-origin", "no-referrer"} else -5
    points += 10 if response.get("Cross-Origin-Resource-Policy") == "same-origin" else 0
    return points - 20 * len(weak_cookies(response))


def weak_cookies(response) -> list[str]:
    """Return the names of cookies that scripts may read or that follow from other sites."""
    cookies = getattr(response, "cookies", SimpleCookie()).items()
    return [name for name, cookie in cookies if cookie.value and not (cookie["httponly"] and cookie["samesite"])]


def missing(response) -> list[str]:
    """Return what our own rules ask beyond the grade and this answer lacks."""
    policy, allowed = policy_of(response), response.get("Permissions-Policy", "")
    lacks = [name for name in OWN_ONLY if not policy.get(name, set()) <= {"'self'"}]
    if "sandbox" not in policy:  # a file that may run nothing at all needs no more
        lacks += [name for name, sources in SHUT.items() if policy.get(name) != sources]
    lacks += [name for name in UNKIND if f"{name}=()" not in allowed]
    lacks += ["opener policy"] * (response.get("Cross-Origin-Opener-Policy") != "same-origin")
    own = "Cookie" in response.get("Vary", "") or response.cookies or response.request["REQUEST_METHOD"] == "POST"
    if (own or response.status_code >= 400) and "no-store" not in response.get("Cache-Control", ""):
        lacks.append("no-store")
    return lacks


def weak(response) -> list[str]:
    """Return why an answer is no A+, in a word each; nothing for one that is."""
    points = score(response)
    return missing(response) + ([f"{points} points"] if points < A_PLUS else [])
