"""A package index of its own: a few small wheels, and one that comes as slowly as a test wants."""

from __future__ import annotations

import hashlib
import io
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


def wheel(name: str, size: int = 0) -> bytes:
    """A wheel of one module of `size` bytes and more."""
    files = {
        f"{name}.py": f"filling = {'x' * size!r}\n",
        f"{name}-1.0.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{name}-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = f"{name}-1.0.dist-info/RECORD"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for file, text in files.items():
            archive.writestr(file, text)
        archive.writestr(record, "".join(f"{file},,\n" for file in [*files, record]))
    return packed.getvalue()


class WheelIndex:
    """`wheels` by name; `held` is the name of the one that stops in its middle until `release` is called, and
    `reached` is set once it does. `asked` notes each wheel that was asked for."""

    def __init__(self, *names: str, size: int = 0) -> None:
        self.wheels = {name: wheel(name, size) for name in names}
        self.asked: list[str] = []
        self.held = ""
        self.reached = threading.Event()
        self.released = threading.Event()
        self.address = ""

    def pins(self, file: Path) -> None:
        """Writes the requirements of all wheels, with their hashes."""
        lines = [
            f"{name}==1.0 \\\n    --hash=sha256:{hashlib.sha256(content).hexdigest()}\n"
            for name, content in self.wheels.items()
        ]
        file.write_text("".join(lines), encoding="utf-8")

    def hold(self, name: str) -> None:
        """From now on this wheel stops in its middle."""
        self.held = name
        self.reached.clear()
        self.released.clear()

    def release(self) -> None:
        """Breaks off what is held; from now on everything comes whole."""
        self.held = ""
        self.released.set()

    def send(self, request: BaseHTTPRequestHandler) -> None:
        """Answers a request."""
        name = request.path.strip("/").split("/")[-1].split("-")[0]
        content = self.wheels.get(name)
        if content is None:
            request.send_error(404)
            return
        is_wheel = request.path.endswith(".whl")
        page = f'<a href="/files/{name}-1.0-py3-none-any.whl">{name}-1.0-py3-none-any.whl</a>'.encode()
        body = content if is_wheel else page
        request.send_response(200)
        request.send_header("Content-Type", "application/zip" if is_wheel else "text/html")
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        if is_wheel:
            self.asked.append(name)
            if name == self.held:
                request.wfile.write(body[: len(body) // 2])
                request.wfile.flush()
                self.reached.set()
                self.released.wait()
                return
        request.wfile.write(body)

    @contextmanager
    def served(self) -> Iterator[dict[str, str]]:
        """Serves it; gives the variables that lead pip there and nowhere else."""
        index = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                index.send(self)

            def log_message(self, format: str, *_: object) -> None:
                pass

        with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            try:
                yield {
                    "PIP_INDEX_URL": f"http://127.0.0.1:{server.server_address[1]}/simple",
                    "PIP_CONFIG_FILE": "/dev/null",
                    "PIP_RETRIES": "0",
                    "NO_PROXY": "127.0.0.1",
                }
            finally:
                self.release()
                server.shutdown()
