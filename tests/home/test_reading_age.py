"""What people read here suits an age of eleven: each page, room and seeded text; exceptions are named.

By Flesch and Kincaid, as `home/style.py` counts. Words of the law, of staff rooms and of the desk are not measured.
"""

import re
from pathlib import Path

import pytest
from django.conf import settings

from home.demo_words import ARTICLES, PROJECTS
from home.migrations._readers import HOW_WE_READ
from home.migrations._words import HOME, PAGES
from home.style import reading_age
from stories.demo.texts import read_texts

MOST = 11
SENTENCES = re.compile(r'{%\s*translate\s+"([^"]+)"|{%\s*blocktranslate[^%]*%}(.*?){%\s*endblocktranslate', re.DOTALL)
PUBLIC = ("components", "home", "stories/share", "stories/my_story", "stories/door", "stories/adult", "stories/reports")
EXCEPTIONS = {
    "Still here, still drawing": "two notes about the demonstration itself",
    "templates/stories/adult/talk_to.html": "a name, a number and hours, strung together",
}


def words_of(value) -> str:
    """Return every sentence in nested values, without markup."""
    if isinstance(value, str):
        return re.sub(r"<[^>]+>", "", re.sub(r"</(?:p|li)>", ". ", value))
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return joined(words_of(part) for part in parts)


def joined(parts) -> str:
    return re.sub(r"([.?!:…])[.\s]*\. ", r"\1 ", ". ".join(part for part in parts if part) + ". ")


def template_words(path: Path) -> str:
    """Return what a template says, with “it” in the place of what it fills in."""
    said = (one or more for one, more in SENTENCES.findall(path.read_text()))
    return joined(re.sub(r"{%[^%]*%}|{{[^}]*}}|<[^>]+>", "it", text) for text in said)


def texts() -> dict[str, str]:
    rows = {page[1]: words_of(page[2:5]) for page in (*PAGES, HOW_WE_READ)}
    rows["first page"] = words_of([value for _kind, value in HOME])
    rows |= {row["title"]: words_of([row["intro"], row["body"], row.get("led", "")]) for row in (*ARTICLES, *PROJECTS)}
    rows |= {text.title: text.words for text in read_texts()}
    templates = settings.ROOT / "templates"
    for folder in PUBLIC:
        for path in (templates / folder).rglob("*.html"):
            rows[str(path.relative_to(settings.ROOT))] = template_words(path)
    return rows


def test_everything_is_easy_to_read_but_what_is_named():
    ages = {name: reading_age(text) for name, text in texts().items()}
    assert len(ages) > 100
    assert sum(age is not None for age in ages.values()) > 60
    assert {name for name, age in ages.items() if age and age > MOST} == set(EXCEPTIONS)


@pytest.mark.parametrize(
    ("text", "is_hard"),
    [
        ("You can stop at any time. Nothing is lost. " * 5, False),
        ("Organisational implementation necessitates comprehensive methodological consideration. " * 8, True),
    ],
)
def test_the_measure_tells_easy_from_hard(text, is_hard):
    assert (reading_age(joined([text])) > MOST) is is_hard
