"""Thread art: the same key, the same picture; small, distinct, and without a style attribute."""

import uuid

from home.threadart import thread_art

KEYS = [str(uuid.UUID(int=number)) for number in range(20)]


def test_the_same_key_draws_the_same_picture():
    first = str(thread_art(KEYS[0]))
    thread_art.cache_clear()
    assert str(thread_art(KEYS[0])) == first


def test_ten_thousand_pictures_differ_and_each_is_small():
    pictures = [str(thread_art.__wrapped__(f"case {number}")) for number in range(10_000)]
    assert len(set(pictures)) == 10_000
    assert max(map(len, pictures)) <= 1500


def test_pictures_are_hidden_from_screen_readers_and_without_inline_style():
    for key in KEYS:
        picture = thread_art(key)
        assert 'aria-hidden="true"' in picture
        assert "style=" not in picture


def test_a_key_cannot_write_into_the_page():
    assert "<script" not in thread_art("<script>alert(1)</script>", wash="<script>")
