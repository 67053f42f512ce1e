#!/usr/bin/env python3
"""How the time of a plan grows with its instance.

    scripts/bench-growth.py PLUSONE

Makes synthetic instances of 20 regions and 4 stages with 5, 10, 20 and 40 periods, and of 10, 20, 40 and 80 regions with
4 stages and 10 periods, and plans each RUNS times, in turn. Prints the size of the program, the least seconds of
reading and building, those of solving (with the plan without goals), and the peak memory; then the exponents: with
exponent e, twice as much takes 2^e times as long (least squares of logarithms). Environment: RUNS (3), SEED (1).
"""
import json
import math
import os
import subprocess
import sys
import tempfile

RUNS = int(os.environ.get("RUNS", "3"))
SEED = os.environ.get("SEED", "1")
STAGES = 4
PERIODS = [(20, periods) for periods in (5, 10, 20, 40)]
REGIONS = [(regions, 10) for regions in (10, 20, 40, 80)]


def plan(program, folder):
    """The times and sizes of one plan, and the peak memory of the process in MB."""
    process = subprocess.Popen(
        [program, "solve", folder, "--model", folder + "/model.yaml", "--format", "json", "--out", folder + "-plan"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"plusone failed on {folder}")
    with open(folder + "-plan/summary.json") as file:
        summary = json.load(file)
    return summary["times"], summary["sizes"], usage.ru_maxrss / 1024


def exponent(points):
    """The slope of the least-squares line through the logarithms of (size, seconds)."""
    logs = [(math.log(size), math.log(seconds)) for size, seconds in points]
    mean = [sum(values) / len(logs) for values in zip(*logs)]
    return sum((x - mean[0]) * (y - mean[1]) for x, y in logs) / sum((x - mean[0]) ** 2 for x, _ in logs)


def main():
    program = os.path.abspath(sys.argv[1]) if len(sys.argv) == 2 else sys.exit(__doc__)
    sizes = sorted({*PERIODS, *REGIONS})
    best = {}
    with tempfile.TemporaryDirectory() as home:
        for regions, periods in sizes:
            size = f"{regions}x{STAGES}x{periods}"
            subprocess.run(
                [program, "new", f"{home}/{size}", "--synthetic", size, "--seed", SEED], check=True,
                stdout=subprocess.DEVNULL)
        for _ in range(RUNS):
            for regions, periods in sizes:
                times, counts, memory = plan(program, f"{home}/{regions}x{STAGES}x{periods}")
                made, solved = times["read"] + times["build"], times["solve"]
                old = best.get((regions, periods), (math.inf, math.inf, None, 0))
                best[regions, periods] = (min(made, old[0]), min(solved, old[1]), counts, max(memory, old[3]))
    print("| regions | periods | rows | columns | read and build, s | solve, s | memory, MB |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for (regions, periods), (made, solved, counts, memory) in best.items():
        print(f"| {regions} | {periods} | {counts['rows']:,} | {counts['columns']:,} | {made:.3f} | {solved:.3f} | {memory:.0f} |")
    made = exponent([(counts["rows"], made) for made, _, counts, _ in best.values()])
    by_periods = exponent([(size[1], best[size][1]) for size in PERIODS])
    by_regions = exponent([(size[0], best[size][1]) for size in REGIONS])
    print(f"exponents: read and build by rows {made:.2f}; solve by periods {by_periods:.2f}, by regions {by_regions:.2f}")


if __name__ == "__main__":
    main()
