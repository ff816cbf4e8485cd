"""Files on their way in: held in memory, never on disk, and let go of once they are too big."""

from functools import wraps
from io import BytesIO

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.views.decorators.csrf import csrf_exempt, csrf_protect

PATIENCE = 64 * 1024 * 1024  # bytes of one request that we listen to, so that what was typed is not lost


class InMemory(FileUploadHandler):
    """Keeps one file, up to `most` bytes. Of a bigger one nothing is kept but that it was; the form says so.

    A second file in the same request is not kept at all.
    """

    def __init__(self, request=None, *, most: int):
        super().__init__(request)
        self.most, self.held, self.count = most, None, 0

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self.count += 1
        if self.count > 1:
            raise SkipFile
        self.held = BytesIO()

    def receive_data_chunk(self, raw_data, start):
        if self.held is not None:
            self.held.write(raw_data)
            if self.held.tell() > self.most:
                self.held = None

    def file_complete(self, file_size):
        held = self.held or BytesIO()
        held.seek(0)
        file = InMemoryUploadedFile(held, self.field_name, "file", self.content_type, file_size, None)
        file.is_too_big = self.held is None
        return file


def takes_a_file(most: int):
    """Let a view take one file of at most so many bytes, in memory. The name it had on its device is dropped.

    The handler is set before anything reads the form, the check of the form's token included. A request beyond our
    patience is not read at all: the view sees an empty form with `request.is_far_too_big`.
    """

    def decorate(view):
        protected = csrf_protect(view)

        @csrf_exempt
        @wraps(view)
        def wrapped(request, *args, **kwargs):
            request.upload_handlers = [InMemory(request, most=most)]
            length = request.META.get("CONTENT_LENGTH") or ""
            request.is_far_too_big = length.isdecimal() and int(length) > PATIENCE
            if request.is_far_too_big:
                request._post, request._files = QueryDict(), MultiValueDict()
                return view(request, *args, **kwargs)
            return protected(request, *args, **kwargs)

        return wrapped

    return decorate
