#!/usr/bin/env python3
"""Starts the service, asks it what it should answer and refuse, and loads it.

    check.py PATH-OF-BINARY [--seconds 5] [--clients 64]
"""

import argparse, http.client, json, os, random, subprocess, sys, threading, time, urllib.parse

arguments = argparse.ArgumentParser()
arguments.add_argument("binary")
arguments.add_argument("--seconds", type=float, default=5)
arguments.add_argument("--clients", type=int, default=64)
arguments.add_argument("--port", type=int, default=18231)
options = arguments.parse_args()
here = os.path.dirname(os.path.abspath(__file__))
service = subprocess.Popen(
    [options.binary, os.path.join(here, "../../acme"), "--as-of", "2026-06-30",
     "--port", str(options.port)],
    env={**os.environ, "AUDITOR_TOKEN": "auditor", "LOG_LEVEL": "error"})
failures = []


def send(method, path, body=None, token=None, timeout=30):
    connection = http.client.HTTPConnection("127.0.0.1", options.port, timeout=timeout)
    try:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode(), answer.headers
    finally:
        connection.close()


def ask(question, token=None, **parameters):
    body = json.dumps({"question": question, "parameters": parameters})
    return send("POST", "/questions", body, token)


def expect(what, holds):
    if not holds:
        failures.append(what)
        print("FAILED:", what)


def wait():
    for _ in range(200):
        try:
            return send("GET", "/", timeout=2)
        except OSError:
            if service.poll() is not None:
                sys.exit("the service does not start")
            time.sleep(0.1)
    sys.exit("the service does not answer")


def resident():
    with open(f"/proc/{service.pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) // 1024


# Each day of two thousand years, for each asset, with two counts: it would take minutes.
HEAVY = ("periods since 0001-01-01 per asset when number of assets whose review date is before its "
         "review date plus 3 days is above number of people whose start date is before today")
HOSTILE = [
    "(" * 30000, "a or " * 9000 + "a", "people " + "who own something " * 900, "\u0000", "\u202e" * 400,
    HEAVY, "controls owned by \"x\" or true", "use \"iso27001\"", "load people from \"/etc/passwd\"",
    "save \"x.remit\"", "remove person \"Ann Li\"", "everything " * 600, "x" * 70000,
]
try:
    wait()
    status, body, _ = ask("controls owned by $owner showing ref, owner", owner="Ann Li")
    expect("a question is answered", status == 200 and json.loads(body)["rows"] == [["A.8.8", ["Ann Li"]]])
    status, body, _ = ask("controls owned by $owner", owner="x\" or true")
    expect("a value stays a value", status == 400 and "unknown-name" in body and "or true" not in body)
    status, body, _ = ask("controls with no onwer")
    edit = json.loads(body)["error"]["diagnostics"][0]
    expect("a mistake has a place and an edit",
           status == 400 and edit["column"] == 18 and edit["edits"][0][0]["replacement"] == "owner")
    expect("what is hidden is unknown", "unknown-word" in ask("number of incidents")[1])
    expect("and suggested by nothing", "incident" not in send("GET", "/completions?text=number+of+inc")[1])
    expect("what is denied is forbidden", ask("people whose employment is external")[0] == 403)
    expect("an auditor may ask", ask("number of incidents", token="auditor")[0] == 200)
    expect("nobody changes anything", ask("remove person \"Ann Li\"", token="auditor")[0] == 400)
    started = time.monotonic()
    status, body, _ = ask(HEAVY, token="auditor")
    print("a heavy question:", status, json.loads(body)["error"].get("limit"))
    expect("a heavy question ends within its limit",
           status == 413 and time.monotonic() - started < 5)
    status, page, headers = send("GET", "/?q=" + urllib.parse.quote("controls with no owner"))
    expect("the page has a table and needs nothing else",
           status == 200 and "<table>" in page and "http" not in page.replace("http-equiv", "")
           and "default-src 'none'" in headers["Content-Security-Policy"])
    _, page, _ = send("GET", "/?q=" + urllib.parse.quote("<script>alert(1)</script>"))
    expect("text is never markup", "<script" not in page)

    before, end = resident(), time.monotonic() + options.seconds
    counts, slowest, lock = {}, [0.0], threading.Lock()

    def client(seed):
        dice = random.Random(seed)
        while time.monotonic() < end:
            question = dice.choice(HOSTILE + ["controls with no owner", "people", HEAVY])
            began = time.monotonic()
            try:
                status = ask(question, dice.choice([None, "auditor"]))[0]
            except OSError as error:
                status = type(error).__name__
            with lock:
                counts[status] = counts.get(status, 0) + 1
                slowest[0] = max(slowest[0], time.monotonic() - began)

    clients = [threading.Thread(target=client, args=(seed,)) for seed in range(options.clients)]
    for thread in clients:
        thread.start()
    for thread in clients:
        thread.join()
    print(f"{options.clients} clients, {options.seconds:g} s: {counts}, slowest {slowest[0]:.2f} s, "
          f"memory {before} MiB before, {resident()} MiB after")
    expect("every request is answered or refused", all(isinstance(code, int) for code in counts))
    expect("soon", slowest[0] < 20)
    expect("nothing fails inside", not any(isinstance(c, int) and c == 500 for c in counts))
    expect("and it goes on", ask("controls with no owner")[0] == 200)
finally:
    service.terminate()
    service.wait()
sys.exit(1 if failures else 0)
