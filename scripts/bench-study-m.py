#!/usr/bin/env python3
"""Time a study on a synthetic instance of 20 regions, 4 stages and 10 periods, on one core and on two.

    scripts/bench-study-m.py PLUSONE

8 options × 4 variations × 10 disruptions × 2 ways of sharing stocks: 32 plans, 704 stress windows. Prints wall
time, processor time and the processors that were busy, for one job and for two; the speed-up; and the share of
processor time outside planning and stress, and (if there is a C compiler and LD_PRELOAD) outside GLPK's
simplex and branch and cut. Ends with status 1 if an answer is wrong or depends on the number of jobs.
Environment: SIZE (20x4x10), SEED (1).
"""
import csv
import filecmp
import os
import resource
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
STUDY = """
name: benchmark
instance: .
options:
  - {{model: {models}/baseline.yaml, name: no-cap}}
  - {{model: {models}/reliance-cap.yaml, name: cap-50, set: {{cap: 50%, by: 3}}}}
  - {{model: {models}/reliance-cap.yaml, name: cap-20, set: {{cap: 20%, by: 3}}}}
  - {{model: {models}/diversified.yaml, name: diversified, set: {{by: 3}}}}
  - {{model: {models}/onshoring.yaml, name: onshoring}}
  - {{model: {models}/stock-cover.yaml, name: cover, set: {{days: 30, critical_days: 45}}}}
  - {{model: {models}/trusted-chain.yaml, name: trusted-chain, set: {{partners: R3}}}}
  - {{model: {models}/china-plus-one.yaml, name: plus-one}}
variations:
  - {{name: demand-up, edit: [{{table: demands, column: quantity, multiply: 1.1}}]}}
  - {{name: dear-trade, edit: [{{table: lanes, column: unit_cost, multiply: 1.5}}]}}
  - {{name: dear-plants, edit: [{{table: projects, column: capex, multiply: 1.4}}]}}
disruptions: [{disruptions}]
sharing: [{{mode: own}}, {{mode: pooled, members: world}}]
"""


def compile_clock(home):
    """The library that counts the time inside GLPK; None if it cannot be built."""
    library = home + "/clock.so"
    try:
        subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", library, HERE + "/glpk-clock.c", "-ldl"],
                       check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return library if sys.platform == "linux" else None


def run(program, home, jobs, clock):
    """Wall seconds, processor seconds, and seconds inside GLPK (None: not counted) of the study."""
    environment = dict(os.environ, LD_PRELOAD=clock) if clock else None
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(
        [program, "study", home + "/M/study.yaml", "--out", f"{home}/{jobs}", "--jobs", str(jobs)],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment)
    wall, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(done.stderr)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, float(done.stderr.split()[-2]) if clock else None


def table(file):
    with open(file, newline="") as lines:
        return list(csv.DictReader(lines))


def wrong(folder):
    """Complaints about the answers."""
    runs = table(folder + "/comparison.csv")
    if len(runs) != 32 or any(run["status"] != "optimal" for run in runs):
        yield f"{len(runs)} runs: {sorted({run['status'] for run in runs})}"
    cost = {(run["option"], run["variation"]): float(run["cost"]) for run in runs}
    for variation in sorted({run["variation"] for run in runs}):
        steps = [cost[option, variation] for option in ("no-cap", "cap-50", "cap-20")]
        if not steps[0] < steps[1] < steps[2]:
            yield f"{variation}: a tighter cap is not dearer: {steps}"
    for run in runs:
        if float(run["lost_worst_pooled"]) > float(run["lost_worst_own"]) * (1 + 1e-7):
            yield f"{run['run']}: pooled stocks lose more than each region's own"


def differences(one, two):
    """Files of two folders whose bytes differ, except files with times."""
    files = [{os.path.relpath(f"{root}/{name}", top) for root, _, names in os.walk(top) for name in names}
             for top in (one, two)]
    for name in sorted(files[0] ^ files[1]):
        yield name + " is there once only"
    for name in sorted(files[0] & files[1]):
        if not os.path.basename(name).startswith("times.") and not filecmp.cmp(
                f"{one}/{name}", f"{two}/{name}", shallow=False):
            yield name + " differs"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as home:
        subprocess.run([program, "new", home + "/M", "--synthetic", os.environ.get("SIZE", "20x4x10"),
                        "--seed", os.environ.get("SEED", "1")], check=True, stdout=subprocess.DEVNULL)
        with open(home + "/M/study.yaml", "w") as file:
            file.write(STUDY.format(
                models=os.path.abspath(HERE + "/../models"),
                disruptions=", ".join(f"loss-R{region}" for region in range(1, 11))))
        clock = compile_clock(home)
        walls, busy = {}, {}
        for jobs in (1, 2):
            walls[jobs], cpu, solver = run(program, home, jobs, clock)
            busy[jobs] = cpu
            steps = sum(float(row["plan"]) + float(row["stress"]) for row in table(f"{home}/{jobs}/times.csv"))
            print(f"{jobs} at once: {walls[jobs]:.1f} s, processor time {cpu:.1f} s, "
                  f"{cpu / walls[jobs]:.2f} processors busy")
            print(f"  outside plans and stress {1 - steps / (jobs * walls[jobs]):.1%} of the time"
                  + (f", outside GLPK {1 - solver / cpu:.1%} of processor time" if clock else ""))
        print(f"speed-up {walls[1] / walls[2]:.2f}; by processor time, as on an idle machine, "
              f"at most {2 * busy[1] / busy[2]:.2f}")
        mistakes = [*wrong(home + "/1"), *differences(home + "/1", home + "/2")]
        print("\n".join(mistakes) if mistakes else "32 optimal runs, the same bytes from one job and from two")
        sys.exit(1 if mistakes else 0)


if __name__ == "__main__":
    main()
