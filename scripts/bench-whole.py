#!/usr/bin/env python3
"""Compare whole processes: plusone with the same models written in linopy (HiGHS) and Pyomo (glpsol).

    scripts/bench-whole.py PLUSONE [SIZE ...]          SIZE such as 40x4x10, or S, M, L, XL

For each size: from the folder of a synthetic instance to its optimal plan, files written (plusone) or optimum
printed (the others, scripts/peers). Then, on M, the 30 losses of its disruptions: `plusone stress` with all its
stages, markets' limits and tables, compared with one LP for the least lost value of each in linopy. All run in
turn, RUNS times. Prints medians of wall and processor time, and ratios; ends with status 1 if answers differ. A
peer is left out if this Python cannot import it, or if its solver is missing. Environment: RUNS (3), SEED (1).
"""
import csv
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

PEERS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "peers")
NEEDS = {"linopy": "linopy, highspy, pandas, yaml", "pyomo": "pyomo.environ, yaml"}
PROGRAMS = {"linopy": [], "pyomo": ["glpsol"]}
SIZES = {"S": "10x4x7", "M": "20x4x10", "L": "40x4x10", "XL": "60x5x20"}
RUNS = int(os.environ.get("RUNS", "3"))


def timed(*command):
    """Seconds of a process, its processor seconds, and what it printed."""
    before, began = processor(), time.monotonic()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(command)}:\n{done.stderr}")
    return (time.monotonic() - began, processor() - before), done.stdout


def processor():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def installed(peer):
    if not all(map(shutil.which, PROGRAMS[peer])):
        return False
    return subprocess.run([sys.executable, "-c", f"import {NEEDS[peer]}"], capture_output=True).returncode == 0


def plan(program, folder):
    """Seconds and optimum of plusone, which writes its plan next to the folder."""
    seconds, _ = timed(
        program, "solve", folder, "--model", folder + "/model.yaml", "--out", folder + "-plan")
    with open(folder + "-plan/summary.json") as file:
        return seconds, [json.load(file)["objective"]]


def stress(program, folder):
    """Seconds and the world's lost value in each disruption."""
    seconds, _ = timed(
        program, "stress", folder, "--model", folder + "/model.yaml", "--plan", folder + "-plan",
        "--out", folder + "-stress")
    lost = {}
    with open(folder + "-stress/stress.csv", newline="") as file:
        for row in csv.DictReader(file):
            lost[row["disruption"]] = lost.get(row["disruption"], 0) + float(row["lost_value"])
    return seconds, list(lost.values())


def script(name, *arguments):
    """Seconds of a peer, and the number at the end of each line that it printed, if there is one."""
    seconds, text = timed(sys.executable, f"{PEERS}/{name}.py", *arguments)
    answers = []
    for line in text.splitlines():
        try:
            answers.append(float(line.split(",")[-1]))
        except ValueError:
            continue  # a solver's banner
    return seconds, answers


def same(mine, others):
    return len(mine) == len(others) and all(
        abs(a - b) <= 1e-6 * max(1, abs(a)) for a, b in zip(mine, others))


def compare(title, own, peers):
    """Runs all in turn and prints medians and ratios; returns whether the answers agree."""
    seconds, agree = {name: [] for name in ["plusone", *peers]}, True
    for _ in range(RUNS):
        took, answers = own()
        seconds["plusone"].append(took)
        for name, peer in peers.items():
            took, others = peer()
            seconds[name].append(took)
            agree = agree and same(answers, others)
    wall, busy = ({name: statistics.median(time[kind] for time in times) for name, times in seconds.items()}
                  for kind in (0, 1))
    print(f"{title}: plusone {wall['plusone']:.2f} s, processor time {busy['plusone']:.2f} s")
    for name in peers:
        print(f"  {name} {wall[name]:.2f} s, {wall[name] / wall['plusone']:.1f} times as long; "
              f"processor time {busy[name]:.2f} s, {busy[name] / busy['plusone']:.1f} times")
    if not agree:
        print("  the answers DIFFER")
    return agree


def main():
    program, *names = sys.argv[1:] or sys.exit(__doc__)
    peers = {"linopy → HiGHS": "linopy", "Pyomo → glpsol": "pyomo"}
    peers = {title: peer for title, peer in peers.items() if installed(peer)}
    agree = True
    with tempfile.TemporaryDirectory() as home:
        for name in names or ["M", "L"]:
            folder = f"{home}/{name}"
            timed(program, "new", folder, "--synthetic", SIZES.get(name, name), "--seed",
                  os.environ.get("SEED", "1"))
            agree &= compare(name, lambda: plan(program, folder), {
                title: lambda peer=peer: script(f"plan_{peer}", folder)
                for title, peer in peers.items()})
            if name == "M":
                agree &= compare("M, 30 losses", lambda: stress(program, folder), {
                    title: lambda: script("stress_linopy", folder, folder + "-plan")
                    for title, peer in peers.items() if peer == "linopy"})
    sys.exit(0 if agree else 1)


if __name__ == "__main__":
    main()
