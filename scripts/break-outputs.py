#!/usr/bin/env python3
"""Ends the program while it writes, and fills its disk: no earlier file may be lost.

    scripts/break-outputs.py PROGRAM [KILLS] [DISKS]

Kills `solve`, `stockpile`, `import` and `study` KILLS times in all, by SIGHUP, SIGINT, SIGTERM, SIGQUIT and SIGKILL in turn,
at random moments and while they write. Then runs each command that writes on disks with less and less room (only if
this user may mount a tmpfs). After each run old results must be complete, only SIGKILL may leave a hidden folder, and
the next run must work and remove it. Prints what happened; ends with status 1 if anything is wrong.
"""
import collections
import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CASE = f"{PACKAGE}/Tests/Cases/everything"
MODELS = f"{PACKAGE}/models"
STUDY = f"""instance: {CASE}
options:
  - model: {MODELS}/baseline.yaml
  - {{model: {MODELS}/reliance-cap.yaml, name: below-60, set: {{cap: 60%}}}}
"""
TRADE = """refYear,reporterCode,flowCode,partnerCode,cmdCode,netWgt,primaryValue
2023,392,M,156,284610,500000,5000000
2023,392,M,0,284610,900000,9000000
"""
MAP = "commodities: [{commodity: compounds, hs: 284610}]\n"
TELLING_TIMES = ("summary.json", "times.json", "times.csv")
wrong = 0


def complain(text):
    global wrong
    wrong += 1
    print("WRONG:", text)


def tree(folder):
    """Hashes of all files by path."""
    files = {}
    for path, _, names in os.walk(folder):
        for name in names:
            file = os.path.join(path, name)
            with open(file, "rb") as contents:
                digest = hashlib.sha256(contents.read()).hexdigest()
            files[os.path.relpath(file, folder)] = digest
    return files


def timeless(files):
    return {k: v for k, v in files.items() if os.path.basename(k) not in TELLING_TIMES}


def hidden(folder):
    """Paths of hidden folders, also of empty ones, and of the marks beside them."""
    return {
        os.path.relpath(os.path.join(path, name), folder)
        for path, names, files in os.walk(folder) for name in names + files if ".plusone-" in name}


def seen(files):
    """Files that are not hidden and have no times in them."""
    return {k: v for k, v in timeless(files).items() if ".plusone-" not in k}


def write_inputs(folder):
    for name, text in [("study.yaml", STUDY), ("trade.csv", TRADE), ("map.yaml", MAP)]:
        with open(f"{folder}/{name}", "w") as file:
            file.write(text)


def commands(program):
    inputs = [CASE, "--model", f"{MODELS}/baseline.yaml"]
    goals = [CASE, "--model", f"{MODELS}/reliance-cap.yaml", "--set", "cap=60%"]
    return {
        # Its model has goals, so that the folder of the plan has the folder of the plan without goals.
        "solve": [program, "solve", *goals, "--out", "plan"],
        "stress": [program, "stress", *goals, "--out", "plan"],
        "export": [program, "export", *inputs, "--format", "lp", "--out", "program.lp"],
        "chokepoints": [program, "chokepoints", *inputs, "--out", "points.csv"],
        "new": [program, "new", "mine"],
        "stockpile": [
            program, "stockpile", *inputs, "--service", "50%", "--members", "allies", "--out", "stocks"],
        "import": [
            program, "import", "comtrade", "trade.csv", "--map", "map.yaml", "--into", "home", "--replace"],
        "study": [program, "study", "study.yaml", "--out", "results", "--resume"],
    }


def anew(command):
    """The command of a study that computes all of its runs."""
    return ["--replace" if part == "--resume" else part for part in command]


def run(command, folder):
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


def wait_to_write(process, folder, known, seconds):
    """Waits until a hidden folder appears, or the time is over."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None and hidden(folder) <= known:
        time.sleep(0.0005)


def kill_often(name, command, count):
    signals = [signal.SIGHUP, signal.SIGINT, signal.SIGTERM, signal.SIGQUIT, signal.SIGKILL]
    ends = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        write_inputs(folder)
        # A second import of the same file changes nothing.
        for _ in range(2):
            started = time.monotonic()
            run(command, folder)
            seconds = time.monotonic() - started
        whole = seen(tree(folder))
        if name == "solve" and "plan/without_goals/plusone.json" not in whole:
            complain("solve: has written no plan without goals")
        # With finished runs a study would have nothing to write.
        resumed, command = command, anew(command)
        for number in range(count):
            sent = signals[number % len(signals)]
            before = hidden(folder)
            process = subprocess.Popen(
                command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if number % 2 == 0:
                wait_to_write(process, folder, before, 10 * seconds)
                time.sleep(random.uniform(0, 0.02))
            else:
                time.sleep(random.uniform(0.1, 1.1) * seconds)
            process.send_signal(sent)
            status = process.wait()
            ends[sent.name if status == -sent else f"status {status}"] += 1
            if status not in (0, -sent):
                complain(f"{name}: {sent.name} ended it with {status}")
            left = hidden(folder) - before
            if left and sent != signal.SIGKILL:
                complain(f"{name}: {sent.name} left {sorted(left)}")
            check_kept(name, sent, whole, seen(tree(folder)))
        last = run(resumed, folder)
        if last.returncode != 0 or seen(tree(folder)) != whole or hidden(folder):
            complain(f"{name}: not whole after it was run again: {hidden(folder)} {last.stderr}")
    if not any(sent.name in ends for sent in signals):
        complain(f"{name}: no signal has ended it")
    print(f"{name}: {count} signals: {dict(ends)}")


def check_kept(name, sent, whole, now):
    """After a kill everything is as before; in a study every run, while files about all runs may be old or new."""
    if name == "study":
        whole, now = ({k: v for k, v in files.items() if "runs/" in k} for files in (whole, now))
    if now != whole:
        complain(f"{name}: {sent.name} changed {sorted(set(now.items()) ^ set(whole.items()))}")


def fill_disks(name, command, count):
    """Runs a command on disks with 0, 4, 8 … kilobytes left."""
    ends = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder]
            if subprocess.run(mount, capture_output=True).returncode != 0:
                return print(f"{name}: left out, a tmpfs cannot be mounted")
            try:
                fill_disk(name, command, folder, 4 * number, ends)
            finally:
                subprocess.run(["umount", folder], check=True)
    print(f"{name}: {count} disks: {dict(ends)}")


def fill_disk(name, command, folder, kilobytes, ends):
    write_inputs(folder)
    if name != "new":
        run(command, folder)
    old = tree(folder)
    room = os.statvfs(folder)
    filler = room.f_bavail * room.f_bsize - 1024 * kilobytes
    with open(f"{folder}/filler", "wb") as file:
        file.write(bytes(max(0, filler)))
    result = run(anew(command), folder)
    os.remove(f"{folder}/filler")
    ends[f"status {result.returncode}"] += 1
    files = tree(folder)
    if result.returncode not in (0, 73):
        complain(f"{name}: {kilobytes} kB: status {result.returncode}: {result.stderr}")
    if result.returncode == 73 and "cannot be written: No space left" not in result.stderr:
        complain(f"{name}: {kilobytes} kB: says {result.stderr}")
    if hidden(folder):
        complain(f"{name}: {kilobytes} kB: left {hidden(folder)}")
    kept = files if name != "study" else {k: v for k, v in files.items() if k in old}
    if result.returncode == 73 and timeless(kept).keys() != timeless(old).keys():
        complain(f"{name}: {kilobytes} kB: lost {sorted(old.keys() - files.keys())}")
    if result.returncode == 73 and name != "study" and files != old:
        complain(f"{name}: {kilobytes} kB: changed what was there")
    if run(command, folder).returncode != (73 if name == "new" and result.returncode == 0 else 0):
        complain(f"{name}: {kilobytes} kB: does not work again")


def main():
    program = os.path.abspath(sys.argv[1])
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    disks = int(sys.argv[3]) if len(sys.argv) > 3 else 50
    random.seed(20100907)
    # A shell lets its background processes ignore SIGINT and SIGQUIT.
    signal.signal(signal.SIGQUIT, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    all_commands = commands(program)
    for name in ["solve", "stockpile", "import", "study"]:
        kill_often(name, all_commands[name], kills // 4)
    for name, command in all_commands.items():
        fill_disks(name, command, disks)
    sys.exit(1 if wrong else 0)


main()
