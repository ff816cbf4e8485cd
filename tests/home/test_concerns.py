"""The concern list: whole words in any script, whatever case, accent or apostrophe; safeguarding keeps it.

Requirement 10.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from home.concerns import plain, words_of_concern
from home.models import ConcernWord
from tests.factories import make_person
from workflows.people.enums import Role


@pytest.fixture
def listed(db):
    """Put a list of our own in place of the first one."""
    ConcernWord.objects.all().delete()

    def put(*phrases):
        ConcernWord.objects.bulk_create([ConcernWord(phrase=phrase) for phrase in phrases])

    return put


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("want to die", "I WANT  to\ndie."),
        ("don’t want to live", "I dont want to live"),
        ("dont want to live", "I don't want to live!"),
        ("self harm", "about self-harm,"),
        ("samobójstwo", "SAMOBOJSTWO"),
        ("zabiję się", "zabije sie"),
        ("odebrać sobie życie", "odebrac sobie zycie"),
        ("łza", "lza"),
        ("الانتحار", "فكرت في الانتحار."),
        ("أريد أن أموت", "اريد ان اموت"),
        ("انتحار", "انـتـحـار"),
        ("自杀", "我想自杀了"),
        ("ฆ่าตัวตาย", "ฉันอยากฆ่าตัวตาย"),
        ("самоубийство", "Самоубийство?"),
        ("आत्महत्या", "वह आत्महत्या है"),
        ("suicide", "sui\u00adci\u200bde"),
        ("straße", "STRASSE"),
    ],
)
def test_a_listed_phrase_is_found(listed, phrase, text):
    listed(phrase)
    assert words_of_concern(text) == [phrase]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("cut", "shortcut and cutlery"),
        ("want to die", "want to diet"),
        ("want to die", "want it to die"),
        ("आत्म", "आत्महत्या"),
        ("कम", "कमी"),
        ("…", "anything …"),
        ("rape", "grape, drape and rapeseed"),
    ],
)
def test_a_part_of_a_word_is_not_found(listed, phrase, text):
    listed(phrase)
    assert words_of_concern(text) == []


def test_every_phrase_counts_once_whatever_the_language(listed):
    listed("suicide", "samobójstwo")
    ConcernWord.objects.create(language="fr", phrase="suicide")
    assert words_of_concern("Suicide, samobójstwo, suicide") == ["samobójstwo", "suicide"]


@pytest.mark.django_db
def test_a_fresh_site_has_words_in_four_languages():
    assert set(ConcernWord.objects.values_list("language", flat=True)) == {"en", "gd", "pl", "ar"}
    for phrase in ConcernWord.objects.values_list("phrase", flat=True):
        assert phrase in words_of_concern(f"I said: {phrase.upper()}.")


@pytest.mark.django_db
def test_an_everyday_story_has_none():
    text = "The bus was late and I was dead tired. My coach said cut it out. I hit a wall, then I talked to Gran."
    assert words_of_concern(text) == []


@pytest.mark.django_db
def test_one_query_whatever_the_text(django_assert_num_queries):
    with django_assert_num_queries(1):
        words_of_concern("word " * 10_000)


@settings(max_examples=150, deadline=None)
@given(st.text())
def test_any_text_becomes_words_with_one_blank_between(text):
    once = plain(text)
    assert once == " ".join(once.split())
    assert plain(once) == once


@pytest.mark.django_db
@pytest.mark.parametrize("role", [*Role, None])
def test_safeguarding_keeps_the_list(client, role):
    client.force_login(make_person(role))
    answer = client.get("/admin/snippets/home/concernword/")
    assert (answer.status_code == 200) is (role == Role.SAFEGUARDING)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I want to die.", ["want to die"]),
        ("Tha mi ag iarraidh basachadh.", ["ag iarraidh bàsachadh"]),
        ("Bha mi gam ghortachadh fhìn.", ["gam ghortachadh fhìn"]),
        ("Nie chce mi sie zyc.", ["nie chce mi się żyć"]),
        ("On bije mnie co tydzień.", ["bije mnie"]),
        ("Chaidh sinn dhan sgoil. Byłam w szkole.", []),
    ],
)
def test_a_fresh_site_has_words_of_concern_in_each_language_it_is_made_for(text, found):
    assert words_of_concern(text) == found
