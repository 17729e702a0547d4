"""The same queries hand-written in C over CSR adjacency and bitmaps: about as fast as the machine can go.

The program loads the CSV files of a folder and then answers on a pipe (lengths in bytes):

  start     csr FOLDER                prints  READY <load ns>\n
  request   <length>\n<query>
  answer    OK <length> <rows> <ns>\n<rows as tab-separated lines>
       or   ERR <length> 0 0\n<message>

<ns> is the time up to the ids of the answer, without the text and the pipe.
"""

import subprocess
import tempfile
from pathlib import Path

from .base import Peer, params

SOURCE = Path(__file__).with_name("csr.c")
COMPILE = ["cc", "-O3", "-march=native"]


def compiled():
    """The program, made when it is missing or older than its source."""
    binary = Path(tempfile.gettempdir()) / "remit-peers-csr"
    if not binary.exists() or binary.stat().st_mtime < SOURCE.stat().st_mtime:
        subprocess.run([*COMPILE, "-o", binary, SOURCE], check=True)
    return binary


class C(Peer):
    label = "C over CSR and bitmaps"

    def __init__(self, threads=None):
        super().__init__(threads)
        self.binary = compiled()

    def version(self):
        compiler = subprocess.run(["cc", "--version"], capture_output=True, text=True).stdout
        return f"-O3 -march=native, {compiler.splitlines()[0]}"

    def load(self, d):
        self.lookups = params(d)["lookups"]
        self.proc = subprocess.Popen([self.binary, d], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        ready = self.proc.stdout.readline().split()
        if not ready or ready[0] != b"READY":
            raise RuntimeError(f"{self.label} did not load: {ready}")

    def ask(self, text):
        self.proc.stdin.write(b"%d\n%b" % (len(text), text.encode()))
        self.proc.stdin.flush()
        status, length, _, ns = self.proc.stdout.readline().split()
        body = self.proc.stdout.read(int(length))
        if status != b"OK":
            raise RuntimeError(body.decode())
        self.engine_ms += int(ns) / 1e6
        return body

    def run(self, query):
        self.engine_ms = 0
        if query == "Q10":
            return [self.ask(f"Q10 {asset}") for asset in self.lookups]
        return [self.ask(query)]

    def rows(self, query, raw):
        lines = [line for body in raw for line in body.decode().splitlines()]
        return [tuple(int(v) if v.isdigit() else v for v in line.split("\t")) for line in lines]

    def pid(self):
        return self.proc.pid

    def close(self):
        self.proc.stdin.close()
        self.proc.wait(10)
