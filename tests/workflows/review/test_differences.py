"""Differences between two texts, word by word."""

import time

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from workflows.review.differences import GONE, NEW, SAME, Piece, differences


def test_one_word_changed_shows_what_went_before_what_came():
    assert differences("My coach at Kilbrannoch club never asked.", "My coach at my club never asked.") == [
        Piece(SAME, "My coach at "),
        Piece(GONE, "Kilbrannoch "),
        Piece(NEW, "my "),
        Piece(SAME, "club never asked."),
    ]


def test_a_sentence_added_at_the_end_leaves_the_rest_alone():
    assert differences("It was late.", "It was late. I waited.") == [
        Piece(SAME, "It was late. "),
        Piece(NEW, "I waited."),
    ]


def test_a_lonely_word_between_two_changes_goes_with_them():
    assert differences("red and blue things", "green and yellow things") == [
        Piece(GONE, "red and blue "),
        Piece(NEW, "green and yellow "),
        Piece(SAME, "things"),
    ]


def test_equal_texts_have_no_differences():
    assert differences("The same.", "The same.") == [Piece(SAME, "The same.")]
    assert differences("", "") == []


def test_a_word_often_used_is_still_compared():
    text = "the bus and " * 100
    assert differences(text + "left", text + "went") == [Piece(SAME, text), Piece(GONE, "left"), Piece(NEW, "went")]


@pytest.mark.parametrize("size", [1_000, 25_000])
def test_long_and_repetitive_texts_do_not_keep_a_reader_waiting(size):
    began = time.monotonic()
    pieces = differences("a b " * size, "b a c " * size)
    assert time.monotonic() - began < 1
    assert pieces[-1].text


def test_one_change_in_a_very_long_text_stands_alone():
    many = "the bus and " * 4_000
    assert differences(f"{many}left {many}", f"{many}went {many}") == [
        Piece(SAME, many),
        Piece(GONE, "left "),
        Piece(NEW, "went "),
        Piece(SAME, many),
    ]


@given(st.text(max_size=200), st.text(max_size=200))
def test_pieces_make_up_the_new_text_and_every_old_word_is_there(before, after):
    pieces = differences(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != GONE) == after
    kept = "".join(piece.text for piece in pieces if piece.kind != NEW)
    assert "".join(kept.split()) == "".join(before.split())


def test_the_component_escapes_words_and_says_what_each_change_is():
    html = render_to_string("components/differences.html", {"pieces": differences("<b>one", "<i>two")})
    assert html.strip() == (
        '<del><span class="hidden-text">taken out: </span>&lt;b&gt;one</del>'
        '<ins><span class="hidden-text">put in: </span>&lt;i&gt;two</ins>'
    )


def test_quotes_bent_or_straight_are_the_same():
    before, after = "What’s hard is ‘this’: “went mental”.", "What's hard is 'this': \"went mental\"."
    assert differences(before, after) == [Piece(SAME, after)]
