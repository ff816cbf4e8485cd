"""Anyone downloads a pack, whole or in parts, and leaves nothing behind but one more in a number.

Requirements 26 and 27.
"""

from unittest.mock import patch

import pytest
from django.db import DatabaseError
from django.utils import timezone
from wagtail.models import PageViewRestriction

from toolkits.actions import build_release, count_download
from toolkits.models import DownloadCount, PackRelease

NEWEST = "/en/packs/a-pack/download/"
CURL = {"user-agent": "curl/8.5.0"}


@pytest.fixture
def release(pack, session):
    made = PackRelease.objects.create(pack=pack, number="2.1", change_note="First.", asked_at=timezone.now())
    build_release.call(made.pk)
    made.refresh_from_db()
    return made


def body(response) -> bytes:
    return b"".join(response.streaming_content)


def counted() -> list[int]:
    return list(DownloadCount.objects.values_list("number", flat=True))


def test_whole_file_with_all_that_a_client_may_need(client, release):
    response = client.get(NEWEST)
    whole = release.path.read_bytes()
    assert (response.status_code, body(response)) == (200, whole)
    assert response.headers["Content-Length"] == str(len(whole))
    assert response.headers["Content-Type"] == "application/zip"
    assert response.headers["ETag"] == f'"{release.sha256}"'
    assert response.headers["Accept-Ranges"] == "bytes"
    assert response.headers["Content-Disposition"] == 'attachment; filename="a-pack-2.1.zip"'


def test_address_of_the_newest_is_asked_again_and_that_of_a_digest_is_kept_for_ever(client, release):
    assert client.get(NEWEST).headers["Cache-Control"] == "public, no-cache"
    named = client.get(f"{NEWEST}{release.sha256}/a-pack-2.1.zip")
    assert named.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert body(named) == release.path.read_bytes()


def test_no_cookie_and_no_session(client, release, django_assert_num_queries):
    response = client.get(NEWEST)
    assert dict(response.cookies) == {}
    assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.parametrize(
    ("asked", "start", "length"),
    [
        ("bytes=0-9", 0, 10),
        ("bytes=10-19", 10, 10),
        ("bytes=-7", -7, 7),
        ("bytes=-999999999", 0, None),
        ("bytes=5-", 5, None),
    ],
)
def test_part_of_the_file(client, release, asked, start, length):
    whole = release.path.read_bytes()
    expected = whole[start:][:length]
    response = client.get(NEWEST, headers={"range": asked})
    first = start % len(whole)
    assert (response.status_code, body(response)) == (206, expected)
    assert response.headers["Content-Range"] == f"bytes {first}-{first + len(expected) - 1}/{len(whole)}"
    assert response.headers["Content-Length"] == str(len(expected))


def test_end_beyond_the_file_is_cut(client, release):
    response = client.get(NEWEST, headers={"range": "bytes=5-999999999"})
    assert body(response) == release.path.read_bytes()[5:]


@pytest.mark.parametrize("asked", ["bytes=999999999-", "bytes=-0"])
def test_part_outside_the_file_is_refused(client, release, asked):
    response = client.get(NEWEST, headers={"range": asked})
    assert (response.status_code, response.headers["Content-Range"]) == (416, f"bytes */{release.size}")
    assert counted() == []


@pytest.mark.parametrize("asked", ["bytes=9-3", "bytes=-", "bytes=0-1,5-6", "lines=1-2", "bytes=a-b"])
def test_unclear_part_gets_the_whole_file(client, release, asked):
    response = client.get(NEWEST, headers={"range": asked})
    assert (response.status_code, body(response)) == (200, release.path.read_bytes())


def test_part_of_another_version_gets_the_whole_file(client, release):
    headers = {"range": "bytes=5-9", "if-range": '"another"'}
    assert client.get(NEWEST, headers=headers).status_code == 200
    assert client.get(NEWEST, headers=headers | {"if-range": f'"{release.sha256}"'}).status_code == 206


@pytest.mark.parametrize("known", ['"{}"', 'W/"{}"', '"other", "{}"', "*"])
def test_what_a_client_has_is_not_sent_again(client, release, known):
    response = client.get(NEWEST, headers={"if-none-match": known.format(release.sha256)})
    assert (response.status_code, response.content, counted()) == (304, b"", [])


def test_another_version_known_is_no_reason_not_to_send(client, release):
    assert client.get(NEWEST, headers={"if-none-match": '"other"'}).status_code == 200


def test_head_tells_the_size_and_sends_nothing(client, release):
    response = client.head(NEWEST)
    assert (response.status_code, response.headers["Content-Length"]) == (200, str(release.size))
    assert (body(response), counted()) == (b"", [])


def test_nothing_is_posted_here(client, release):
    assert client.post(NEWEST).status_code == 405


def test_each_day_has_one_number(client, release):
    client.get(NEWEST, headers=CURL)
    client.get(NEWEST, headers=CURL | {"range": "bytes=0-9"})
    client.get(NEWEST, headers=CURL | {"range": "bytes=10-19"})
    assert counted() == [2]


@pytest.mark.parametrize("agent", ["", "Googlebot/2.1", "Mozilla/5.0 (compatible; bingbot/2)", "python-requests/2"])
def test_robots_are_not_counted(client, release, agent):
    client.get(NEWEST, headers={"user-agent": agent})
    assert counted() == []


def test_number_that_cannot_be_written_stops_nothing(release, caplog):
    with patch.object(DownloadCount.objects, "get_or_create", side_effect=DatabaseError):
        count_download(release=release, file="a.zip")
    assert "could not be counted" in caplog.text
    assert counted() == []


def test_superseded_version_stays(client, pack, session, release):
    newer = PackRelease.objects.create(pack=pack, number="2.2", change_note="More.", asked_at=timezone.now())
    build_release.call(newer.pk)
    newer.refresh_from_db()
    assert client.get(f"{NEWEST}{release.sha256}/a-pack-2.1.zip").status_code == 200
    assert client.get(NEWEST).headers["ETag"] == f'"{newer.sha256}"'


def test_no_release_no_file(client, pack, session):
    assert client.get(NEWEST).status_code == 404


@pytest.mark.parametrize("digest", ["0" * 64, "x", "..%2f..%2fdb"])
def test_unknown_version_is_not_found(client, release, digest):
    assert client.get(f"{NEWEST}{digest}/a-pack-2.1.zip").status_code == 404


def test_file_that_is_lost_is_not_found(client, release):
    release.path.unlink()
    assert client.get(NEWEST).status_code == 404


def test_failed_release_is_not_served(client, release):
    PackRelease.objects.update(state="failed")
    assert client.get(f"{NEWEST}{release.sha256}/a-pack-2.1.zip").status_code == 404


def test_unpublished_pack_is_not_served(client, pack, release):
    pack.unpublish()
    assert client.get(NEWEST).status_code == 404


def test_private_pack_is_not_served(client, pack, release):
    PageViewRestriction.objects.create(page=pack, restriction_type="login")
    assert client.get(NEWEST).status_code == 404


def test_pack_of_another_language_is_not_served(client, release):
    assert client.get("/gd/packs/a-pack/download/").status_code == 404
