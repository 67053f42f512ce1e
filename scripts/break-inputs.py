#!/usr/bin/env python3
"""Runs every command on spoiled files and arguments: every run must end as documented.

    scripts/break-inputs.py PROGRAM [--count 10000] [--jobs 2] [--seed 1] [--only N] [--keep broken-inputs]

Run N of a seed is the same on every machine. Each run takes a small instance of Tests/Cases, or a table to import or
split, and spoils one to three files, the arguments, or both (`mutations.py`). A run is wrong if it

- ends by a signal, with status 70 or with one that is not documented, or fails without saying why,
- still runs after 20 seconds (commands with a time limit get one of 5 seconds),
- changes its inputs, writes to other places than its arguments name, or leaves a hidden folder,
- prints more than 20,000 bytes or a line of more than 2,000 on standard error, or names Foundation's errors there,
- prints a control character, a character that changes the direction of text, or text that is not UTF-8,
- ends with 0 and gives JSON or CSV that cannot be read or in which a number is not finite.

Each wrong run is kept in a folder with `command`, a script that repeats it. Ends with status 1 if there is any.
"""
import argparse
import collections
import concurrent.futures
import csv
import io
import json
import os
import random
import re
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unicodedata
import zipfile

import mutations

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CASES = f"{PACKAGE}/Tests/Cases"
MODELS = sorted(name for name in os.listdir(f"{PACKAGE}/models") if name.endswith(".yaml"))
STATUSES = {0, 2, 3, 64, 65, 66, 73, 75}
HANG = 20
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
STUDY = """name: small
instance: in
options:
  - model: cap.yaml
    name: below-90
    set: {cap: 90%}
  - {model: model.yaml}
variations:
  - name: up
    edit:
      - {table: demands, where: {period: 2021}, column: quantity, multiply: 1.15}
disruptions: all
sharing:
  - {mode: own}
coordination: joint
"""
GAME = "coalition,value\nAda,6\nBo,5\nCy,4\nAda;Bo,9\nAda;Cy,8\nBo;Cy,8\nAda;Bo;Cy,11\n"
INPUTS = {"model.yaml", "cap.yaml", "study.yaml", "trade.csv", "trade-map.yaml", "baci.csv", "countries.csv",
          "usgs.csv", "wmd.csv", "wmd.xlsx", "game.csv", "weights.csv"}
WEIGHTS = "member,weight\nAda,1\nBo,2.5\nCy,4\n"
COMTRADE = """typeCode,freqCode,refYear,reporterCode,flowCode,partnerCode,cmdCode,qty,qtyUnitCode,netWgt,primaryValue
C,A,2023,392,M,0,284610,,8,900000,9000000
C,A,2023,392,M,156,284610,,8,500000,5000000
C,A,2023,392,M,156,284690,,8,100000,4000000
C,A,2023,156,X,392,284610,,8,200000,1500000
C,A,2023,251,RX,392,284610,,8,10000,50000
C,A,2023,392,M,490,284610,8000,8,,80000
C,A,2022,842,X,392,280530,,8,7000,1000
"""
COMTRADE_MAP = """home: JPN
commodities:
  - {commodity: compounds, name: Rare-earth compounds, hs: [284610, 284690], unit: t}
  - {commodity: metal, hs: 280530, unit: t}
"""
BACI = """t,i,j,k,v,q
2023,156,392,284610,5000,500
2023,156,392,284690,4000,100
2023,251,392,284610,300,
2023,490,392,284610,80,8
2023,842,392,280530,1,NA
2022,156,392,284610,2000,400
2022,156,251,284610,600,60
"""
COUNTRIES = """country_code,country_name,country_iso2,country_iso3
156,China,CN,CHN
251,France,FR,FRA
392,Japan,JP,JPN
490,"Other Asia, nes",,S19
842,USA,US,USA
"""
USGS = """Source,Country,Type,Prod_t_2021,Prod_t_est_2022,Prod_notes,Reserves_t,Reserves_notes
MCS2023,United States,"Rare earths, mine production, metric tons","42,000","43,000",,2300000,
MCS2023,Australia,"Rare earths, mine production, metric tons",W,>18000,,4200000,"Ore, 2.98 million tons"
MCS2023,Burma,"Rare earths, mine production, metric tons",35000,12000,Estimated in 2021 also.,NA,
MCS2023,Other countries,"Rare earths, mine production, metric tons",60,80,,280000,
MCS2023,World total (rounded),"Rare earths, mine production, metric tons",290000,300000,,130000000,
"""
WMD = """6.4. Production of Mineral Raw Materials of individual Countries by Minerals,,,,,
Country,unit,2021,2022,2023,data source
Australia,metr. t,150876,155007,149340,r
"Congo, D.R.",metr. t,,0,50.5,e
Indonesia,metr. t,1040000,-,2030000,e
Total,metr. t,1190876,1735007,2179390.5,
"""


def planning(name, *more, formats=("table", "csv", "json"), limit=True):
    def arguments(random):
        result = [name, "in", "--model", "model.yaml"]
        if formats:
            result += ["--format", random.choice(formats)]
        if limit:
            result += ["--time-limit", "5"]
        for option in more:
            if random.random() < 0.6:
                result += option if isinstance(option, list) else [option]
        return result
    return arguments


def stressing(name, *more):
    common = [["--sharing", "own,pooled", "--members", "allies"], ["--months", "3"], ["--jobs", "2"],
              ["--period", "2021"]]

    def arguments(random):
        stored = random.choice([[], [], ["--plan", "plan"], ["--plan", "plan", "--allow-changed"]])
        return planning(name, *common, *more)(random) + stored
    return arguments


def plain(*words, formats=("table", "csv", "json"), more=()):
    def arguments(random):
        result = list(words)
        if formats:
            result += ["--format", random.choice(formats)]
        for option in more:
            if random.random() < 0.5:
                result += option
        return result
    return arguments


# The commands, how often each is run, and on what: a case (its tables, models, a stored plan or study) or named files.
COMMANDS = {
    "validate": (2, planning("validate", formats=(), limit=False), "instance"),
    "solve": (3, planning("solve", ["--out", "out"], ["--zeros"]), "instance"),
    "stress": (2, stressing("stress", ["--out", "out"]), "plan"),
    "chokepoints": (1, stressing("chokepoints", ["--out", "out.csv"]), "plan"),
    "stockpile": (1, lambda r: stressing("stockpile", ["--out", "out"], ["--split"])(r)
                  + ["--service", r.choice(["20%", "60%", "95%"]), "--members", "allies"], "stocks"),
    "frontier": (1, lambda r: ["frontier", "in", "--model", "cap.yaml", "--vary", "cap=95%..40%", "--steps", "3",
                               "--time-limit", "5", "--format", r.choice(["table", "csv", "json"])], "instance"),
    "alternatives": (1, planning("alternatives", ["--within", "5% of total"]), "instance"),
    "explain": (1, planning("explain"), "instance"),
    "study": (2, plain("study", "study.yaml", "--time-limit", "5", "--jobs", "2",
                       more=[["--out", "results", "--resume"], ["--out", "out"]]), "study"),
    "study results": (1, plain("study", "results", "results", more=[["--where", "cost < 1e9 and feasible = yes"],
                                                                    ["--columns", "option,cost"]]), "results"),
    "report": (1, plain("report", "plan"), "stored"),
    "export": (1, planning("export", ["--out", "out.lp"], formats=("lp", "mps", "glpk"), limit=False), "instance"),
    "import comtrade": (1, plain("import", "comtrade", "trade.csv", "--map", "trade-map.yaml",
                                 more=[["--into", "out"], ["--into", "in"], ["--year", "2023"]]), "trade"),
    "import baci": (1, plain("import", "baci", "baci.csv", "--countries", "countries.csv", "--map", "trade-map.yaml",
                             more=[["--into", "out"], ["--into", "in"], ["--year", "2023"]]), "baci"),
    "import usgs": (1,
                    plain("import", "usgs", "usgs.csv", more=[["--into", "out"], ["--home", "USA"], ["--replace"]]),
                    "usgs"),
    "import wmd": (1,
                   plain("import", "wmd", more=[["--into", "out"], ["--home", "AUS"], ["wmd.csv"], ["wmd.xlsx"],
                                               ["--replace"]]),
                   "wmd"),
    "watch": (1, plain("watch", "trade.csv", "--map", "trade-map.yaml",
                       more=[["--out", "out"], ["--asof", "2023"], ["--for", "JPN"],
                             ["--instance", "in", "--model", "model.yaml", "--time-limit", "5"]]), "trade"),
    "new": (1, plain("new", "out", formats=(), more=[["--from", "in"], ["--synthetic", "3x2x3", "--seed", "7"]]),
            "instance"),
    "new --for": (1, plain("new", "out", "--for", "JPN", "--goods", "284610,metal=280530", "--countries", "countries.csv",
                           "--baci", "baci.csv", formats=(),
                           more=[["--rival", "FRA"], ["--year", "2022"], ["--wmd", "wmd.csv"], ["--mine", "metal=Nickel"]]),
                  "baci"),
    "split": (1, plain("split", "game.csv", more=[["--weights", "weights.csv"], ["--cost"]]), "game"),
}

NEEDED = {"stored": "plan", "plan": "plan", "stocks": "in/stockpiles.csv", "study": "results", "results": "results"}


def spoilable(folder, subject):
    """The files that a command on this subject reads."""
    def within(*folders):
        return sorted(os.path.relpath(os.path.join(path, name), folder) for top in folders
                      for path, _, names in os.walk(f"{folder}/{top}") for name in names)
    models = ["model.yaml", "cap.yaml"]
    return {
        "instance": lambda: within("in") + models * 4,
        "plan": lambda: within("in", "plan") + models * 3,
        "stocks": lambda: within("in", "plan") + models * 3,
        "stored": lambda: within("plan"),
        "study": lambda: within("in", "results") + models + ["study.yaml"] * 10,
        "results": lambda: within("results"),
        "trade": lambda: ["trade.csv"] * 3 + ["trade-map.yaml"] * 2 + within("in"),
        "baci": lambda: ["baci.csv"] * 3 + ["countries.csv", "trade-map.yaml"] * 2 + within("in"),
        "usgs": lambda: ["usgs.csv"],
        "wmd": lambda: ["wmd.csv", "wmd.xlsx"],
        "game": lambda: ["game.csv", "weights.csv"],
    }[subject]()


def write(path, text):
    with open(path, "w") as file:
        file.write(text)


def write_workbook(path):
    """The table WMD as the one sheet of an Excel workbook."""
    rows = "".join("<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>"
                   for row in csv.reader(io.StringIO(WMD)))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = '<Relationships><Relationship Id="a" Type="{}" Target="{}"/></Relationships>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("_rels/.rels", links.format(f"{kind}/officeDocument", "xl/workbook.xml"))
        book.writestr("xl/workbook.xml", f'<workbook xmlns:r="{kind}"><sheets><sheet name="Nickel" r:id="a"/></sheets></workbook>')
        book.writestr("xl/_rels/workbook.xml.rels", links.format(f"{kind}/worksheet", "sheet.xml"))
        book.writestr("xl/sheet.xml", f"<worksheet><sheetData>{rows}</sheetData></worksheet>")


def templates(program, folder):
    """A folder for each case with all that commands may read: a stored plan if there is one, and for one case a study."""
    for case in sorted(os.listdir(CASES)):
        made = f"{folder}/{case}"
        shutil.copytree(f"{CASES}/{case}", f"{made}/in", ignore=shutil.ignore_patterns("model.yaml", "expected.yaml"))
        shutil.copy(f"{CASES}/{case}/model.yaml", f"{made}/model.yaml")
        shutil.copy(f"{PACKAGE}/models/reliance-cap.yaml", f"{made}/cap.yaml")
        for name, text in [("study.yaml", STUDY), ("game.csv", GAME), ("weights.csv", WEIGHTS),
                           ("trade.csv", COMTRADE),
                           ("trade-map.yaml", COMTRADE_MAP), ("baci.csv", BACI), ("countries.csv", COUNTRIES),
                           ("usgs.csv", USGS), ("wmd.csv", WMD)]:
            write(f"{made}/{name}", text)
        write_workbook(f"{made}/wmd.xlsx")
        call = {"cwd": made, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "timeout": 300}
        subprocess.run([program, "solve", "in", "--model", "model.yaml", "--out", "plan"], **call)
        if case in ("everything", "plain", "stress"):
            subprocess.run([program, "study", "study.yaml", "--out", "results"], **call)
    return folder


def tree(folder):
    """For each path below a folder: a file's bytes, a link's target, or the kind of anything else."""
    found = {}
    for path, folders, names in os.walk(folder):
        for name in folders + names:
            full = os.path.join(path, name)
            if os.path.islink(full):
                found[os.path.relpath(full, folder)] = os.readlink(full)
            elif os.path.isfile(full):
                with open(full, "rb") as file:
                    found[os.path.relpath(full, folder)] = file.read()
            else:
                found[os.path.relpath(full, folder)] = os.stat(full).st_mode
    return found


class Run:
    """One spoiled run: prepared, carried out and checked."""

    def __init__(self, program, seed, number, template, folder):
        self.program, self.number, self.folder = program, number, f"{folder}/{number}"
        self.cwd = f"{self.folder}/cwd"
        chosen = random.Random(f"{seed}:{number}")
        self.command = chosen.choices(list(COMMANDS), [weight for weight, _, _ in COMMANDS.values()])[0]
        _, make, subject = COMMANDS[self.command]
        case = chosen.choice([case for case in sorted(os.listdir(template))
                              if os.path.exists(f"{template}/{case}/{NEEDED.get(subject, 'in')}")])
        os.mkdir(self.folder)
        shutil.copytree(f"{template}/{case}", self.cwd)
        self.arguments, self.done = make(chosen), []
        if "--plan" not in self.arguments and chosen.random() < 0.6:
            shutil.copy(f"{PACKAGE}/models/{chosen.choice(MODELS)}", f"{self.cwd}/model.yaml")
        spoils_arguments = chosen.random() < 0.25
        if not spoils_arguments or chosen.random() < 0.2:
            self.done += mutations.spoil_folder(chosen, self.cwd, spoilable(self.cwd, subject))
        if spoils_arguments:
            self.arguments, done = mutations.spoil_arguments(chosen, self.arguments)
            self.done += done

    def carry_out(self):
        self.before = tree(self.folder)
        started = time.monotonic()
        with open(f"{self.folder}/stdout", "wb") as out, open(f"{self.folder}/stderr", "wb") as err:
            process = subprocess.Popen([self.program, *self.arguments], cwd=self.cwd, stdin=subprocess.DEVNULL,
                                       stdout=out,
                                       stderr=err, start_new_session=True)
            try:
                self.status = process.wait(timeout=HANG)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                self.status = "hang"
        self.seconds = time.monotonic() - started
        with open(f"{self.folder}/stdout", "rb") as out, open(f"{self.folder}/stderr", "rb") as err:
            self.out, self.err = out.read(), err.read()
        self.wrong = list(self.judge())

    def judge(self):
        if self.status not in STATUSES:
            yield f"status {self.status}"
        if self.status == "hang":
            return
        if self.status != 0 and not (self.err or self.out if self.form() == "table" else self.err):
            yield "says nothing"
        if len(self.err) > 20_000 or max(map(len, self.err.split(b"\n"))) > 2000:
            yield f"says {len(self.err)} bytes"
        for internal in [b"NSCocoa", b"Error Domain", b"UserInfo", b"internal error"]:
            if internal in self.err:
                yield f"says {internal!r}"
        for name, data in [("standard output", self.out), ("standard error", self.err)]:
            yield from unseemly(name, data)
        yield from self.misplaced()
        if self.status == 0:
            yield from self.unreadable()

    def words(self):
        """The arguments, with --option=value split in two."""
        return [word for argument in self.arguments for word in [os.fsdecode(argument)]
                for word in (word.split("=", 1) if word.startswith("--") else [word])]

    def form(self):
        words = self.words()
        return (["table"] + [form for option, form in zip(words, words[1:]) if option == "--format"])[-1]

    def places(self):
        """Where this run may write: the paths in its arguments that are not inputs."""
        inputs = INPUTS if self.command.startswith("import") else INPUTS | {"in"}
        named = {os.path.normpath(word) for word in self.words() if word and not word.startswith("/")}
        return {os.path.normpath(f"cwd/{name}") for name in named
                if name.split("/")[0] not in inputs and name not in (".", "..")}

    def changed(self):
        after = tree(self.folder)
        ignored = ("stdout", "stderr")
        return {path: after.get(path) for path in self.before.keys() | after.keys()
                if path not in ignored and self.before.get(path) != after.get(path)}

    def misplaced(self):
        places = self.places()
        for path in self.changed():
            if ".plusone-" in path:
                yield f"leaves {path}"
            own = (path + "/").startswith(tuple(place + "/" for place in places))
            above = any(place.startswith(path + "/") for place in places)
            if not own and not above and not (self.command == "study" and path.startswith("cwd/study-")):
                yield f"changes {path}"

    def unreadable(self):
        words = self.words()
        if {"-h", "--help", "--version", "-help"} & set(words):
            return
        form = self.form()
        if form in ("json", "csv"):
            yield from unparsable(f"standard output.{form}", self.out)
        if self.command in ("new", "new --for"):
            return
        for path, data in self.changed().items():
            if isinstance(data, bytes):
                yield from unparsable(path, data)

    def keep(self, folder):
        kept = f"{folder}/{self.number}"
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(self.folder, kept, symlinks=True, ignore=lambda path, names: [
            name for name in names if not os.path.islink(f"{path}/{name}") and not os.path.isfile(f"{path}/{name}")
            and not os.path.isdir(f"{path}/{name}")])
        line = " ".join(shlex.quote(os.fsdecode(word)) for word in [self.program, *self.arguments])
        with open(f"{kept}/command", "w", errors="surrogateescape") as file:
            file.write("".join(f"# {text!r}\n" for text in self.done + self.wrong))
            file.write(f'cd "$(dirname "$0")/cwd"\n{line}\n')


def unseemly(name, data):
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        yield f"{name} is not UTF-8"
        return
    found = {c for c in text if c not in "\t\n" and (unicodedata.category(c) == "Cc" or c in TURNING)}
    if found:
        yield f"{name} has {sorted(found)!r}"


def not_finite(text):
    raise ValueError(f"{text} is no number")


def unparsable(path, data):
    try:
        if path.endswith(".json"):
            json.loads(data.decode("utf-8"), parse_constant=not_finite)
        elif path.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))
            if len({len(row) for row in rows}) != 1:
                yield f"{path} has no or ragged rows"
            if any(re.fullmatch("-?(nan|inf)", cell) for row in rows for cell in row):
                yield f"{path} has numbers that are not finite"
        elif re.search(rb"\bnan\b", data) and path.endswith(".lp"):
            yield f"{path} has nan"
    except (ValueError, csv.Error) as error:
        yield f"{path}: {error}"


def attempt(*given):
    run = Run(*given)
    run.carry_out()
    return run


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int)
    parser.add_argument("--keep", default="broken-inputs")
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 28, 1 << 28))
    resource.setrlimit(resource.RLIMIT_AS, (1 << 33, 1 << 33))
    csv.field_size_limit(1 << 24)
    sys.setrecursionlimit(10_000)
    statuses, slowest, wrong = collections.defaultdict(collections.Counter), {}, collections.Counter()
    numbers = [options.only] if options.only is not None else range(options.count)
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        os.mkdir(f"{folder}/template")
        template = templates(program, f"{folder}/template")
        for run in pool.map(lambda number: attempt(program, options.seed, number, template, folder), numbers):
            statuses[run.command][run.status] += 1
            slowest[run.command] = max(slowest.get(run.command, (0, 0)), (run.seconds, run.number))
            if run.wrong or options.only is not None:
                wrong[run.command] += bool(run.wrong)
                run.keep(options.keep)
                print(f"{run.number} {run.command} {run.done!r}: {run.wrong!r}", flush=True)
            shutil.rmtree(run.folder)
    seen = sorted({status for counts in statuses.values() for status in counts}, key=str)
    print("| command | runs |", " | ".join(map(str, seen)), "| wrong | slowest, s (run) |")
    print("| --- " * (len(seen) + 4) + "|")
    for command in (name for name in COMMANDS if name in statuses):
        counts, (seconds, number) = statuses[command], slowest[command]
        print(f"| {command} | {counts.total()} |", " | ".join(str(counts[status]) for status in seen),
              f"| {wrong[command]} | {seconds:.1f} ({number}) |")
    sys.exit(1 if wrong.total() else 0)


main()
