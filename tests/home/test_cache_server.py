"""A cache server that refuses, hangs or comes back: the site is slower and nothing else."""

import socket
import threading
import time

import pytest
from django.core.cache import cache as site_cache

from home.pagecache import generation, server
from home.pagecache.generation import SharedGeneration
from home.pagecache.kept import keep
from home.pagecache.server import PatientRedis

FIVE = "public, max-age=0, s-maxage=5, must-revalidate"


@pytest.fixture
def hanging():
    """Give the address of a server that takes calls and never answers."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield f"redis://127.0.0.1:{listening.getsockname()[1]}/0"


@pytest.fixture
def refusing():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return f"redis://127.0.0.1:{taken.getsockname()[1]}/0"


@pytest.mark.parametrize("way", ["hanging", "refusing"])
def test_a_server_that_is_away_keeps_nothing_and_raises_nothing(way, request, monkeypatch):
    cache = PatientRedis(request.getfixturevalue(way), {})
    monkeypatch.setattr(generation, "cache", cache)
    assert cache.get("a", "default") == "default"
    assert cache.get_or_set("a", lambda: "made") == "made"
    assert (cache.set("a", 1), cache.add("a", 1), cache.clear()) == (None, False, False)
    assert (cache.get_many(["a"]), cache.set_many({"a": 1}), "a" in cache) == ({}, [], False)
    assert (cache.delete("a"), cache.delete_many(["a"])) == (False, None)
    assert SharedGeneration().read() is None
    SharedGeneration().renew()


def test_a_server_that_hangs_is_waited_for_once_and_then_let_be(hanging):
    cache, spent = PatientRedis(hanging, {}), []
    for _time in range(3):
        began = time.monotonic()
        cache.get("a")
        spent.append(time.monotonic() - began)
    assert spent[0] >= server.PATIENCE
    assert max(spent[1:]) < server.PATIENCE


class Answering(threading.Thread):
    """As much of a cache server as one question needs: it has nothing, and says so."""

    def __init__(self):
        super().__init__(daemon=True)
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"redis://127.0.0.1:{self.socket.getsockname()[1]}/0?protocol=2&lib_name=&lib_version="

    def run(self):
        while True:
            call, _from = self.socket.accept()
            threading.Thread(target=self.answer, args=(call,), daemon=True).start()

    def answer(self, call):
        while asked := call.recv(4096):
            for _one in range(asked.count(b"*")):
                call.sendall(b"$-1\r\n" if b"GET" in asked else b"+OK\r\n")


def test_a_server_that_is_back_is_asked_again_after_the_pause(refusing, monkeypatch):
    cache = PatientRedis(refusing, {})
    cache.get("a")
    assert cache._away_until > time.monotonic()
    monkeypatch.setattr(server, "PAUSE", 0)
    cache.set("a", 1)
    back = Answering()
    back.start()
    cache = PatientRedis(back.address, {})
    assert (cache.get("a", "none"), cache._away_until) == ("none", 0.0)


def test_the_mark_is_begun_where_there_is_none():
    site_cache.clear()
    first = SharedGeneration().read()
    assert first
    assert SharedGeneration().read() == first
    SharedGeneration().renew()
    assert SharedGeneration().read() != first


@pytest.mark.parametrize(("seconds", "says"), [(0, "no-cache"), (5, FIVE), (60, FIVE)])
def test_a_kept_page_tells_a_proxy_when_to_ask_again(seconds, says):
    kept = keep([("Content-Type", "text/html")], b"page", generation="1", until=0, shared=seconds)
    assert {name: value for name, value in kept.headers if name in {"Cache-Control", "Surrogate-Key"}} == {
        "Cache-Control": says,
        "Surrogate-Key": "pages",
    }
