"""How a text reads: words that hurt, numbers, long sentences, reading age. Hints alone. Requirement 48."""

import pytest

from home.style import Hint, long_sentences, numbers_in, reading_age, style_hints

LISTED = [Hint("committed suicide", "died by suicide", "It was a crime."), Hint("a bit ocd", "likes it tidy", "")]


@pytest.mark.parametrize("text", ["He COMMITTED\nsuicide.", "committed-suicide", "“committed suicide”"])
def test_a_listed_phrase_is_found_however_it_is_written(text):
    assert style_hints(text, LISTED) == LISTED[:1]


@pytest.mark.parametrize("text", ["", "He committed to it. Suicide is hard to talk about.", "recommitted suicidex"])
def test_words_that_only_look_like_it_are_left_alone(text):
    assert style_hints(text, LISTED) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I was 38 kg and ate 400 calories.", ["38 kg", "400 calories"]),
        ("6.5 stone, then 6.5 stone", ["6.5 stone"]),
        ("In 2019 at 10:30 I sat down.", []),
        ("A4 paper and B12", []),
        ("twenty tablets", []),
        ("20 tablets", ["20"]),
    ],
)
def test_numbers_are_found_but_years_and_times_of_day(text, found):
    assert numbers_in(text) == found


def test_long_sentences_are_found_line_by_line():
    long = "word " * 25 + "end."
    assert long_sentences(f"Short one. {long}\nAnother short one.") == [long]


def test_reading_age_rises_with_long_words_and_sentences():
    easy = "I was sad. My friend came. We sat on the step. " * 4
    hard = "Considerable institutional responsibilities necessitate comprehensive organisational accountability. " * 6
    assert reading_age(easy) <= 7
    assert reading_age(hard) > 18
    assert reading_age("Too short to say.") is None
    assert reading_age("١ ٢ ٣ … !") is None
