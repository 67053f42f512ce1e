#!/usr/bin/env python3
"""Draws HTML files with Chromium, for people to look at.

    scripts/screenshots.py FOLDER FILE...

Writes for each FILE.html into FOLDER: FILE-light.png and FILE-dark.png (1200 px wide), FILE-narrow.png (400 px), each with the
whole page; FILE-first.png (what a window of 1200 × 800 shows first); and FILE.pdf (printed on A4). Prints the times that
the pages say they took, and every message of their consoles; ends with status 1 if there are messages.
"""
import base64
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
TELLING = ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")


class Browser:
    """Chromium without a window. It takes JSON texts of the DevTools protocol, with a zero byte after each, on a socket."""

    def __init__(self, profile):
        names = [os.environ.get("PLUSONE_BROWSER", ""), *BROWSERS]
        program = next((name for name in names if name and shutil.which(name)), None)
        if program is None:
            sys.exit("scripts/screenshots.py: there is no Chromium or Chrome; run `make browser`")
        self.socket, other = socket.socketpair()
        self.socket.settimeout(60)
        self.process = subprocess.Popen(
            ["/bin/sh", "-c", 'exec "$@" 3<&0 4>&0 </dev/null >/dev/null 2>&1', "sh", program, "--headless=new",
             "--no-sandbox", "--no-first-run", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars",
             "--remote-debugging-pipe", f"--user-data-dir={profile}"], stdin=other)
        other.close()
        self.calls, self.rest, self.messages = 0, b"", []

    def call(self, method, session=None, **parameters):
        """The result of a call. Messages of pages that come meanwhile are kept."""
        self.calls += 1
        text = {"id": self.calls, "method": method, "params": parameters}
        self.socket.sendall(json.dumps(text | ({"sessionId": session} if session else {})).encode() + b"\0")
        while True:
            while b"\0" not in self.rest:
                self.rest += self.socket.recv(1 << 16) or sys.exit("scripts/screenshots.py: the browser has ended")
            text, self.rest = self.rest.split(b"\0", 1)
            answer = json.loads(text)
            if answer.get("method") in TELLING:
                self.messages.append(f"{answer['method']}: {json.dumps(answer['params'])[:500]}")
            if answer.get("id") == self.calls:
                if "error" in answer:
                    sys.exit(f"scripts/screenshots.py: {method}: {answer['error']}")
                return answer["result"]

    def close(self):
        self.socket.close()
        self.process.wait()


class Page:
    """A page of a file, drawn for a window of this width."""

    def __init__(self, browser, file, width, scheme):
        self.browser = browser
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Runtime", "Log", "Page"):
            self.call(f"{domain}.enable")
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.call("Page.navigate", url=file.resolve().as_uri())
        deadline = time.monotonic() + 30
        while not self.milliseconds() and time.monotonic() < deadline:
            time.sleep(0.05)

    def call(self, method, **parameters):
        return self.browser.call(method, self.session, **parameters)

    def milliseconds(self):
        answer = self.call("Runtime.evaluate", expression="document.documentElement?.dataset.drawn")
        return answer["result"].get("value")

    def picture(self, whole):
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1}
        return self.call("Page.captureScreenshot", **({"captureBeyondViewport": True, "clip": clip} if whole else {}))

    def printed(self):
        return self.call("Page.printToPDF", paperWidth=8.27, paperHeight=11.69, printBackground=True,
                         preferCSSPageSize=True)


def save(answer, path):
    path.write_bytes(base64.b64decode(answer["data"]))


def main(folder, *files):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(profile)
        for file in map(pathlib.Path, files):
            name = folder / file.stem
            for kind, width, scheme in (("light", 1200, "light"), ("dark", 1200, "dark"), ("narrow", 400, "light")):
                page = Page(browser, file, width, scheme)
                print(f"{file} {kind}: drawn in {page.milliseconds() or 'an unknown number of'} ms")
                save(page.picture(whole=True), name.with_name(f"{name.name}-{kind}.png"))
                if kind == "light":
                    save(page.picture(whole=False), name.with_name(f"{name.name}-first.png"))
                    save(page.printed(), name.with_name(f"{name.name}.pdf"))
        browser.close()
    for message in browser.messages:
        print(message)
    sys.exit(1 if browser.messages else 0)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
