"""What is asked of the site stands in one paper, beside the tests that prove it."""

import pytest

from .requirements import PAPER, ROW, numbers_in, proofs, written

COUNT = 66  # requirements there are


def rows() -> dict[int, str]:
    """Return, by number, where a requirement stands."""
    found = filter(None, map(ROW.match, PAPER.read_text().splitlines()))
    return {int(number): row["where"] for row in found for number in row["numbers"].split(",")}


def test_the_paper_names_the_tests_there_are():
    assert PAPER.read_text() == written(PAPER.read_text(), proofs()), "Run make format."


def test_every_requirement_has_one_row():
    assert sorted(rows()) == list(range(1, COUNT + 1))


def test_a_requirement_without_a_test_says_later():
    assert [number for number, where in rows().items() if number not in proofs() and "later" not in where] == []


def test_tests_name_no_requirement_that_is_not_asked():
    assert set(proofs()) - set(rows()) == set()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (None, []),
        ("Nothing.", []),
        ("Pictures. Requirement 9.", [9]),
        ("Requirements 1, 3 and 7.", [1, 3, 7]),
        ("As requirements 1 to 3 and 7 ask.", [1, 2, 3, 7]),
    ],
)
def test_numbers_are_read_from_what_a_test_says(text, numbers):
    assert numbers_in(text) == numbers
