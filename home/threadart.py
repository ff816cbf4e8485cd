"""Thread art: three calm strands drawn from a key. The same story always gets the same picture."""

import hashlib
import math
import random
from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

WASHES = ("plum", "teal", "gold", "coral", "sea")
STEPS_A_TURN = 6
SPAN = 1.6  # of the width: strands begin and end outside the picture


@lru_cache(maxsize=2048)
def thread_art(key: str, width: int = 640, height: int = 320, wash: str = "") -> SafeString:
    """Return an SVG of at most 1.5 kB, the same for the same key. Colours come from the style sheet."""
    dice = random.Random(hashlib.sha256(str(key).encode()).digest())  # noqa: S311  (a picture, not a secret)
    wash = wash or dice.choice(WASHES)
    strands = mark_safe("".join(_strand(dice, width, height, name) for name in ("one", "two-s", "three")))  # noqa: S308
    return format_html(
        '<svg class="art art-{}" viewBox="0 0 {} {}" preserveAspectRatio="xMidYMid slice" aria-hidden="true"'
        ' focusable="false">{}</svg>',
        wash,
        width,
        height,
        strands,
    )


def _strand(dice, width, height, name) -> str:
    turns = dice.choice((2, 2.5, 2.5, 3))
    looping = dice.random() < (0.8 if name == "one" else 0.6)  # a strand either loops or waves; between lies a kink
    reach = SPAN * width / (math.tau * turns) * (dice.uniform(1.5, 2.1) if looping else dice.uniform(0.1, 0.45))
    phase, lift, lean = dice.random() * math.tau, dice.uniform(0.2, 0.32), dice.uniform(-0.1, 0.1)
    middle = height * dice.uniform(0.44, 0.56)

    def point(t):
        angle = t * math.tau * turns + phase
        x = width * (SPAN * t - (SPAN - 1) / 2) + math.sin(angle) * reach
        y = middle + height * (lift * math.cos(angle) + lean * math.cos(math.pi * t))
        return x, y

    thick = round(height / (34 if name == "one" else 62), 1)
    return f'<path class="{name}" stroke-width="{thick}" d="{_curve(point, round(turns * STEPS_A_TURN))}"/>'


def _curve(point, steps) -> str:
    """Return a smooth path through the points of a function over 0 to 1, in whole numbers."""
    slope = 1 / 1000
    third = 1 / steps / 3

    def handle(t):
        (x, y), (x2, y2) = point(t), point(t + slope)
        return (x2 - x) / slope * third, (y2 - y) / slope * third

    x, y = point(0)
    dx, dy = handle(0)
    path = [f"M{x:.0f} {y:.0f}"]
    for step in range(1, steps + 1):
        t = step / steps
        (x, y), before, (dx, dy) = point(t), (x + dx, y + dy), handle(t)
        end = f"{x - dx:.0f} {y - dy:.0f} {x:.0f} {y:.0f}"
        path.append(f"C{before[0]:.0f} {before[1]:.0f} {end}" if step == 1 else f"S{end}")
    return "".join(path)
