"""Opening a story asks the database at most sixteen things, however many parts, suggestions and half-written ones."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from workflows.review.cases import draft_of, page_of

from .reader import begin, digest_of, url

pytestmark = pytest.mark.django_db
MOST = 16
MARKS = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")  # of a transaction: no question


def asked(client, reading) -> list[str]:
    with CaptureQueriesContext(connection) as made:
        client.get(url("reading", reading))
    return [query["sql"] for query in made if not query["sql"].startswith(MARKS)]


@pytest.mark.parametrize(("parts", "said"), [(1, 1), (3, 3), (40, 10)])
def test_a_reading_opens_with_sixteen_questions(client, parts, said):
    words = "\n\n".join(f"Part {number} of this story." for number in range(parts))
    reading = begin(client, words=words)
    for key, text in draft_of(page_of(reading.case)).paragraphs[:said]:
        data = {"paragraph": key, "after": f"{text} So.", "reason": "Why not.", "kind": "suggestion"}
        client.post(url("suggest", reading), {**data, "digest": digest_of(reading)})
        client.post(url("keep", reading), data)
    client.get(url("reading", reading))
    assert len(asked(client, reading)) <= MOST
