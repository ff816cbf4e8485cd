"""How a text of ours reads: what stands on the list of kinder words, what is too long, for which age it is.

Only ever a hint to whoever writes: nothing is refused, and nothing waits for it.
"""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import CharField, TextField
from django.utils.html import strip_tags
from wagtail.fields import StreamField
from wagtail.models import Page

from .lists import kinder_words
from .style import Hint, long_sentences, reading_age, style_hints

HIGHEST_AGE = 11  # somebody of 11 reads it with ease; so does everybody who is tired, or new to the language
AGED = "en"  # the language that the reading age is made for
SENTENCE = 100  # a field for fewer letters holds a name, a code or an address
ENDS = (".", "!", "?", "…", ":", ";")


class Reads(NamedTuple):
    """What could be kinder, shorter or plainer."""

    hints: list[Hint]
    long: list[str]
    age: int | None

    @property
    def is_too_old(self) -> bool:
        """Tell whether it asks for more than somebody of 11 can read with ease."""
        return bool(self.age and self.age > HIGHEST_AGE)

    @property
    def number(self) -> int:
        """Return how many things there are to look at."""
        return len(self.hints) + len(self.long) + self.is_too_old


def reads(text: str, language: str) -> Reads:
    """Return how a text in a language reads."""
    language = language.partition("-")[0]
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    whole = " ".join(line if line.endswith(ENDS) else f"{line}." for line in lines)
    return Reads(
        hints=style_hints(text, kinder_words(language)),
        long=long_sentences("\n".join(lines)),
        age=reading_age(whole) if language == AGED else None,
    )


def text_of(page: Page) -> str:
    """Return what a reader of a page reads: its title, plain and rich text, blocks; each on lines of its own."""
    return "\n".join([page.title, *(part for field in page._meta.concrete_fields for part in _parts(page, field))])


def _parts(page: Page, field) -> Iterable[str]:
    value = field.value_from_object(page)
    if isinstance(field, StreamField):
        return value.stream_block.get_searchable_content(value)
    is_text = isinstance(field, TextField) or (isinstance(field, CharField) and field.max_length >= SENTENCE)
    is_ours = is_text and field.editable and not field.choices and field.model is not Page
    return [strip_tags(value.replace("</p>", "</p>\n").replace("</li>", "</li>\n"))] if is_ours and value else []
