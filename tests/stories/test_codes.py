"""The ten words: our list, what an author may type, what is stored. Requirement 7."""

import re
import uuid

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stories.codes import (
    UnreadableCode,
    hash_code,
    hash_opening,
    new_code,
    read_code,
    read_words,
    word_list,
)

# Whole words nobody should meet at such a moment, and starts of four letters that read badly by themselves.
NEVER = frozenset(
    """
    abuse acid addict adult alone anger angry army arrow assault atheist attack axe baby bible blade bleed blood body
    bomb bone booze bottle brain brave bridge broken bruise bullet bully burn calm calorie cancer casket cemetery
    chapel chin chop christ church cider cigar cliff clinic coffin corpse court cradle crazy crime cruel cry cult
    cut dagger damage dark dead death depress despair devil diagnose diet disease divorce doctor dope dose down drink
    drown drug drunk dying empty enemy evil fail fat father fear fever fight final fire flesh funeral fury gang gas
    ghost gin god grave grief grim guilt gun hand hang harm hate heart heaven hell hospital hurt idiot ill illness
    injury insane jail joint jump kill king kiss knife labour lady's ledge liberal limb lonely lord loss lost lust mad
    mania mass mental miserable monkey mosque mother mourn mouth murder naked narrow needle nerve never noose nude
    nurse nuts oven pain panic party patient pill pistol poison police politics pope pray prayer pregnant prey prison
    psycho punch punish rabbi race rage razor religion rifle river roof rope sad scar scissors sex shame shock shoot
    shot sick sin skin skull slave slim slit smoke sorrow soul spear starve stab stick strangle stress suffer suicide
    surgery sword syringe tablet target tear temple terror thin throat tomb tongue torture trauma treatment tribe
    trigger trip ugly union vape victim violent vodka vomit vote wake war weak weapon weep weigh whip whisky widow
    wine wound wreck wrist
    """.split()
)
BAD_STARTS = frozenset(
    """
    anal anus arse boob butt chin cock coma coon crap crim cult cunt dead dick drug dumb dyke fagg fart fuck gook grav
    grim gyps hang harm hate hell homo hung hurt idio jerk jesu kike kill knob lesb lust nazi nigg nipp nude paed pain
    paki pill piss pork pris pube puss rape reta scar schi scum sexy sham shit slag slap slit slut spad spas spaz
    spic stab suck suic tart terr thin tits tran turd twat ugly wank weep whor
    """.split()
)
# Words that sound like another, written otherwise.
SOUND_ALIKE = frozenset(
    """
    allowed bare bear beach blue board brake bread break buy cell cent cereal chord coarse course creek dear deer dew
    fair fare fir flea flour flower fur gate hair hare horse hour jeans jewel key knead knight knot knows lane leek
    links loan loch maize medal meet metal moose morning mussel night none oar pair pale pause peace pear peak pedal
    piece plain plane prize profit quay queue rain read real right road role root rose route sail sale sauce scene
    scent sea seam sew site soul stair stake steak steal steel storey story suite sun sweet symbol tail tale team
    thyme tide time toad toe vale vein waist wait wave weak weather week whale where which witch wood write
    """.split()
)
words = st.sampled_from(word_list())
codes = st.lists(words, min_size=10, max_size=10)
between = st.sampled_from([" ", "-", ", ", "\n", "\r\n", "  ", " . ", "\t", "; "])


def test_list_is_long_enough_for_a_hundred_and_three_bits():
    assert len(word_list()) >= 1296


def test_list_is_sorted_and_plain():
    assert list(word_list()) == sorted(word_list())
    assert [word for word in word_list() if not re.fullmatch("[a-z]{4,8}", word)] == []


def test_first_four_letters_name_one_word():
    assert len({word[:4] for word in word_list()}) == len(word_list())


def test_no_word_is_two_others_by_their_first_letters():
    starts = {word[:4] for word in word_list()}
    assert [word for word in word_list() if len(word) == 8 and word[4:] in starts] == []


def test_list_is_kind():
    assert NEVER & set(word_list()) == set()
    assert BAD_STARTS & {word[:4] for word in word_list()} == set()


def test_list_has_no_words_that_sound_alike():
    assert SOUND_ALIKE & set(word_list()) == set()


def test_new_codes_have_ten_listed_words_and_differ():
    made = [new_code().split() for _i in range(200)]
    assert {len(code) for code in made} == {10}
    assert {word for code in made for word in code} <= set(word_list())
    assert len({tuple(code) for code in made}) == 200


@given(codes, between)
def test_whole_words_read_in_any_case_with_anything_between(code, gap):
    assert read_code(gap.join(code).upper()) == " ".join(code)


@given(codes)
def test_whole_words_read_with_nothing_between(code):
    assert read_code("".join(code)) == " ".join(code)


@given(codes, st.sampled_from(["", " ", "-", "\n"]))
def test_four_letters_read_with_anything_or_nothing_between(code, gap):
    assert read_code(gap.join(word[:4] for word in code)) == " ".join(code)


@given(codes, st.lists(st.booleans(), min_size=10, max_size=10), between)
def test_whole_and_short_words_mix(code, short, gap):
    typed = gap.join(word[:4] if is_short else word for word, is_short in zip(code, short, strict=True))
    assert read_code(typed) == " ".join(code)


@given(codes)
def test_a_pasted_numbered_list_reads(code):
    assert read_code("\n".join(f"{n}. {word.title()}" for n, word in enumerate(code, 1))) == " ".join(code)


PHONE = {  # what a phone's keyboard makes of what is typed
    "a capital first letter": lambda code: " ".join(code).capitalize(),
    "a capital after each stop": lambda code: ". ".join(word.capitalize() for word in code),
    "a full stop at the end": lambda code: " ".join(code) + ".",
    "two blanks that became a stop": lambda code: ".  ".join(code) + ". ",
    "double blanks": lambda code: "  ".join(code) + "  ",
    "blanks that do not break": "\u00a0".join,
    "narrow and wide blanks": "\u202f\u3000".join,
    "hyphens": "-".join,
    "hyphens that do not break": "\u2011".join,
    "long dashes": "\u2014".join,
    "soft hyphens inside words": lambda code: " ".join(f"{word[:2]}\u00ad{word[2:]}" for word in code),
    "marks nobody sees": lambda code: "\ufeff" + "\u200b ".join(code) + "\u200e",
    "curly quotes": lambda code: "\u201c" + " ".join(code) + "\u201d",
    "dots for three stops": "\u2026 ".join,
    "wide letters": lambda code: " ".join("".join(chr(ord(sign) + 0xFEE0) for sign in word) for word in code),
    "capital letters": lambda code: " ".join(code).upper(),
}


@pytest.mark.parametrize("made_of", PHONE.values(), ids=PHONE)
@settings(max_examples=20)
@given(codes, st.booleans())
def test_what_a_phones_keyboard_makes_of_it_reads(made_of, code, short):
    typed = [word[:4] for word in code] if short else code
    assert read_code(made_of(typed)) == " ".join(code)


@settings(max_examples=40)
@given(codes, st.integers(0, 9), st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=3))
def test_a_word_with_another_ending_is_the_word(code, place, ending):
    typed = [*code[:place], code[place][:5] + ending, *code[place + 1 :]]
    assert read_code(" ".join(typed)) == " ".join(code)


@settings(max_examples=40)
@given(codes, st.integers(0, 8))
def test_words_in_another_order_are_another_code(code, place):
    turned = [*code[:place], code[place + 1], code[place], *code[place + 2 :]]
    assert (read_code(" ".join(turned)) == " ".join(code)) == (code[place] == code[place + 1])


@given(st.text(max_size=600))
def test_any_text_reads_or_is_refused_in_words(text):
    try:
        code = read_code(text)
    except UnreadableCode as error:
        assert str(error)
    else:
        assert set(code.split()) <= set(word_list())


def test_a_wrong_ending_is_forgiven():
    assert read_words("lanturn") == ["lantern"]
    assert read_words("lantren apples") == ["lantern", "apple"]


def test_a_word_that_is_not_listed_is_named():
    with pytest.raises(UnreadableCode) as refused:
        read_code("apple lantern qwerty")
    assert str(refused.value) == "“qwerty” is not one of our words. Check its spelling."


def test_letters_of_other_scripts_are_named_not_dropped():
    with pytest.raises(UnreadableCode) as refused:
        read_words("apple яблоко")
    assert str(refused.value) == "“яблоко” is not one of our words. Check its spelling."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "We found 0 words. Your code has ten."),
        ("apple", "We found 1 word. Your code has ten."),
        ("apple " * 11, "We found 11 words. Your code has ten."),
        ("a" * 501, "That is too long for a code. Type only your ten words."),
    ],
)
def test_a_code_of_another_length_is_refused(typed, said):
    with pytest.raises(UnreadableCode) as refused:
        read_code(typed)
    assert str(refused.value) == said


def test_only_keyed_hashes_are_stored():
    code = new_code()
    assert re.fullmatch("[0-9a-f]{64}", hash_code(code))
    assert hash_code(code) == hash_code(code)
    assert hash_code(code) != hash_code(new_code())


def test_the_opening_is_bound_to_its_case():
    first, second = uuid.uuid4(), uuid.uuid4()
    assert hash_opening(first, ["apple", "lantern", "coat"]) == hash_opening(first, ["apple", "lantern"])
    assert hash_opening(first, ["apple", "lantern"]) != hash_opening(second, ["apple", "lantern"])


def test_short_and_whole_words_run_together():
    assert read_words("applelanternmoonbeammoon") == ["apple", "lantern", "moonbeam", "moonbeam"]


def test_reading_a_long_run_of_letters_is_quick():
    with pytest.raises(UnreadableCode):
        read_words("moonbeam" * 60 + "qq")
