"""The demonstration's ten stories, read from `texts/`: a few lines of facts, a blank line, then the words."""

from dataclasses import dataclass
from pathlib import Path

TEXTS = Path(__file__).parent / "texts"


@dataclass(frozen=True)
class Text:
    """One invented story and how far along the road the demonstration shows it."""

    title: str
    band: str
    byline: str
    topics: tuple[str, ...]
    notes: tuple[str, ...]
    state: str
    agreement: str
    pull: str
    beside: str  # a picture or a recording, made at seed time
    shows: str
    words: str


def read_texts() -> list[Text]:
    """Return the stories in the order of their files."""
    return [_read(path) for path in sorted(TEXTS.glob("*.txt"))]


def _read(path: Path) -> Text:
    head, words = path.read_text().split("\n\n", 1)
    facts = dict(line.split(":", 1) for line in head.splitlines())
    facts = {key: value.strip() for key, value in facts.items()}
    return Text(
        title=facts["title"],
        band=facts["band"],
        byline=facts["byline"],
        topics=_listed(facts["topics"]),
        notes=_listed(facts["notes"]),
        state=facts["state"],
        agreement=facts.get("agreement", ""),
        pull=facts.get("pull", ""),
        beside=facts.get("beside", ""),
        shows=facts.get("shows", ""),
        words=words.strip(),
    )


def _listed(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())
