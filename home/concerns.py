"""The concern list: words and phrases that may mean somebody is in danger. It is imperfect, and refuses nobody."""

import re
import unicodedata

from .snippets import ConcernWord

APOSTROPHES = dict.fromkeys(map(ord, "'’ʼ`´"))
PLAIN_LETTERS = str.maketrans("łøđıħ", "lodih", "ـ")  # what has no accent to take away; the Arabic stretching sign
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")  # Thai to Chinese


def listed_phrases() -> list[str]:
    """Return every phrase of the list, of all languages."""
    return list(ConcernWord.objects.order_by("phrase").values_list("phrase", flat=True))


def words_of_concern(text: str, phrases: list[str] | None = None) -> list[str]:
    """Return the listed phrases that stand in a text as whole words. People mix languages, so all of them count.

    Whoever holds a lock has read the phrases before.
    """
    here = plain(text)
    phrases = listed_phrases() if phrases is None else phrases
    return sorted({phrase for phrase in phrases if stands(plain(phrase), here)})


def plain(text: str) -> str:
    """Return a text's words with one blank between: no case, no accent, no apostrophe, nothing invisible."""
    text = unicodedata.normalize("NFKD", text).translate(APOSTROPHES).casefold()
    text = unicodedata.normalize("NFKD", text).translate(PLAIN_LETTERS)
    if text.isascii():
        return " ".join(re.findall(r"[^\W_]+", text))
    return " ".join("".join(map(_letter, text)).split())


def _letter(sign: str) -> str:
    """Return a sign as it counts: letters and vowel signs as they are, accents and joiners not at all, else a blank."""
    if sign.isalnum():
        return sign
    kind = unicodedata.category(sign)
    if kind == "Cf" or unicodedata.combining(sign):
        return ""
    return sign if kind.startswith("M") else " "


def stands(phrase: str, text: str) -> bool:
    """Tell whether a phrase stands in a text as whole words; both as `plain` returns them."""
    if UNSPACED.search(phrase):  # written without blanks between words: nothing tells where one begins
        return phrase.replace(" ", "") in text.replace(" ", "")
    return bool(phrase) and f" {phrase} " in f" {text} "
