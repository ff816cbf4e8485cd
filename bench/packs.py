"""What a release of a whole pack costs: 21 sessions and 60 files, in a database that is thrown away.

Printed are the seconds and the memory of building it with PDFs, and how fast one worker sends 50 MB.
"""

import resource
import secrets
import time

from bench.throwaway import throwaway

SECONDS, MEGABYTES, SENT = 60, 300, 50_000_000
FILES, FILE_SIZE = 60, 400_000  # so many originals, of so many bytes


def main() -> None:
    """Make a pack, build a release of it, send a large file, and throw it all away."""
    with throwaway():
        pack = make_pack()
        print_build(pack)
        print_sending(pack)


def make_pack():
    """Return a pack of 21 sessions and 60 large originals; the demonstration's files give way to them."""
    from django.core.files.base import ContentFile  # noqa: PLC0415
    from wagtail.documents.models import Document  # noqa: PLC0415

    from toolkits.demo import seed  # noqa: PLC0415
    from toolkits.models import Resource, SessionPage  # noqa: PLC0415

    pack = seed.seed_packs(build=lambda key: None)
    Resource.objects.all().delete()
    sessions = list(SessionPage.objects.descendant_of(pack))
    for number in range(FILES):
        data = b"%PDF-1.7\n" + secrets.token_bytes(FILE_SIZE)
        document = Document.objects.create(title=f"{number}", file=ContentFile(data, name=f"sheet-{number}.pdf"))
        Resource.objects.create(session=sessions[number % len(sessions)], document=document, kind="pupil")
    return pack


def print_build(pack) -> None:
    """Build the newest release of the pack in this process, and print time and memory beside their budgets."""
    from toolkits.building import build  # noqa: PLC0415

    release = pack.releases.order_by("-pk").first()
    began, cpu = time.monotonic(), time.process_time()
    build(release)
    seconds, cpu = time.monotonic() - began, time.process_time() - cpu
    release.refresh_from_db()
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    made = (
        f"{release.get_state_display()} {release.problem}, {release.files.count()} files, {release.size / 1e6:.1f} MB"
    )
    print(f"build      {made}; without PDFs: {release.without_pdf}")
    print(f"  seconds  {seconds:6.1f}  budget {SECONDS}  (processor {cpu:.1f})")
    print(f"  memory   {megabytes:6.0f}  budget {MEGABYTES}  MB, the whole process")


def print_sending(pack) -> None:
    """Send 50 MB through the view, print how fast. What it costs in memory: `tests/toolkits/test_large_files.py`."""
    from django.test import Client  # noqa: PLC0415

    from toolkits.enums import Holds  # noqa: PLC0415
    from toolkits.models import ReleaseFile  # noqa: PLC0415

    file = ReleaseFile.objects.get(release=pack.current_release(), holds=Holds.WHOLE)
    with file.path.open("r+b") as target:
        target.truncate(SENT)
    ReleaseFile.objects.filter(pk=file.pk).update(size=SENT)
    began = time.monotonic()
    response = Client(SERVER_NAME="localhost").get(f"/en/packs/{pack.slug}/download/")
    sent = sum(map(len, response.streaming_content))
    seconds = time.monotonic() - began
    print(f"sending    {sent / 1e6 / seconds:6.0f} MB/s for {sent / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
