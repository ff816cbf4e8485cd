"""The gate of `make cover`: what decides is run in full, and a view may leave little out."""

from .coverage import DECIDING, ROOT, SHOWING, least, too_little


def measured(done, lines=(), branches=()):
    return {"summary": {"percent_covered": done}, "missing_lines": list(lines), "missing_branches": list(branches)}


def test_every_pattern_names_files_of_ours():
    assert [pattern for pattern in (*DECIDING, *SHOWING) if not any(ROOT.glob(pattern.replace("*/", "**/", 1)))] == []


def test_what_decides_asks_for_more_than_what_shows():
    wanted = [
        least(path) for path in ("stories/actions.py", "toolkits/models/packs.py", "stories/views/share.py", "x.py")
    ]
    assert wanted == [100, 100, 95, 0]


def test_a_file_that_falls_short_is_named_with_what_was_left_out():
    files = {
        "stories/rules.py": measured(99.9, [12], [(11, 13)]),
        "stories/actions.py": measured(100),
        "stories/views/share.py": measured(95),
        "home/views.py": measured(94.9, [3]),
        "home/frame.py": measured(10),
    }
    assert too_little(files) == [
        "home/views.py: 94.9 % of 95 %, not 3",
        "stories/rules.py: 99.9 % of 100 %, not 12, 11 to 13",
    ]
