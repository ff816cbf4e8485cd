"""Real mail servers that misbehave: one refuses every recipient, one says nothing, one never comes to an end."""

import socket
import threading
import time
from contextlib import contextmanager, suppress


def _refuse(connection):
    with connection, connection.makefile("rwb", buffering=0) as talk:
        talk.write(b"220 here\r\n")
        while line := talk.readline():
            verb = line[:4].upper()
            answer = b"550 nobody of that name\r\n" if verb == b"RCPT" else b"250 fine\r\n"
            talk.write(b"221 bye\r\n" if verb == b"QUIT" else answer)


def _accept(kept):
    """A server that takes every mail but those to an address with `bad` in it."""

    def talk_to(connection):
        with connection, connection.makefile("rwb", buffering=0) as talk:
            talk.write(b"220 here\r\n")
            while line := talk.readline():
                verb = line[:4].upper()
                if verb == b"RCPT" and b"bad" in line:
                    talk.write(b"550 nobody of that name\r\n")
                elif verb == b"DATA":
                    talk.write(b"354 go on\r\n")
                    lines = []
                    while (part := talk.readline()) != b".\r\n":
                        lines.append(part)
                    kept.append(b"".join(lines))
                    talk.write(b"250 kept\r\n")
                else:
                    talk.write(b"221 bye\r\n" if verb == b"QUIT" else b"250 fine\r\n")

    return talk_to


@contextmanager
def _serving(handle):
    server = socket.create_server(("127.0.0.1", 0))
    held = []

    def run():
        while True:
            try:
                connection, _peer = server.accept()
            except OSError:
                return
            held.append(connection)
            if handle:
                threading.Thread(target=handle, args=[connection], daemon=True).start()

    threading.Thread(target=run, daemon=True).start()
    try:
        yield server.getsockname()[1]
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()
        for connection in held:
            connection.close()


def refusing():
    """Serve mail and refuse every recipient; gives the port."""
    return _serving(_refuse)


def hanging():
    """Accept connections and never say a word; gives the port."""
    return _serving(None)


def _trickle(connection):
    with connection, suppress(OSError):
        while True:
            connection.sendall(b"2")
            time.sleep(0.1)


def trickling():
    """Answer with one byte after another and no end of line, so that no single wait is too long; gives the port."""
    return _serving(_trickle)


def accepting(kept: list):
    """Serve mail into a list; addresses with `bad` in them are refused; gives the port."""
    return _serving(_accept(kept))
