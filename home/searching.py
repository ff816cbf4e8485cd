"""Search: a bounded question to the index, then the rows by key. Whoever has pages to find registers them here."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Q
from modelsearch.conf import get_app_config

from .concerns import plain, stands
from .helplines import HelpLine
from .pagecache.remembered import remembered
from .pages import PlainPage
from .snippets import CrisisWord

TERMS, LONGEST = 8, 40  # words of a question that count, and how much of each
RANKED, SHOWN = 200, 20  # keys taken from the index, results shown
LOOKED_AT = 1_000  # characters of a question that are looked at for words of crisis


@dataclass(frozen=True)
class Result:
    """One hit, as plain values."""

    href: str
    title: str
    text: str = ""
    notes: tuple[str, ...] = ()
    lang: str = ""


sources: dict[type, Callable] = {}


def register_source(model: type, results: Callable) -> None:
    """Let search find a model's pages.

    `results(keys, language, closed, request)` returns, by key, those of the keys that anybody may read; `closed` is
    a Q for pages in sections that are not open to everyone.
    """
    sources[model] = results


def terms_of(question: str) -> list[str]:
    """Return the words of a question that count; whatever was typed, nothing but letters and digits is left."""
    return [word[:LONGEST] for word in re.findall(r"\w+", question[:LOOKED_AT].lower())][:TERMS]


def is_crisis(question: str) -> bool:
    """Tell whether a question holds a word of crisis. People mix languages, so those of every language count."""
    here = plain(question[:LOOKED_AT])
    return any(stands(phrase, here) for phrase in remembered("crisis", _crisis_words))


def _crisis_words() -> list[str]:
    return [plain(phrase) for phrase in CrisisWord.objects.values_list("phrase", flat=True)]


def find(question: str, language: str, request) -> tuple[list[Result], list[Result]]:
    """Return plain pages and help lines, then at most twenty other public results, the best first."""
    terms = terms_of(question)
    if not terms:
        return [], []
    closed = PlainPage.objects.all().private_q()
    return _plain(terms, language, closed), _found(terms, language, closed, request)


def _found(terms, language, closed, request) -> list[Result]:
    ranked, found = _ranked(terms), {}
    for model, results in sources.items():
        kind = ContentType.objects.get_for_model(model).pk
        keys = [int(key) for of, key in ranked if of == kind]
        if keys:
            found |= {(kind, key): result for key, result in results(keys, language, closed, request).items()}
    in_order = [found[place] for place in ((kind, int(key)) for kind, key in ranked) if place in found]
    heads = [result for result in in_order if _heads(result, terms)]
    rest = [result for result in in_order if not _heads(result, terms)]
    return [*heads, *rest][:SHOWN]


def _heads(result, terms) -> bool:
    return all(term in result.title.lower() for term in terms)


def _plain(terms, language, closed) -> list[Result]:
    """Return plain pages and help lines that hold every word; there are few of either."""
    pages = PlainPage.objects.live().exclude(closed).filter(locale__language_code=language)
    for term in terms:
        pages = pages.filter(Q(title__icontains=term) | Q(intro__icontains=term) | Q(body__icontains=term))
    lines = remembered(f"lines:{language}", lambda: _lines(language))
    held = [result for text, result in lines if all(term in text for term in terms)]
    return [Result(page.url, page.title, page.intro) for page in pages[:5]] + held[:5]


def _lines(language) -> list[tuple[str, Result]]:
    """Return each help line of a language as (its words, a result): few, and the same for every question."""
    return [
        (f"{line.name} {line.about}".lower(), Result(line.href, f"{line.name} · {line.number}", line.about))
        for line in HelpLine.objects.filter(locale__language_code=language)
    ]


def _ranked(terms) -> list[tuple[int, str]]:
    """Return (content type, key) of the best entries: ranked and limited inside the index, never row by row."""
    kinds = [kind.pk for kind in ContentType.objects.get_for_models(*sources).values()]
    if not kinds:
        return []
    question = _postgres if connection.vendor == "postgresql" else _sqlite
    with connection.cursor() as cursor:
        cursor.execute(*question(terms, kinds))
        return cursor.fetchall()


def _sqlite(terms, kinds):
    table = get_app_config().get_model("IndexEntry")._meta.db_table
    marks = ", ".join(["%s"] * len(kinds))
    match = " AND ".join(f'"{term}"*' if len(term) > 3 else f'"{term}"' for term in terms)
    sql = f"""SELECT e.content_type_id, e.object_id FROM {table}_fts f JOIN {table} e ON e.id = f.rowid
        WHERE {table}_fts MATCH %s AND e.content_type_id IN ({marks})
        ORDER BY bm25({table}_fts) LIMIT {RANKED}"""  # noqa: S608  (names of our own tables)
    return sql, ["{body title} : (" + match + ")", *kinds]


def _postgres(terms, kinds):
    table = get_app_config().get_model("IndexEntry")._meta.db_table
    match = " & ".join(f"{term}:*" if len(term) > 3 else term for term in terms)
    sql = f"""SELECT content_type_id, object_id FROM {table}, to_tsquery(%s) asked
        WHERE (title || body) @@ asked AND content_type_id = ANY(%s)
        ORDER BY ts_rank(title || body, asked) DESC LIMIT {RANKED}"""  # noqa: S608
    return sql, [match, kinds]
