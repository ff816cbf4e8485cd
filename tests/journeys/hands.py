"""Two pairs of hands for one journey: a test client reading the page's own forms, a phone without JavaScript.

`phones` gives the phones of one journey. Both kinds do only what a person can: go somewhere, write beside a label,
choose, press what is there, and read.
"""

import re
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from django.contrib.auth import SESSION_KEY
from django.test import Client

from tests.browser import PHONE

ID = re.compile("[0-9a-f-]{36}")
SHOWN = "[document.documentElement.scrollWidth, document.querySelector('h1')?.textContent]"


def squeeze(text: str) -> str:
    """Return text with every run of white space as one blank."""
    return " ".join(text.split())


class PaperHands:
    """Reads each page's HTML and sends the forms it finds there."""

    def __init__(self):
        self.client, self.scope, self.filled = Client(enforce_csrf_checks=True), "", {}

    def come_in_as(self, person) -> None:
        """Sign in as somebody who works here."""
        self.client.force_login(person)
        assert SESSION_KEY in self.client.session

    def go(self, path: str) -> None:
        """Open an address, and follow where it leads."""
        self._take(self.client.get(path, follow=True))

    def within(self, label: str) -> None:
        """Look only at the part of the page with this name, until the next page."""
        self.scope = label

    def write(self, label: str, text: str) -> None:
        """Write into the field beside a label."""
        self.filled[id(self._control(label))] = text

    def choose(self, label: str) -> None:
        """Choose the radio button, or tick the box, beside a label."""
        self.filled[id(self._control(label))] = True

    def unfold(self, name: str) -> None:
        """Open what is folded away; on paper nothing is."""

    def press(self, name: str) -> None:
        """Press the button, or follow the link, of this name."""
        found = self._named(name)
        if found.name == "a":
            self.go(urljoin(self.path, found["href"]))
            return
        form = found.find_parent("form")
        data = self._values(form)
        if found.get("name"):
            data[found["name"]] = [found.get("value", "")]
        target = urljoin(self.path, form.get("action") or self.path)
        self._take(self.client.post(target, data, follow=True))

    def text(self) -> str:
        """Return what the page says."""
        return squeeze(self.soup.get_text(" "))

    def ten_words(self) -> str:
        """Return the ten words the page shows."""
        return " ".join(item.get_text(strip=True) for item in self.soup.select(".ten-words li"))

    def _take(self, response) -> None:
        assert response.status_code in (200, 410), f"{response.status_code} at {response.request['PATH_INFO']}"
        self.status, self.path = response.status_code, response.request["PATH_INFO"]
        self.soup = BeautifulSoup(response.content, "html.parser")
        self.scope, self.filled = "", {}

    def _root(self):
        return self.soup.find(attrs={"aria-label": self.scope}) if self.scope else self.soup

    def _control(self, label: str):
        for found in self._root().find_all("label"):
            if label in squeeze(found.get_text(" ")):
                return self.soup.find(id=found["for"]) if found.get("for") else found.find("input")
        message = f"No field is labelled “{label}” at {self.path}:\n{self.text()}"
        raise AssertionError(message)

    def _named(self, name: str):
        for found in self._root().find_all(["button", "a"]):
            if squeeze(found.get_text(" ")).startswith(name):
                return found
        message = f"Nothing to press is named “{name}” at {self.path}:\n{self.text()}"
        raise AssertionError(message)

    def _values(self, form) -> dict[str, list[str]]:
        data: dict[str, list[str]] = {}
        for field in form.find_all(["input", "textarea", "select"]):
            value = self._value(field, form)
            if value is not None and field.get("name"):
                data.setdefault(field["name"], []).append(value)
        return data

    def _value(self, field, form):
        if field.get("type") in ("radio", "checkbox"):
            group = [other for other in form.find_all("input", {"name": field["name"]}) if id(other) in self.filled]
            is_on = id(field) in self.filled or (not group and field.has_attr("checked"))
            return field.get("value", "on") if is_on else None
        plain = field.get_text() if field.name == "textarea" else field.get("value", "")
        return self.filled.get(id(field), plain.removeprefix("\n") if field.name == "textarea" else plain)


def phones(new_context, live_server, axe=None, *, schemes=("light",)):
    """Return a function that gives somebody a phone of their own. axe sees each page of the journey once a scheme."""
    seen: set[str] = set()

    def someone(*, javascript=False):
        page = new_context(viewport=PHONE, has_touch=True, java_script_enabled=javascript).new_page()
        return PhoneHands(page, live_server.url, axe, seen, schemes)

    return someone


class PhoneHands:
    """Presses and writes on a real page, 390 px wide, with JavaScript off; axe looks at every page not yet seen."""

    def __init__(self, page, base: str, axe, seen: set[str], schemes=("light",)):
        self.page, self.base, self.axe, self.seen, self.schemes = page, base, axe, seen, schemes
        self.scope, self.status = "", 0
        page.on("response", self._note)

    def come_in_as(self, person) -> None:
        client = Client()
        client.force_login(person)
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": self.base}
        self.page.context.add_cookies([cookie])

    def go(self, path: str) -> None:
        self.page.goto(urljoin(self.base, path))
        self._arrived()

    def within(self, label: str) -> None:
        self.scope = label

    def write(self, label: str, text: str) -> None:
        self._root().get_by_label(re.compile(re.escape(label))).first.fill(text)

    def choose(self, label: str) -> None:
        self._root().get_by_label(re.compile(re.escape(label))).first.check()

    def unfold(self, name: str) -> None:
        self._root().locator("summary", has_text=name).first.click()

    def press(self, name: str) -> None:
        pattern = re.compile("^" + re.escape(name))
        button = self._root().get_by_role("button", name=pattern)
        (button if button.count() else self._root().get_by_role("link", name=pattern)).first.click()
        self.page.wait_for_load_state()
        self._arrived()

    def text(self) -> str:
        return squeeze(self.page.locator("body").inner_text())

    def value(self, label: str) -> str:
        """Return what stands in the field beside a label."""
        return self._root().get_by_label(re.compile(re.escape(label))).first.input_value()

    def upload(self, label: str, name: str, content: bytes) -> None:
        """Choose a file for the field beside a label."""
        file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
        self._root().get_by_label(re.compile(re.escape(label))).set_input_files(file)

    def ten_words(self) -> str:
        return " ".join(squeeze(word) for word in self.page.locator(".ten-words li").all_inner_texts())

    def _root(self):
        return self.page.locator(f"[aria-label='{self.scope}']") if self.scope else self.page

    def _note(self, response) -> None:
        if response.request.resource_type == "document":
            self.status = response.status

    def _arrived(self) -> None:
        self.scope = ""
        assert self.status in (200, 410), f"{self.status} at {self.page.url}"
        wide, heading = self.page.evaluate(SHOWN)
        assert wide <= self.page.viewport_size["width"], f"{self.page.url} is {wide} px wide"
        shown = f"{ID.sub('…', self.page.url)} {heading}"
        if self.axe and shown not in self.seen:
            self.seen.add(shown)
            for scheme in self.schemes:
                self.page.emulate_media(color_scheme=scheme)
                self.axe(self.page)
