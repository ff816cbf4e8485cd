"""Counting people without pointing at one: few are not told, and the rest only in steps of five."""

LEAST = 5


def as_range(number: int) -> str:
    """Return a number as the step of five it lies in: 12 is "10–14". One person more or less rarely shows."""
    if number < LEAST:
        return f"< {LEAST}"
    low = number - number % LEAST
    return f"{low}–{low + LEAST - 1}"


def with_total(numbers: dict[str, int]) -> dict[str, str]:
    """Return each number as its range, and a `total` where it gives nothing away.

    A total beside a hidden number would tell it by taking the others away, so it is hidden with it.
    """
    few = any(number < LEAST for number in numbers.values())
    total = "–" if few else as_range(sum(numbers.values()))
    return {key: as_range(number) for key, number in numbers.items()} | {"total": total}
