"""What `make mutate-rules` changes is what it says it changes."""

import ast

from .mutate_rules import changed, mutants

SOURCE = '''def may(a, b, c):
    """Tell “so”."""
    if not a:
        return b == c
    return a and b and c is None
'''


def test_each_part_of_a_predicate_is_turned_around_once():
    function = ast.parse(SOURCE).body[0]
    made = {changed(SOURCE, part, instead).partition("\n    if ")[2] for _what, part, instead in mutants(function)}
    inner, outer = "not a:\n        return b == c\n    return ", "a and b and c is None\n"
    assert made == {
        "(a):\n        return b == c\n    return " + outer,
        "not a:\n        return (b != c)\n    return " + outer,
        "not a:\n        return (True)\n    return " + outer,
        "not a:\n        return (False)\n    return " + outer,
        inner + "(b and c is None)\n",
        inner + "(a and c is None)\n",
        inner + "(a and b)\n",
        inner + "a and b and (c is not None)\n",
        inner + "(True)\n",
        inner + "(False)\n",
    }
