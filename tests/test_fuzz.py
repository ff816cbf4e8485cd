"""Every form, address, header and upload with what nobody meant them for: no failure of ours, nothing that would run.

300 cases in the suite; `make fuzz` runs 2,000, `make fuzz CASES=20000 SEED=7` what is asked for. A case is one request
by one role to one address, drawn from a fixed seed; the fields are those of the forms that the site itself shows.
"""

import io
import os
import random
import time
import uuid
from collections import Counter

import pytest

from .forms_of import Form, forms_of
from .payloads import ALL, MARK, running_in
from .permissions import AUTHOR, ROWS, STAFF, VISITOR
from .test_permissions import World, address_of

CASES, SEED = int(os.environ.get("CASES", "300")), int(os.environ.get("SEED", "8"))
WAGTAILS = ("wagtailadmin_pages:edit",)  # its editor's form of rows fails on a tampered number; see docs/assurance.md
SLOW = 2.0  # seconds; told, not judged: another program may have had the machine
FILES = (
    b"",
    b"GIF89a" + b"<script>" + MARK.encode() + b"()</script>",
    b"\xff\xd8\xff\xe0<html><body onload=x>",
    b"<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>",
    b"%PDF-1.7\n" + b"0" * 2_000,
    b"PK\x03\x04" + b"\x00" * 500,
    b"RIFF\xff\xff\xff\xffWEBPVP8 ",
    b"OggS" + b"\xff" * 3_000,
    b"\x1aE\xdf\xa3" + b"\xff" * 3_000,
    b"\x00\x00\x00\x18ftypM4A " + b"\xff" * 3_000,
    b"RIFF\x00\x00\x00\x00WAVEfmt \xff\xff\xff\xff",
    b"ID3\x04\x00\x00\x7f\x7f\x7f\x7f" + b"\xff\xfb" * 500,
)
HEADERS = {
    "HTTP_HOST": ("evil.example", "localhost:99999", "testserver.evil.example", "", "a" * 300, "[::1"),
    "HTTP_X_FORWARDED_HOST": ("evil.example",),
    "HTTP_X_FORWARDED_FOR": ("1.2.3.4, 5.6.7.8", "junk", "::1%eth0", "," * 200),
    "HTTP_X_FORWARDED_PROTO": ("https", "javascript"),
    "HTTP_ACCEPT_LANGUAGE": ("x" * 600, "gd;q=9,ar;q=-1", "zz-" * 90, "\xff"),
    "HTTP_ACCEPT_ENCODING": ("br;q=0,*", "gzip;q=junk"),
    "HTTP_COOKIE": ("sessionid=" + "x" * 3_000, "sessionid=;messages=junk", "=;;=", 'a="\\'),
    "HTTP_IF_NONE_MATCH": ('"' * 40, "*"),
    "HTTP_IF_MODIFIED_SINCE": ("yesterday", "Thu, 99 Foo 9999 99:99:99 GMT"),
    "HTTP_RANGE": ("bytes=9-1", "bytes=0-0,1-1,2-2", "lines=1"),
    "HTTP_REFERER": ("https://evil.example/", "javascript:x"),
    "CONTENT_TYPE": (
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "application/json",
        "text/plain; charset=zz",
    ),
}


class Fuzz:
    """Asks a world what nobody asks, and notes what went wrong."""

    def __init__(self, world: World, seed: int):
        self.world, self.draw = world, random.Random(seed)
        self.wrong: list[str] = []
        self.slow: list[tuple[float, str]] = []
        self.met: Counter = Counter()
        self.forms = list(self._all_forms())

    def _all_forms(self):
        """Yield (row, role, thing, address, form) for every form that somebody is shown."""
        for name, row in ROWS.items():
            if row.method == "get" and name not in WAGTAILS:
                for role in {one for one in row.who if one in {AUTHOR, VISITOR, *STAFF}}:
                    for thing in list(row.states and self.world.things[row.about].values())[:1]:
                        address = address_of(name, row, thing)
                        html = self._html(row, role, thing, address)
                        for form in forms_of(html):
                            yield row, role, thing, form.action or address, form

    def _html(self, row, role, thing, address) -> str:
        answer = self.world.send(row, role, thing, lambda client: client.get(address))
        return "" if answer.streaming or "html" not in answer.get("Content-Type", "") else answer.content.decode()

    def one_case(self) -> None:
        """Draw a case and try it."""
        if self.forms and self.draw.random() < 0.6:
            row, role, thing, address, form = self.draw.choice(self.forms)
            sent = self._filled(form)
            method = form.method
        else:
            name, row = self.draw.choice(list(ROWS.items()))
            thing = self.draw.choice(list(self.world.things[row.about].values()))
            role, address = self.draw.choice(row.who), self._bent(address_of(name, row, thing))
            sent, method = (
                {"q": self._text(), "page": self._text(), "topic": self._text()},
                self.draw.choice(("get", "post", "head", "put", "options", "get")),
            )
        extra = self._headers() if self.draw.random() < 0.4 else {}
        self._try(row, role, thing, method, address.partition("#")[0] or "/", sent, extra)

    def _try(self, row, role, thing, method, address, sent, extra) -> None:
        told = f"{method} {address[:120]} as {role} with {str(sent)[:300]!r} {extra!r:.300}"
        began = time.perf_counter()
        try:
            if method in {"put", "options", "head"}:
                sent = {}
            answer = self.world.send(row, role, thing, lambda client: getattr(client, method)(address, sent, **extra))
        except Exception as error:  # noqa: BLE001  (whatever it is, a visitor would have met it)
            self.wrong.append(f"{type(error).__name__}: {error!s:.300} · {told}")
            return
        spent = time.perf_counter() - began
        self.slow += [(spent, told)] if spent > SLOW else []
        self.met[answer.status_code] += 1
        if answer.status_code >= 500:
            self.wrong.append(f"{answer.status_code} · {told}")
        if not answer.streaming and "html" in answer.get("Content-Type", ""):
            runs = running_in(answer.content.decode(errors="replace"))
            self.wrong += [f"would run: {runs} · {told}"] if runs else []

    def _filled(self, form: Form) -> dict:
        """Fill a form in as it stands, and bend some of its fields."""
        sent = {name: self.draw.choice(values) if values else "" for name, values in form.fields.items()}
        for name in self.draw.sample(sorted(sent), min(len(sent), self.draw.randint(1, 3))):
            bend = self.draw.random()
            if bend < 0.1:
                del sent[name]
            elif bend < 0.2:
                sent[name] = [self._text(), self._text()]
            else:
                sent[name] = self._text()
        if form.method == "post":
            files = [name for name in form.files if name]
            sent |= {name: self._file() for name in files if self.draw.random() < 0.8}
        return sent

    def _text(self) -> str:
        return self.draw.choice(ALL)

    def _file(self):
        file = io.BytesIO(self.draw.choice(FILES))
        file.name = self.draw.choice(("a.webp", "a.svg", "a.html", "=1+1.png", "../../a.jpg", "a" * 300, "ü\u202e.ogg"))
        return file

    def _headers(self) -> dict[str, str]:
        names = self.draw.sample(sorted(HEADERS), self.draw.randint(1, 3))
        return {name: self.draw.choice(HEADERS[name]) for name in names}

    def _bent(self, address: str) -> str:
        """Put something else in the place of one part of an address."""
        parts = address.split("/")
        number = self.draw.randrange(1, max(2, len(parts)))
        odd = (
            str(uuid.UUID(int=self.draw.getrandbits(128))),
            "9" * 30,
            "-1",
            "%2e%2e",
            "a;.css",
            "%ff%fe",
            "ü",
            "x" * 300,
        )
        if number < len(parts) and self.draw.random() < 0.5:
            parts[number] = self.draw.choice(odd)
        return "/".join(parts)


@pytest.mark.django_db
def test_nothing_fails_and_nothing_runs_whatever_is_sent(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT, settings.DEMO_RECORD = tmp_path, tmp_path / "demo.json"
    monkeypatch.setattr("config.demo.views.start_over", dict)
    fuzz = Fuzz(World(), SEED)
    assert len(fuzz.forms) > 80
    for _number in range(CASES):
        fuzz.one_case()
    print(f"\n{CASES} cases of seed {SEED} on {len(fuzz.forms)} forms; answers: {dict(sorted(fuzz.met.items()))}")
    print(f"slower than {SLOW:.0f} s: {sorted(fuzz.slow, reverse=True)[:5] or 'none'}")
    assert fuzz.wrong == []
