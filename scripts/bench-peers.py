#!/usr/bin/env python3
"""Compare plusone's solver time with glpsol's and HiGHS's on the same exported LP, in one run.

    scripts/bench-peers.py PLUSONE [SIZE ...]          SIZE such as 40x4x10, or S, M, L, XL

For each size: makes the synthetic instance, exports its LP, and solves it RUNS times, in turn with
plusone, glpsol (with its default settings) and HiGHS (simplex, one thread; only if this Python has highspy). Prints medians and ratios of seconds in the solver, the seconds of the whole
command, the seconds outside the solver, and plusone's peak memory. Ends with status 1 if optima
differ. Environment: RUNS (3), GLPSOL_LIMIT seconds (60; 0 leaves glpsol out), SEED (1).
"""
import json
import os
import re
import resource
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
SEED = os.environ.get("SEED", "1")


def plusone(program, folder):
    """Seconds in the solver, seconds of the process, summary, and peak memory in MB of one solve."""
    command = [program, "solve", folder, "--model", folder + "/model.yaml", "--format", "json"]
    began = time.monotonic()
    process = subprocess.Popen(
        command + ["--out", folder + "-plan"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    whole = time.monotonic() - began
    if status != 0:
        sys.exit(f"plusone failed on {folder}")
    with open(folder + "-plan/summary.json") as file:
        summary = json.load(file)
    return summary["times"]["solve"], whole, summary, usage.ru_maxrss / 1024


def glpsol(lp):
    """Seconds of glpsol's simplex and its optimum; (None, None) if the time limit came first."""
    output = subprocess.run(
        ["glpsol", "--freemps", lp, "--tmlim", str(GLPSOL_LIMIT)],
        capture_output=True, text=True, check=True).stdout
    if "OPTIMAL LP SOLUTION FOUND" not in output and "OPTIMAL SOLUTION FOUND" not in output:
        return None, None
    seconds = float(re.search(r"Time used:\s+([\d.]+)", output).group(1))
    values = re.findall(r"obj =\s+(\S+)", output)
    return seconds, float(values[-1])


def highs(lp):
    """Seconds of HiGHS's simplex on one thread and its optimum."""
    model = highspy.Highs()
    model.setOptionValue("output_flag", False)
    model.setOptionValue("solver", "simplex")
    model.setOptionValue("parallel", "off")
    model.setOptionValue("threads", 1)
    model.readModel(lp)
    began = time.monotonic()
    model.run()
    return time.monotonic() - began, model.getInfo().objective_function_value


def same(a, b):
    return abs(a - b) <= 1e-6 * max(1, abs(a))


def compare(program, name, size, home):
    folder = f"{home}/{name}"
    subprocess.run(
        [program, "new", folder, "--synthetic", size, "--seed", SEED],
        check=True, stdout=subprocess.DEVNULL)
    lp = folder + ".mps"
    subprocess.run(
        [program, "export", folder, "--model", folder + "/model.yaml", "--format", "mps",
         "--out", lp],
        check=True, stdout=subprocess.DEVNULL)
    ours, wholes, others, peak = [], [], [], 0
    peers = {"glpsol": [], "HiGHS": []}
    agree = True
    for run in range(RUNS):
        seconds, whole, summary, memory = plusone(program, folder)
        ours.append(seconds)
        wholes.append(whole)
        times = summary["times"]
        others.append(sum(times[key] for key in ("read", "build", "extract", "write")))
        peak = max(peak, memory)
        answers = []
        if highspy:
            seconds, value = highs(lp)
            peers["HiGHS"].append(seconds)
            answers.append(value)
        if GLPSOL_LIMIT and run == 0:
            seconds, value = glpsol(lp)
            if seconds is not None:
                peers["glpsol"].append(seconds)
                answers.append(value)
        agree = agree and all(same(summary["objective"], value) for value in answers)
    own = statistics.median(ours)
    sizes = summary["sizes"]
    print(f"{name} {size}: {sizes['rows']} rows, {sizes['columns']} columns, "
          f"{sizes['nonzeros']} nonzeros, {summary['iterations']} iterations")
    print(f"  plusone {own:.3f} s in the solver; read, build, extract, write "
          f"{statistics.median(others):.3f} s; whole command {statistics.median(wholes):.3f} s; "
          f"peak {peak:.0f} MB")
    for peer, seconds in peers.items():
        if seconds:
            # glpsol's clock has steps of a tenth of a second.
            median = statistics.median(seconds)
            share = f"plusone takes {own / median:.2f} of it" if median else "too quick for its clock"
            print(f"  {peer} {median:.3f} s; {share}")
    if not agree:
        print("  the optima DIFFER")
    return agree


def main():
    program, *names = sys.argv[1:] or sys.exit(__doc__)
    names = names or ["S", "M", "L"]
    with tempfile.TemporaryDirectory() as home:
        results = [compare(program, name, SIZES.get(name, name), home) for name in names]
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
