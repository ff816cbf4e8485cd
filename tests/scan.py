"""Looking for a canary everywhere: every column of every table, sessions, logs, mail, files."""

import html
import json
from pathlib import Path
from urllib.parse import quote

from django.contrib.sessions.models import Session
from django.db import connection


def spellings(text: str) -> set[str]:
    """Return the ways a text may be written down: plain, in JSON, in HTML, in an address; compared in lower case."""
    ways = {text, json.dumps(text)[1:-1], html.escape(text), quote(text), quote(text, safe="")}
    return {way.lower() for way in ways}


def contains(value, text: str) -> bool:
    """Tell whether a value from a database, or anything with a repr, holds the text in any spelling."""
    if isinstance(value, bytes | bytearray | memoryview):
        found = bytes(value).lower()
        return any(way.encode(errors="surrogatepass") in found for way in spellings(text))
    return any(way in str(value).lower() for way in spellings(text))


def find_in_database(text: str) -> list[str]:
    """Return every `table.column` that holds the text, search indexes' own tables and opened sessions included."""
    found = {f"{table}.{column}" for table in _tables() for column, value in _cells(table) if contains(value, text)}
    for session in Session.objects.all():
        if contains(session.get_decoded(), text):
            found.add("django_session.session_data")
    return sorted(found)


def find_in_logs(text: str, caplog) -> list[str]:
    """Return the loggers that wrote the text, in a message, its arguments, an attached request or a traceback."""
    return sorted(
        {
            record.name
            for record in caplog.records
            if contains(f"{record.getMessage()} {record.args!r} {record.exc_text} {record.exc_info!r}", text)
        }
        | ({"formatted"} if contains(caplog.text, text) else set())
    )


def find_in_mail(text: str, mailoutbox) -> list[str]:
    """Return the subjects of the mails that hold the text, in their headers too."""
    return [
        mail.subject
        for mail in mailoutbox
        if any(contains(part, text) for part in (mail.subject, mail.body, mail.message().as_string()))
    ]


def find_in_files(text: str, folder: Path) -> list[str]:
    """Return the files under a folder whose raw bytes hold the text."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and contains(path.read_bytes(), text))


def _tables() -> list[str]:
    with connection.cursor() as cursor:
        return [table.name for table in connection.introspection.get_table_list(cursor) if table.type in "tp"]


def _cells(table: str):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
        names = [column[0] for column in cursor.description]
        for row in cursor.fetchall():
            yield from zip(names, row, strict=True)
