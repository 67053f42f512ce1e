#!/usr/bin/env python3
"""Compare plusone's solver time with glpsol's and HiGHS's on the same exported program, in one run.

    scripts/bench-peers.py PLUSONE [SIZE ...]          SIZE such as 40x4x10, or S, M, L, XL

For each size and question (below): makes the synthetic instance, exports the program, and solves it RUNS times, in turn
with plusone, glpsol (with its default settings, once) and HiGHS (simplex or branch and cut, one thread; only if this
Python has highspy). Prints medians and ratios of seconds in the solver, the seconds of the whole command, the seconds
outside the solver, and plusone's peak memory. The whole command of a question with goals also plans without the goals.
Ends with status 1 if optima differ.

Questions, with QUESTIONS=NAME,... (default: cap):

    cap         the model of the instance: at most 30 % from the rival
    resilience  80 % of home's demand served in each of three disruptions (models/resilient.yaml)
    risk        cost, expected loss and CVaR of home over three disruptions (models/risk-averse.yaml)
    plus-one    two suppliers other than the rival with 20 % each (models/china-plus-one.yaml), integers
    decline     cap, and no flow falls by more than 25 % a year

Environment: QUESTIONS, RUNS (3), GLPSOL_LIMIT seconds (60; 0 leaves glpsol out), HIGHS_LIMIT seconds (600), SEED (1).
"""
import csv
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

try:
    import highspy
except ImportError:
    highspy = None

SIZES = {"S": "10x4x7", "M": "20x4x10", "L": "40x4x10", "XL": "60x5x20"}
RUNS = int(os.environ.get("RUNS", "3"))
GLPSOL_LIMIT = int(os.environ.get("GLPSOL_LIMIT", "60"))
HIGHS_LIMIT = float(os.environ.get("HIGHS_LIMIT", "600"))
SEED = os.environ.get("SEED", "1")
MODELS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../models")
LOSSES = ["loss-R2", "loss-R3", "loss-R4"]
# The model (nothing: that of the instance) and its settings.
QUESTIONS = {
    "cap": (None, []),
    "resilience": ("resilient", [f"against=[{', '.join(LOSSES)}]", "service=80%", "worst_month=0%"]),
    "risk": ("risk-averse", []),
    "plus-one": ("china-plus-one", ["sources=2", "share=20%", "critical_share=20%", "by=last"]),
    "decline": (None, ["max_decline=25%"]),
}


def prepare(program, folder, size):
    """The synthetic instance, with a probability of 5 % a year for each of LOSSES, and its model with `max_decline`."""
    subprocess.run([program, "new", folder, "--synthetic", size, "--seed", SEED], check=True, stdout=subprocess.DEVNULL)
    path = folder + "/disruptions.csv"
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    with open(path, "w", newline="") as file:
        writer = csv.DictWriter(file, [*rows[0], "probability"], lineterminator="\n")
        writer.writeheader()
        writer.writerows({**row, "probability": "0.05" if row["disruption"] in LOSSES else "0"} for row in rows)
    with open(folder + "/model.yaml", "a") as file:
        file.write("parameters: {max_decline: 100%}\nmax_decline: $max_decline\n")


def question(folder, name):
    """The arguments of plusone for a question about the instance in a folder."""
    model, settings = QUESTIONS[name]
    path = f"{MODELS}/{model}.yaml" if model else folder + "/model.yaml"
    return [folder, "--model", path, *(word for setting in settings for word in ("--set", setting))]


def plusone(program, words, folder):
    """Seconds in the solver, seconds of the process, summary, and peak memory in MB of one solve."""
    began = time.monotonic()
    process = subprocess.Popen(
        [program, "solve", *words, "--format", "json", "--out", folder + "-plan"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    whole = time.monotonic() - began
    if status != 0:
        sys.exit(f"plusone failed on {' '.join(words)}")
    with open(folder + "-plan/summary.json") as file:
        summary = json.load(file)
    return summary["times"]["solve"], whole, summary, usage.ru_maxrss / 1024


def glpsol(program):
    """Seconds of glpsol and its optimum; (None, None) if the time limit came first."""
    output = subprocess.run(
        ["glpsol", "--freemps", program, "--tmlim", str(GLPSOL_LIMIT)],
        capture_output=True, text=True, check=True).stdout
    if not re.search("INTEGER OPTIMAL SOLUTION FOUND|OPTIMAL (LP )?SOLUTION FOUND", output) or "TIME LIMIT" in output:
        return None, None
    seconds = float(re.search(r"Time used:\s+([\d.]+)", output).group(1))
    values = re.findall(r"(?:obj =|mip =)\s+(\S+)", output)
    return seconds, float(values[-1])


def highs(program):
    """Seconds of HiGHS on one thread and its optimum; (its time, None) if the time limit came first."""
    model = highspy.Highs()
    model.setOptionValue("output_flag", False)
    model.setOptionValue("solver", "simplex")
    model.setOptionValue("parallel", "off")
    model.setOptionValue("threads", 1)
    model.setOptionValue("time_limit", HIGHS_LIMIT)
    model.setOptionValue("mip_rel_gap", 1e-7)
    model.readModel(program)
    began = time.monotonic()
    model.run()
    seconds = time.monotonic() - began
    isOptimal = model.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return seconds, model.getInfo().objective_function_value if isOptimal else None


def same(a, b):
    return abs(a - b) <= 1e-6 * max(1, abs(a))


def compare(program, name, size, asked, home):
    folder = f"{home}/{name}"
    if not os.path.exists(folder):
        prepare(program, folder, size)
    words = question(folder, asked)
    exported = f"{folder}-{asked}.mps"
    subprocess.run(
        [program, "export", *words, "--format", "mps", "--out", exported], check=True, stdout=subprocess.DEVNULL)
    ours, wholes, others, peak = [], [], [], 0
    peers, late = {"glpsol": [], "HiGHS": []}, set()
    agree = True
    for run in range(RUNS):
        seconds, whole, summary, memory = plusone(program, words, folder)
        ours.append(seconds)
        wholes.append(whole)
        times = summary["times"]
        others.append(sum(times[key] for key in ("read", "build", "extract", "write")))
        peak = max(peak, memory)
        for peer, solve in (("HiGHS", highs if highspy else None), ("glpsol", glpsol if GLPSOL_LIMIT and not run else None)):
            if solve is None or peer in late:
                continue
            seconds, value = solve(exported)
            if value is None:
                late.add(peer)
                continue
            peers[peer].append(seconds)
            agree = agree and same(summary["objective"], value)
    own = statistics.median(ours)
    sizes = summary["sizes"]
    print(f"{asked}, {name} {size}: {sizes['rows']} rows, {sizes['columns']} columns, "
          f"{sizes['nonzeros']} nonzeros, {summary['iterations']} iterations")
    print(f"  plusone {own:.3f} s in the solver; read, build, extract, write "
          f"{statistics.median(others):.3f} s; whole command {statistics.median(wholes):.3f} s; "
          f"peak {peak:.0f} MB")
    for peer in late:
        print(f"  {peer}: no optimum within {HIGHS_LIMIT if peer == 'HiGHS' else GLPSOL_LIMIT:.0f} s")
    for peer, seconds in peers.items():
        if seconds:
            # glpsol's clock has steps of a tenth of a second.
            median = statistics.median(seconds)
            share = f"plusone takes {own / median:.2f} of it" if median else "too quick for its clock"
            print(f"  {peer} {median:.3f} s; {share}", flush=True)
    if not agree:
        print("  the optima DIFFER")
    os.remove(exported)
    return agree


def main():
    program, *names = sys.argv[1:] or sys.exit(__doc__)
    program = os.path.abspath(program)
    names = names or ["S", "M", "L"]
    asked = os.environ.get("QUESTIONS", "cap").split(",")
    if unknown := set(asked) - set(QUESTIONS):
        sys.exit(f"no question {', '.join(sorted(unknown))}; there are {', '.join(QUESTIONS)}")
    with tempfile.TemporaryDirectory() as home:
        results = [compare(program, name, SIZES.get(name, name), question, home) for question in asked for name in names]
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
