#!/usr/bin/env python3
"""Ends the program while it writes, and fills its disk: nothing that was there may be lost.

    scripts/break-outputs.py PROGRAM [KILLS] [DISKS]

Kills `solve` and `study` KILLS times in all, by SIGHUP, SIGINT, SIGTERM, SIGQUIT and SIGKILL in turn, at random moments;
then runs each command that writes on disks with less and less room (needs leave to mount a tmpfs, else is left out).
After each, old results must be whole, no hidden folder may be left but by SIGQUIT and SIGKILL, and the next run must
work and clear those away. Prints what happened; ends with 1 where anything is wrong.
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


def hidden(files):
    return [name for name in files if ".plusone-" in name]


def commands(program):
    inputs = [CASE, "--model", f"{MODELS}/baseline.yaml"]
    return {
        "solve": [program, "solve", *inputs, "--out", "plan"],
        "stress": [program, "stress", *inputs, "--out", "plan"],
        "export": [program, "export", *inputs, "--format", "lp", "--out", "program.lp"],
        "chokepoints": [program, "chokepoints", *inputs, "--out", "points.csv"],
        "new": [program, "new", "mine"],
        "study": [program, "study", "study.yaml", "--out", "results", "--resume"],
    }


def run(command, folder):
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


def kill_at_random(name, command, count):
    signals = [signal.SIGHUP, signal.SIGINT, signal.SIGTERM, signal.SIGQUIT, signal.SIGKILL]
    ends = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        with open(f"{folder}/study.yaml", "w") as study:
            study.write(STUDY)
        started = time.monotonic()
        run(command, folder)
        seconds = time.monotonic() - started
        whole = timeless(tree(folder))
        # Runs that are there already would leave a study nothing to write.
        command = [part for part in command if part != "--resume"]
        for number in range(count):
            sent = signals[number % len(signals)]
            before = tree(folder)
            process = subprocess.Popen(
                command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(random.uniform(0.1, 1.1) * seconds)
            process.send_signal(sent)
            status = process.wait()
            ends[sent.name if status == -sent else f"status {status}"] += 1
            if status not in (0, -sent):
                complain(f"{name}: {sent.name} ended it with {status}")
            files = tree(folder)
            left = [file for file in hidden(files) if file not in before]
            if left and sent not in (signal.SIGQUIT, signal.SIGKILL):
                complain(f"{name}: {sent.name} left {left}")
            seen = {k: v for k, v in timeless(files).items() if k not in hidden(files)}
            if name == "solve" and seen != whole:
                complain(f"{name}: {sent.name} changed {sorted(set(seen.items()) ^ set(whole.items()))}")
        last = run(command + (["--resume"] if name == "study" else []), folder)
        if last.returncode != 0 or timeless(tree(folder)) != whole:
            complain(f"{name}: not whole after it was run again: {last.stderr}")
    print(f"{name}: {count} signals: {dict(ends)}")


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
    with open(f"{folder}/study.yaml", "w") as study:
        study.write(STUDY)
    if name != "new":
        run(command, folder)
    old = tree(folder)
    room = os.statvfs(folder)
    filler = room.f_bavail * room.f_bsize - 1024 * kilobytes
    with open(f"{folder}/filler", "wb") as file:
        file.write(bytes(max(0, filler)))
    again = [part for part in command if part != "--resume"]
    result = run(again, folder)
    os.remove(f"{folder}/filler")
    ends[f"status {result.returncode}"] += 1
    files = tree(folder)
    if result.returncode not in (0, 73):
        complain(f"{name}: {kilobytes} kB: status {result.returncode}: {result.stderr}")
    if result.returncode == 73 and "cannot be written: No space left" not in result.stderr:
        complain(f"{name}: {kilobytes} kB: says {result.stderr}")
    if hidden(files):
        complain(f"{name}: {kilobytes} kB: left {hidden(files)}")
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
    all_commands = commands(program)
    for name in ["solve", "study"]:
        kill_at_random(name, all_commands[name], kills // 2)
    for name, command in all_commands.items():
        fill_disks(name, command, disks)
    sys.exit(1 if wrong else 0)


main()
