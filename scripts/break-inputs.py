#!/usr/bin/env python3
"""Runs every command on spoiled files and arguments: every run must end as documented.

    scripts/break-inputs.py PROGRAM [--count 10000] [--jobs 2] [--seed 1] [--only N] [--keep broken-inputs]
                            [--command NAME ...]

Run N of a seed (and of the commands, if some are named) is the same on every machine. Each run takes a small instance of
Tests/Cases, a table to import or split, or files as they are downloaded (Tests/Downloads), and spoils one to three files, the arguments, or both (`mutations.py`). A run is wrong if it

- ends by a signal, with status 70 or with one that is not documented, or fails without saying why,
- still runs after 20 seconds (commands with a time limit get one of 5 seconds),
- changes its inputs, writes to other places than its arguments name, or leaves a hidden folder,
- prints more than 20,000 bytes or a line of more than 2,000 on standard error, or names Foundation's errors there,
- prints a control character, a character that changes the direction of text, or text that is not UTF-8,
- ends with 0 (`watch`: or 3) and gives JSON or CSV that cannot be read or in which a number is not finite,
- is of downloaded files and fails but writes something, makes an instance that `validate` refuses, prints a number that
  is not finite, or reads another number of rows than it accounts for.

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
DOWNLOADS = f"{PACKAGE}/Tests/Downloads"
MODELS = sorted(name for name in os.listdir(f"{PACKAGE}/models") if name.endswith(".yaml"))
DONE = {0, 3}
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
          "usgs.csv", "wmd.csv", "wmd.xlsx", "game.csv", "weights.csv", "baci", "comtrade", "monthly", "mines",
          "japan", "baseline.yaml", "watch-map.yaml"}
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
WATCH_MAP = """home: JPN
commodities:
  - {commodity: ndpr_metal, hs: 280530, unit: t}
  - {commodity: ndpr_oxide, hs: 284690, unit: t}
  - {commodity: lace_oxide, hs: 284610, unit: t}
"""
MINES_MAP = """home: JPN
commodities:
  - {commodity: nickel, wmd: Nickel, unit: kt, unit_cost: 12}
  - {commodity: rare_earths, wmd: Rare Earths, process: mine_ree, unit: t}
"""
BACI_FILES = sorted(f"baci/{name}" for name in os.listdir(f"{DOWNLOADS}/baci") if name.startswith("BACI_"))
COMTRADE_FILES = sorted(f"comtrade/{name}" for name in os.listdir(f"{DOWNLOADS}/comtrade") if "map" not in name)
MONTHLY_FILES = [f"monthly/{year}.csv" for year in range(2019, 2025)]


def months(year):
    """Imports of Japan by month, in which those from China fall by half and become dear in March 2024."""
    rows = ["typeCode,freqCode,refYear,refMonth,period,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,"
            "netWgt,primaryValue"]
    for month in range(1, 7 if year == 2024 else 13):
        for code, usual, price in [(280530, 400_000, 30), (284690, 900_000, 12)]:
            has_moved = (year, month) >= (2024, 3)
            flows = [(156, usual * (1 + month % 3 / 10) * (0.5 if has_moved else 1), price * (2 if has_moved else 1)),
                     (704, usual / 4, price * 1.1), (251, usual / 9, price * 1.5)]
            flows = [(partner, round(weight), round(weight * unit)) for partner, weight, unit in flows]
            for partner, weight, value in [(0, "", sum(value for _, _, value in flows)), *flows]:
                rows.append(f"C,M,{year},{month},{year}{month:02},392,M,{partner},H6,{code},{weight},{value}")
    return "\n".join(rows) + "\n"


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


def watching_downloads(random):
    source = random.choice(["baci", "baci", "comtrade", "monthly", "monthly"])
    files = {"baci": BACI_FILES, "comtrade": [random.choice(COMTRADE_FILES)], "monthly": MONTHLY_FILES}[source]
    choices = {"baci": [["--asof", "2011"], ["--asof", "2023"]], "comtrade": [["--asof", "2023"]],
               "monthly": [["--asof", "2024-06"], ["--asof", "2024-03"]]}[source]
    more = random.choice([["--for", "JPN"], ["--map", "watch-map.yaml"],
                          ["--map", "watch-map.yaml", "--instance", "japan", "--model", "baseline.yaml",
                           "--time-limit", "5"]])
    return plain("watch", *files, *more,
                 more=[["--out", "out"], random.choice(choices), ["--html", "out.html"]])(random)


def importing_sheets(random):
    files = random.choice([["mines/6.4.xlsx"], ["mines/6.4.xlsx"],
                           ["mines/Nickel.csv", "mines/Rare_Earths_(REO).csv"]])
    home = random.choice([["--home", "JPN"], ["--map", "mines/map.yaml"]])
    return plain("import", "wmd", *files, "--into", "out", *home,
                 more=[["--year", "2022"]])(random)


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
    "watch downloads": (1, watching_downloads, "downloads"),
    "import wmd sheets": (1, importing_sheets, "sheets"),
    "new --for downloads": (1, plain("new", "out", "--for", "JPN", "--goods", "284690,280530", "--baci", *BACI_FILES,
                                     formats=(), more=[["--rival", "VNM"], ["--year", "2023"],
                                                       ["--wmd", "mines/6.4.xlsx"], ["--mine", "284690=Rare Earths"]]),
                            "new downloads"),
    "split": (1, plain("split", "game.csv", more=[["--weights", "weights.csv"], ["--cost"]]), "game"),
}

OF_DOWNLOADS = {"downloads": "baci", "sheets": "baci", "new downloads": "baci"}
NEEDED = OF_DOWNLOADS | {"stored": "plan", "plan": "plan", "stocks": "in/stockpiles.csv", "study": "results", "results": "results"}


def spoilable(folder, subject, arguments):
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
        # The last year decides most.
        "downloads": lambda: [name for name in arguments if os.path.isfile(f"{folder}/{name}")] + [
            name for name in BACI_FILES[-1:] * 10 + MONTHLY_FILES[-1:] * 5 if name in arguments] + [
            "baci/country_codes_V202401b.csv"] * 2 * (BACI_FILES[0] in arguments) + (
            within("japan") if "japan" in arguments else []),
        "sheets": lambda: [name for name in arguments if name.startswith("mines/")],
        "new downloads": lambda: BACI_FILES + BACI_FILES[-1:] * 20 + ["baci/country_codes_V202401b.csv"] * 5
        + ["mines/6.4.xlsx"] * 8 * ("mines/6.4.xlsx" in arguments),
    }[subject]()


def write(path, text):
    with open(path, "w") as file:
        file.write(text)


def write_workbook(path, sheets):
    """Tables in CSV as the sheets of an Excel workbook, with texts in the list that cells share."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = '<Relationships>{}</Relationships>'
    link = '<Relationship Id="{}" Type="{}" Target="{}"/>'
    texts = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for number, text in enumerate(sheets.values()):
            rows = "".join("<row>" + "".join(
                f"<c><v>{cell}</v></c>" if re.fullmatch("[0-9.]+", cell)
                else f'<c t="s"><v>{texts.setdefault(cell, len(texts))}</v></c>' for cell in row) + "</row>"
                for row in csv.reader(io.StringIO(text)))
            book.writestr(f"xl/sheet{number}.xml", f"<worksheet><sheetData>{rows}</sheetData></worksheet>")
        book.writestr("_rels/.rels", links.format(link.format("a", f"{kind}/officeDocument", "xl/workbook.xml")))
        book.writestr("xl/workbook.xml", f'<workbook xmlns:r="{kind}"><sheets>' + "".join(
            f'<sheet name="{name}" r:id="a{number}"/>' for number, name in enumerate(sheets)) + "</sheets></workbook>")
        book.writestr("xl/_rels/workbook.xml.rels", links.format("".join(
            [link.format("s", f"{kind}/sharedStrings", "texts.xml")] +
            [link.format(f"a{number}", f"{kind}/worksheet", f"sheet{number}.xml") for number in range(len(sheets))])))
        book.writestr("xl/texts.xml", "<sst>" + "".join(f"<si><t>{text}</t></si>" for text in texts) + "</sst>")


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
        write_workbook(f"{made}/wmd.xlsx", {"Nickel": WMD})
        call = {"cwd": made, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "timeout": 300}
        subprocess.run([program, "solve", "in", "--model", "model.yaml", "--out", "plan"], **call)
        if case in ("everything", "plain", "stress"):
            subprocess.run([program, "study", "study.yaml", "--out", "results"], **call)
    made = f"{folder}/downloads"
    for name in ["baci", "comtrade"]:
        shutil.copytree(f"{DOWNLOADS}/{name}", f"{made}/{name}")
    shutil.copytree(f"{PACKAGE}/instances/japan-rare-earths", f"{made}/japan")
    shutil.copy(f"{PACKAGE}/models/baseline.yaml", made)
    os.mkdir(f"{made}/monthly")
    os.mkdir(f"{made}/mines")
    sheets = {"Nickel": WMD, "Rare Earths (REO)": WMD.replace("Indonesia", "China").replace("155007", '"155,007"')}
    for name, text in [("watch-map.yaml", WATCH_MAP), ("mines/map.yaml", MINES_MAP),
                       *((f"mines/{name.replace(' ', '_')}.csv", text) for name, text in sheets.items()),
                       *((name, months(int(name[8:12]))) for name in MONTHLY_FILES)]:
        write(f"{made}/{name}", text)
    write_workbook(f"{made}/mines/6.4.xlsx", sheets)
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

    def __init__(self, program, commands, seed, number, template, folder):
        self.program, self.number, self.folder = program, number, f"{folder}/{number}"
        self.cwd = f"{self.folder}/cwd"
        chosen = random.Random(f"{seed}:{number}")
        self.command = chosen.choices(commands, [COMMANDS[command][0] for command in commands])[0]
        _, make, subject = COMMANDS[self.command]
        self.is_of_downloads = subject in OF_DOWNLOADS
        case = chosen.choice([case for case in sorted(os.listdir(template))
                              if os.path.exists(f"{template}/{case}/{NEEDED.get(subject, 'in')}")])
        os.mkdir(self.folder)
        shutil.copytree(f"{template}/{case}", self.cwd)
        self.arguments, self.done = make(chosen), []
        if "--plan" not in self.arguments and chosen.random() < 0.6:
            shutil.copy(f"{PACKAGE}/models/{chosen.choice(MODELS)}", f"{self.cwd}/model.yaml")
        spoils_arguments = chosen.random() < 0.25
        if not spoils_arguments or chosen.random() < 0.2:
            self.done += mutations.spoil_folder(chosen, self.cwd, spoilable(self.cwd, subject, self.arguments))
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
        if self.status in DONE:
            yield from self.unreadable()
        if self.is_of_downloads:
            yield from self.doubtful()

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
        if self.command == "new":
            return
        for path, data in self.changed().items():
            if isinstance(data, bytes):
                yield from unparsable(path, data)

    def doubtful(self):
        """What must not be where files are downloaded ones, which have no plan and no texts of commands."""
        if self.status not in DONE:
            for path in self.changed():
                if self.status != 2 or not path.endswith(".html"):  # A page may say that there is no plan.
                    yield f"fails, but writes {path}"
            return
        yield from not_finite_in("standard output", self.out)
        for path, data in self.changed().items():
            if isinstance(data, bytes):
                yield from not_finite_in(path, data)
        if os.path.exists(f"{self.cwd}/out/instance.yaml"):
            check = subprocess.run([self.program, "validate", "out"], cwd=self.cwd, capture_output=True, timeout=HANG)
            if check.returncode != 0:
                yield f"validate out: {check.returncode} {check.stderr[:300]!r}"
        yield from self.unaccounted()

    def unaccounted(self):
        """Rows of the files that are in no line of the summary."""
        if self.command == "new --for downloads" or self.form() == "table":
            return
        if self.form() == "json":
            found = json.loads(self.out)
            counts = [(row["fate"], row["count"]) for row in found["rows" if "rows" in found else "import"]]
        elif self.command == "import wmd sheets":
            counts = [(row["fate"], int(row["count"] or 0)) for row in csv.DictReader(io.StringIO(self.out.decode()))]
        else:
            return
        read = sum(count for fate, count in counts if fate in ("kept", "set aside", "left out"))
        if self.command == "watch downloads" and read != found["read"]:
            yield f"{found['read']} read, {read} in the summary"
        words = self.words()
        files = {word for word in words if os.path.isfile(f"{self.cwd}/{word}")
                 and word.split("/")[0] in ("baci", "comtrade", "monthly", "mines") and not word.endswith(".yaml")}
        if "--year" in words or any(name.endswith(".xlsx") for name in files):
            return
        rows = [data_rows(f"{self.cwd}/{name}", self.command == "import wmd sheets") for name in files]
        if files and None not in rows and sum(rows) != read:
            yield f"{sum(rows)} rows in the files, {read} in the summary"

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


def not_finite_in(name, data):
    """Numbers that are not finite, in a text or a page; what is quoted is of the input."""
    text = re.sub(r"`[^`]*`|<script>.*?</script>", "", data.decode("utf-8", "replace"), flags=re.S)
    found = re.search(r".{0,40}(?<![\w./;+-])[-+]?(nan|inf|infinity)(?![\w./-]).{0,20}", text, re.I)
    if found:
        yield f"{name} has {found[0]!r}"


def data_rows(path, by_years):
    """The rows after the header of a file that is plain CSV, or their cells of years; None: it is not so plain."""
    with open(path, "rb") as file:
        data = file.read()
    try:
        text = data.decode("utf-8-sig")
        if re.search("[\0\r]", text.replace("\r\n", "\n")):
            return None
        tab = "\t" if path.endswith(".txt") else ","
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=tab)
                if any(cell.strip() for cell in row)]
    except (ValueError, csv.Error):
        return None
    if any('"' in cell for row in rows for cell in row):
        return None
    if not by_years:
        return len(rows) - 1
    header = next((i for i, row in enumerate(rows) if "Country" in row and "unit" in row), None)
    if header is None:
        return None
    # A row with too many or too few cells counts once; the header again and lines of text are notes.
    years = [i for i, name in enumerate(rows[header]) if re.fullmatch("(19|20)[0-9]{2}([.]0)?", name.strip())]
    return sum(len(years) if len(row) == len(rows[header]) else 1 for row in rows[header + 1:]
               if "Country" not in row and (len(row) != len(rows[header]) or any(row[1:])))


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
    parser.add_argument("--command", action="append", choices=list(COMMANDS), help="only this one (may be repeated)")
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    subprocess._USE_VFORK = False  # Otherwise the memory of this script would count as that of the runs.
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
        for run in pool.map(lambda number: attempt(program, options.command or list(COMMANDS), options.seed, number, template, folder), numbers):
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
    print(f"largest memory of a run, or of this script: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10} MB")
    sys.exit(1 if wrong.total() else 0)


main()
