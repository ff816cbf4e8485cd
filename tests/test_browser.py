"""The browser fixtures do what they say: a phone without JavaScript, and an axe that bites."""

import pytest

GOOD = "<!doctype html><html lang=en><title>Good</title><main><h1>Good</h1><p>Plain words.</p></main></html>"
BAD = "<!doctype html><html lang=en><title>Bad</title><main><h1>Bad</h1><img src='data:,'></main></html>"

pytestmark = pytest.mark.browser


def test_phone_is_narrow_and_runs_no_script(phone):
    phone.set_content(GOOD + "<script>document.title = 'ran'</script>")
    assert phone.viewport_size["width"] == 390
    assert phone.title() == "Good"


def test_axe_accepts_a_sound_page_on_the_phone(phone, axe):
    phone.set_content(GOOD)
    axe(phone)


def test_axe_names_what_is_wrong_and_where(phone, axe):
    phone.set_content(BAD)
    with pytest.raises(AssertionError, match=r"image-alt \(critical\)[^\n]*\n    img\n"):
        axe(phone)
