"""Two hundred texts that would run as a script wherever a page printed them raw, and texts that break other things.

Each script calls the one name MARK. Ours are built from ways out of a place in a page and ways to run something there.
"""

from html.parser import HTMLParser
from itertools import product

MARK = "gtran"
OUT = ("", '">', "'>", "</p>", "</title>", "</textarea>", "</script>", "-->", "</style>", "</template>")
RUN = (
    f"<script>{MARK}()</script>",
    f"<ScRiPt src=data:,{MARK}()></ScRiPt>",
    f"<img src=x onerror={MARK}()>",
    f'<svg onload="{MARK}()">',
    f"<svg><script>{MARK}()</script></svg>",
    f"<details open ontoggle={MARK}()>",
    f"<input autofocus onfocus={MARK}()>",
    f'<a href="javascript:{MARK}()">here</a>',
    f'<a href="java\tscript:{MARK}()">here</a>',
    f'<iframe srcdoc="<script>parent.{MARK}()</script>"></iframe>',
    f'<iframe src="javascript:parent.{MARK}()"></iframe>',
    f"<object data=javascript:{MARK}()></object>",
    f"<form action=javascript:{MARK}()><button>Send</button></form>",
    f"<math><a xlink:href=javascript:{MARK}()>here</a></math>",
    f"<base href=javascript:{MARK}()//>",
    f"<meta http-equiv=refresh content=0;url=javascript:{MARK}()>",
    f"<style onload={MARK}()></style>",
    f"<template data-start=eval data-with='[\"{MARK}()\"]'></template>",
    f"<noscript><p title='</noscript><img src=x onerror={MARK}()>'>",
    f"{{{{ {MARK} }}}}{{% include '{MARK}' %}}<b onmouseover={MARK}()>",
)
SCRIPTS = tuple(out + run for out, run in product(OUT, RUN))
ATTRIBUTES = tuple(f"{quote} {event}={MARK}() x={quote}" for quote in "\"'`" for event in ("onfocus", "onclick"))
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("x")', "＝1+1")
BREAKING = (
    "\x00",
    "\x1e",
    "\u2028\u2029",
    "\u202egnp.exe",
    "%00",
    "%s%d%n{0}{x}",
    "' OR 1=1 --",
    '"',
    "../../etc/passwd",
    "a\r\nSet-Cookie: known=1",
    "9" * 400,
    "-1",
    "1e999",
    "NaN",
    "9999-12-31",
    "0000-00-00",
    "2027-02-30T25:61",
    "[]",
    '{"a": [1, {"b": null}]}',
    "ﷺ" * 300,
    "e" + "\u0301" * 500,
    "👩‍👩‍👧‍👦" * 60,
    "a " * 60_000,
    "",
    " ",
)
ALL = (*SCRIPTS, *ATTRIBUTES, *FORMULAS, *BREAKING)


class Running(HTMLParser):
    """Reads a page as a browser does and notes whatever of MARK would run: in a script, an event, an address."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag, attrs):
        is_data = tag == "script" and (dict(attrs).get("type") or "").endswith("json")  # what ends it early is seen
        self.inside = "" if is_data else tag
        for name, value in attrs:
            address = "".join((value or "").split()).lower()
            runs = name.startswith("on") or name in {"srcdoc", "style"} or address.startswith(("javascript:", "data:"))
            runs = runs or name == "data-with" or (name == "content" and "javascript:" in address)
            if MARK in (value or "") and runs:
                self.found.append(f"<{tag} {name}>")

    def handle_data(self, data):
        if MARK in data and self.inside in {"script", "style"} and f"{MARK}()" in data:
            self.found.append(f"<{self.inside}>")

    def handle_endtag(self, tag):
        self.inside = ""


def running_in(html: str) -> list[str]:
    """Return what of a page would run one of our scripts."""
    reader = Running()
    reader.feed(html)
    return reader.found
