"""Programs that fetch pages without anybody behind them say so in their name: they are not counted."""

import re

ROBOT = re.compile(
    r"bot\b|bot[/;_-]|crawl|spider|slurp|preview|monitor|scan|fetcher|archiver|facebookexternalhit|headlesschrome|"
    r"python-requests|httpx|go-http-client|libwww|^$",
    re.IGNORECASE,
)


def is_robot(agent: str) -> bool:
    """Tell whether a User-Agent names a program rather than a browser or a download by hand."""
    return bool(ROBOT.search(agent))
