"""Finds the forms of a page as a browser would send them: where to, how, and every field with what stands in it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Form:
    """One form: its address ("" for the page's own), its method, and its fields with their values."""

    action: str
    method: str
    fields: dict[str, list[str]] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)


class Forms(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.forms: list[Form] = []
        self.typed, self.chosen = "", ""

    def handle_starttag(self, tag, attrs):
        known = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(known.get("action", ""), known.get("method", "get").lower()))
        if not self.forms:
            return
        name, mine = known.get("name", ""), self.forms[-1]
        if tag == "input" and known.get("type") == "file":
            mine.files.add(name)
        elif tag in {"input", "button"} and name:
            mine.fields.setdefault(name, []).append(known.get("value", "on"))
        elif tag == "textarea":
            self.typed = name
            mine.fields.setdefault(name, [])
        elif tag == "select":
            self.chosen = name
        elif tag == "option" and self.chosen:
            mine.fields.setdefault(self.chosen, []).append(known.get("value", ""))

    def handle_data(self, data):
        if self.typed:
            self.forms[-1].fields[self.typed].append(data)

    def handle_endtag(self, tag):
        self.typed = "" if tag == "textarea" else self.typed
        self.chosen = "" if tag == "select" else self.chosen


def forms_of(html: str) -> list[Form]:
    """Return the forms of a page, those without a name of a field left out."""
    reader = Forms()
    reader.feed(html)
    return [one for one in reader.forms if one.fields or one.files]
