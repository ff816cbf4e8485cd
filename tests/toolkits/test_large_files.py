"""A large file costs a worker next to nothing, a broken download goes on, and nginx may send it instead."""

import hashlib
import shutil
import subprocess
import tracemalloc

import pytest

from toolkits.enums import Holds
from toolkits.models import ReleaseFile
from toolkits.serving import CHUNK

from .conftest import release_of

SIZE = 50_000_000
NEWEST = "/en/packs/a-pack/download/"


@pytest.fixture
def large(pack, session):
    """A release whose whole pack is a file of 50 MB, without room taken on the disk."""
    release = release_of(pack)
    sha256 = hashlib.sha256(b"large").hexdigest()
    file = release.files.get(holds=Holds.WHOLE)
    ReleaseFile.objects.filter(pk=file.pk).update(sha256=sha256, size=SIZE)
    file.refresh_from_db()
    with file.path.open("wb") as target:
        target.truncate(SIZE)
    return file


def test_fifty_megabytes_cost_a_worker_less_than_one(client, large):
    response = client.get(NEWEST)
    assert response.headers["Content-Length"] == str(SIZE)
    tracemalloc.start()
    sent = sum(map(len, response.streaming_content))
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sent == SIZE
    assert peak < 10 * CHUNK


def test_behind_nginx_the_worker_sends_no_byte(client, large, settings):
    settings.ACCEL_LOCATION = "/held/"
    response = client.get(NEWEST)
    assert response.headers["X-Accel-Redirect"] == f"/held/packs/{large.sha256}.zip"
    assert (response.status_code, response.content) == (200, b"")
    assert response.headers["ETag"] == f'"{large.sha256}"'
    assert client.get(NEWEST, headers={"if-none-match": f'"{large.sha256}"'}).status_code == 304


def test_only_what_lies_in_media_is_named_to_nginx(settings):
    from toolkits.serving import accel_address

    settings.ACCEL_LOCATION = "/held"
    with pytest.raises(ValueError, match="subpath"):
        accel_address("/etc/passwd")


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not on this machine")
def test_curl_goes_on_where_a_download_broke(live_server, transactional_db, pack, session, tmp_path):
    release = release_of(pack)
    whole = release.path.read_bytes()
    broken = tmp_path / "pack.zip"
    broken.write_bytes(whole[:1000])
    command = ["curl", "--silent", "--show-error", "--fail", "-C", "-", "-o", str(broken), f"{live_server.url}{NEWEST}"]
    subprocess.run(command, check=True, timeout=30)
    assert broken.read_bytes() == whole
    assert release.downloads.count() == 0  # the rest of one is not another
