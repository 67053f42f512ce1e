"""Ways to spoil files and arguments, each chosen and carried out by a seeded `random.Random`.

`spoil_folder` spoils one to three files of a folder, `spoil_arguments` a command's arguments. Both return a description of what they did.
"""
import io
import os
import re
import warnings
import zipfile

NUMBERS = ["0", "-1", "1e308", "-1e308", "1e-308", "5e-324", "nan", "inf", "-inf", "1e10", "1e18", "1e19", "1e400",
           "1,000", '"1,000"', "1.000,5", "", " 7 ", "+3", "0x10", "1_000", "50%", "500%", "1e-9",
           "99999999999999999999",
           "1\u00a0000", "1\u202f000.5", "\u200b7", "7\u00a0%", "9" * 100_000, "9223372036854775807", "-9223372036854775808", "2147483648", "0.1", "1", "2", "true", "٣", "−5", "½"]
FACTORS = [0, -1, 0.5, 2, 10, 1e-3, 1e3, 1e-6, 1e6, 1e-9, 1e9, 1e-12, 1e12, 1e15]
# "nan" and "inf" as Swift prints them are not among the names, because outputs are searched for them.
NAMES = ["*", "a b", "a;b", "a,b", '"a,b"', "a:b", "a/b", "../a", "a\\b", "$a", "$home", "Ω", "名前", "a\u0301", "🧲",
         "-a", "--out",
         "'", "#a", "&a", "<b>", "a\tb", "\x1b[31mred", "\x07", "a\x00b", "\x9b2J", "\u202eabc", "\u2028", "\ufeffa",
         "all", "last",
         "H万", "H٣", "a\u00a0b", "\u200ba", "a\u2009", "\u202f7", "y" * 100_000,
         "NaN", "null", "~", "x" * 300, "=1+1", "R0", "R1", "k0", "%s%n", "1", "2020", "a[b]", "a.b", " a "]
TEXTS = NUMBERS + NAMES
# Lists and mappings where a text must stand, and the other way round.
WRONG_KINDS = ["[]", "{}", "[a]", "{a: b}", "[[a]]", "[{a: b}]", "''", "' '", "\"\\u00A0\"", "", "[null]", "[[], {}]",
               "{a: {b: [c]}}", "{? [a] : b}", "{[a, b]: 1}", "{{a: b}: c}", "{\"" + "k" * 100_000 + "\": 1}"]
# Keys that are no text, deep or of many values.
KEYS = ["? a", "*a", "[a]", "<<", "kind", "? [a]", "? {a: b}", "? " * 50 + "a", "? " * 5000 + "a",
        "? [" + "a, " * 100_000 + "a]", "k" * 100_000, "' '", "''", "null", "5", "true", "2020-01-01", "a\u00a0b"]
BYTES = [b"\x00", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xc0\x80", b"\xed\xa0\x80", b'"', b'""', b",", b"\n",
         b"\r", b"\r\n", b"\t",
         b"\x1b[2J", b"\x1a", b";", b":", b"-", b"[", b"]", b"{", b"}", b"&a ", b"*a", b"!!str ", b"#", b"|", b">",
         b"%", b"'", b"\\"]


def spoil_bytes(random, data):
    """Flips, cuts, doubles or adds bytes, or encodes them in another way."""
    kind = random.choice(["flip", "flip", "cut", "drop", "double", "insert", "insert", "swap", "encode", "empty"])
    start = random.randint(0, len(data))
    end = min(len(data), start + random.choice([1, 3, 10, 50, 500]))
    if kind == "flip":
        spoiled = bytearray(data)
        for _ in range(random.choice([1, 1, 2, 8])):
            if spoiled:
                spoiled[random.randrange(len(spoiled))] ^= 1 << random.randrange(8)
        return kind, bytes(spoiled)
    if kind == "cut":
        return kind, data[:start]
    if kind == "drop":
        return kind, data[:start] + data[end:]
    if kind == "double":
        return kind, data[:end] + data[start:end] * random.choice([1, 1, 2, 200]) + data[end:]
    if kind == "insert":
        return kind, data[:start] + random.choice(BYTES) * random.choice([1, 1, 1, 1000]) + data[start:]
    if kind == "swap":
        return kind, data[start:] + data[:start]
    if kind == "empty":
        return kind, random.choice([b"", b"\n", b"\xef\xbb\xbf", b"\x00" * 100, b"\n" * 1000, b"," * 1000])
    return "encode", encoded(random, data)


def encoded(random, data):
    text = data.decode("utf-8", "replace")
    return random.choice([
        lambda: text.encode("utf-16"), lambda: text.encode("utf-16-le"), lambda: text.encode("utf-16-be"),
        lambda: text.encode("utf-32"), lambda: b"\xef\xbb\xbf" + data, lambda: b"\xef\xbb\xbf" * 2 + data,
        lambda: data.replace(b"\n", b"\r\n"), lambda: data.replace(b"\n", b"\r"), lambda: data.rstrip(b"\n"),
        lambda: text.encode("latin-1", "replace"), lambda: data.replace(b"\n", b"\n\n"),
                          lambda: data.replace(b",", b";"),
        lambda: data.replace(b",", b"\t")])()


def scaled(text, factor):
    """A number, with or without a percent sign, times a factor; other text as it is."""
    number, sign = (text[:-1], "%") if text.endswith("%") else (text, "")
    try:
        return f"{float(number) * factor:.12g}{sign}"
    except ValueError:
        return text


def spoil_table(random, data):
    """Changes cells, columns or rows of a CSV file, as commas and line ends separate them."""
    rows = [line.split(",") for line in data.decode("utf-8", "replace").split("\n")]
    if rows[-1] == [""]:
        rows.pop()
    if not rows:
        return spoil_bytes(random, data)
    header, body = rows[0], rows[1:]
    kind = random.choice(["number", "number", "scale", "scale", "scale", "scale column", "scale column",
                          "column of numbers", "name", "trade cells", "swap cells", "drop column",
                          "double column", "shuffle columns", "header", "drop row", "double row", "shuffle rows",
                          "long row",
                          "quote", "many rows"])
    column = random.randrange(len(header))
    row = random.choice(body) if body else header
    cell = random.randrange(len(row))
    numeric = [i for i, text in enumerate(row) if re.fullmatch(r"-?[0-9.]+%?|", text)] or [cell]
    if kind == "number":
        row[random.choice(numeric)] = random.choice(NUMBERS)
    elif kind in ("scale", "scale column"):
        column, factor = random.choice(numeric), random.choice(FACTORS)
        for other in [row] if kind == "scale" else body:
            if column < len(other):
                other[column] = scaled(other[column], factor)
    elif kind == "column of numbers":
        column, number = random.choice(numeric), random.choice(NUMBERS)
        for other in body:
            if column < len(other):
                other[column] = number
    elif kind == "name":
        row[cell] = random.choice(TEXTS)
    elif kind == "trade cells":
        other = random.randrange(len(row))
        row[cell], row[other] = row[other], row[cell]
    elif kind == "swap cells":
        other = random.choice(body) if body else header
        if cell < len(other):
            row[cell], other[cell] = other[cell], row[cell]
    elif kind == "drop column":
        rows = [r[:column] + r[column + 1:] for r in rows]
    elif kind == "double column":
        rows = [r[:column + 1] + r[column:] for r in rows]
    elif kind == "shuffle columns":
        order = random.sample(range(len(header)), len(header))
        keep_header = random.random() < 0.3
        rows = [r if keep_header and r is header else [r[i] if i < len(r) else "" for i in order] for r in rows]
    elif kind == "header":
        header[column] = random.choice(TEXTS + [header[column].upper(), header[column] + " ", header[0]])
    elif kind == "drop row":
        rows.remove(row)
    elif kind == "double row":
        rows += [list(row)] * random.choice([1, 1, 50])
    elif kind == "shuffle rows":
        random.shuffle(rows)
    elif kind == "long row":
        row += [random.choice(TEXTS)] * random.choice([1, 3, 5000])
    elif kind == "quote":
        row[cell] = random.choice(['"' + row[cell] + '"', '"' + row[cell], row[cell] + '"', '"a\nb"', '""'])
    else:
        rows += [[text if random.random() < 0.7 else random.choice(TEXTS) for text in random.choice(body or [header])]
                 for _ in range(random.choice([5, 100]))]
    return kind, ("\n".join(",".join(r) for r in rows) + "\n").encode("utf-8", "replace")


def yaml_value(random):
    depth = random.choice([3, 100, 5000, 100_000])
    levels = range(random.choice([3, 9, 30]))
    bomb = "".join(f"\n  a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9) if i else 'x'}]" for i in levels)
    return random.choice(TEXTS + WRONG_KINDS + [
        "[]", "{}", "[1, 2]", "{a: 1}", "[" * depth, "[" * depth + "]" * depth, "{a: " * depth, "- " * depth, "*none",
                                  "&a [*a]", "&a x",
        bomb, "!!binary aGk=", "!!float x", "!!int 7", "!!python/object:os.system x", "!foo x", "!!set {a}", "!!null",
                                  "!!str", "|\n  a\n  b",
        ">-\n  a", "2020-01-01", "1:30:00", "0o17", "yes", "No", ".inf", "-.inf", ".nan", "[[1], {a: [b]}]", "? a",
                                  '"\\e[31m"', '"\\0"', '"\\x9b"',
        '"\\u202e"', "$rival", "$$", "$", "$none", "${home}", "{2020: 1, 2020: 2}", "{last: 5%, 2020: 1%}",
                                  "{2020: 1e308}", "[allies, R9]",
        "2020..2022", "95%..5%"])


def spoil_yaml(random, data):
    """Changes values, keys, indentation or lines of a YAML file."""
    lines = data.decode("utf-8", "replace").split("\n")
    kind = random.choice(["value", "value", "value", "scale", "scale", "key", "drop", "double", "swap", "indent",
                          "tabs", "anchor", "documents",
                          "merge", "front", "aliased key", "wrong kind", "wrong kind"])
    at = random.randrange(len(lines))
    parts = re.match(r"(\s*(?:- )?)([^:]*)(: ?)?(.*)", lines[at], re.S).groups("")
    if kind == "value":
        lines[at] = parts[0] + (parts[1] + ": " if parts[2] else "") + yaml_value(random)
    elif kind == "scale":
        factor = random.choice(FACTORS)
        numbers = [i for i, line in enumerate(lines) if re.search(r": *[0-9.]+%?$", line)] or [at]
        at = random.choice(numbers)
        lines[at] = re.sub(r"[0-9.]+%?$", lambda found: scaled(found[0], factor), lines[at])
    elif kind == "key":
        lines[at] = parts[0] + random.choice(TEXTS + KEYS) + ": " + parts[3]
    elif kind == "drop":
        del lines[at:at + random.choice([1, 1, 3])]
    elif kind == "double":
        lines[at:at] = lines[at:at + random.choice([1, 1, 3])] * random.choice([1, 1, 100])
    elif kind == "swap":
        other = random.randrange(len(lines))
        lines[at], lines[other] = lines[other], lines[at]
    elif kind == "indent":
        lines[at] = random.choice(["", " ", "  ", "      "]) + lines[at].lstrip()
    elif kind == "tabs":
        lines[at] = lines[at].replace("  ", "\t") + "\t"
    elif kind == "anchor":
        lines[at] = parts[0] + parts[1] + ": &a " + parts[3]
        lines.append(random.choice(["name: *a", "title: *a", "more: *a", "*a : 1", "goals: *a"]))
    elif kind == "documents":
        lines[at:at] = random.choice([["---"], ["..."], ["---", "..."], ["--- !x", "%YAML 9.9"], ["%TAG ! x"]])
    elif kind == "aliased key":
        size, levels = random.choice([(3, 3), (50_000, 6), (100_000, 12)])
        lines.append("a0: &a0 [" + ",".join(["1"] * size) + "]")
        lines += [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]" for i in range(1, levels)]
        lines += [f"? *a{levels - 1}", ": 1"]
    elif kind == "wrong kind":
        keyed = [i for i, line in enumerate(lines) if re.match(r"\s*(?:- )?[A-Za-z_]+: ", line)] or [at]
        at = random.choice(keyed)
        lines[at] = re.sub(r": .*", lambda _: ": " + random.choice(WRONG_KINDS), lines[at], count=1)
    elif kind == "merge":
        lines.append("<<: " + random.choice(["{a: 1}", "*a", "[]", "x", "[{a: 1}, {b: 2}]"]))
    else:
        lines = [yaml_value(random)] + (lines if random.random() < 0.5 else [])
    return kind, "\n".join(lines).encode("utf-8", "replace")


def spoil_json(random, data):
    """Changes a value or a part of a JSON file."""
    text = data.decode("utf-8", "replace")
    found = list(re.finditer(r'-?[0-9][0-9.e+-]*|"[^"]*"|true|false|null', text))
    if not found or random.random() < 0.2:
        return spoil_bytes(random, data)
    match = random.choice(found)
    depth = random.choice([1, 1000, 100_000])
    value = random.choice(["0", "-1", "1e308", "1e400", "NaN", "null", "true", '""', '"x"', "[]", "{}",
                           "[" * depth + "]" * depth, "[" * depth,
                           '{"a":' * depth, '"\\u0000"', '"\\u001b[31m"', '"\\ud800"', "99999999999999999999", "",
                           "1.5", '"../../x"', '"/"'])
    return "json value", (text[:match.start()] + value + text[match.end():]).encode("utf-8", "replace")


def bomb(kind):
    """A part of a workbook that is small in the archive and large, deep or endless when it is read."""
    start, end = b"<worksheet><sheetData>", b"</sheetData></worksheet>"
    return {
        "zeros": lambda: b"\0" * (200 << 20),
        "blanks": lambda: start + b" " * (60 << 20) + end,
        "rows": lambda: start + b"<row/>" * (5 << 20) + end,
        "elements": lambda: start + b"<a/>" * (10 << 20) + end,
        "cells": lambda: start + b"<row>" + b"<c/>" * (8 << 20) + b"</row>" + end,
        "attributes": lambda: start + b"<row " + b" ".join(b'a%d="x"' % i for i in range(300_000)) + b"/>" + end,
        "years": lambda: start + b"<row>" + b"".join(
            b"<c t='inlineStr'><is><t>%s</t></is></c>" % name for name in [b"Country", b"unit"])
        + b"<c><v>2021</v></c>" * 900 + b"</row>" + b"<row><c><v>7</v></c></row>" * 20_000 + end,
        "long text": lambda: start + b'<row><c t="inlineStr"><is><t>' + b"x" * (60 << 20)
        + b"</t></is></c></row>" + end,
        "deep": lambda: start + b"<a>" * 1_000_000,
        "deep and closed": lambda: start + b"<a>" * 100_000 + b"</a>" * 100_000 + end,
        "texts": lambda: b"<sst>" + b"<si><t>x</t></si>" * 2_000_000 + b"</sst>",
        "entities": lambda: b'<!DOCTYPE x [<!ENTITY a0 "x">' + b"".join(
            b'<!ENTITY a%d "%s">' % (i, b"&a%d;" % (i - 1) * 10) for i in range(1, 12))
        + b"]><worksheet>&a11;</worksheet>",
        "external": lambda: b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///dev/zero">]><worksheet>&a;</worksheet>',
        "encoding": lambda: b'<?xml version="1.0" encoding="UTF-7"?><worksheet/>',
    }[kind]()


BOMBS = ["zeros", "blanks", "rows", "elements", "cells", "attributes", "years", "long text", "deep",
         "deep and closed", "texts", "entities", "external", "encoding"]


def spoil_workbook(random, data):
    """Changes a part of a workbook: its bytes, a cell or an element, or puts a bomb in its place."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            parts = [(name, book.read(name)) for name in book.namelist()]
    except Exception:  # It has been spoiled before.
        return spoil_bytes(random, data)
    kind = random.choice(["part", "part", "cell", "cell", "cell", "cell", "attribute", "attribute", "element", "element",
                          "drop", "double", "many", "bomb", "repeated text", "method"])
    sheets = [i for i, (name, _) in enumerate(parts) if "sheet" in name] or [0]
    at = random.choice([*range(len(parts)), *sheets * 3])
    name, part = parts[at]
    if kind == "part":
        done, part = spoil_bytes(random, part)
        kind = f"{name}: {done}"
    elif kind in ("cell", "attribute"):
        found = list(re.finditer(rb">([^<>]+)<" if kind == "cell" else rb'="([^"]*)"', part))
        if found:
            match, text = random.choice(found), random.choice(TEXTS + ["1048577", "XFE1", "A1", "s", "b", "d", "e"])
            part = part[:match.start(1)] + text.encode() + part[match.end(1):]
    elif kind == "element":
        found = list(re.finditer(rb"<(row|c|si|sheet|Relationship)\b.*?(</\1>|/>)", part))
        if found:
            match = random.choice(found)
            part = part[:match.start()] + match[0] * random.choice([0, 2, 2, 1000]) + part[match.end():]
    elif kind == "bomb":
        what = random.choice(BOMBS)
        kind, part = f"{name}: bomb of {what}", bomb(what)
    parts[at] = (name, part)
    if kind == "repeated text":  # Some kilobytes, but gigabytes where each cell is looked at by itself.
        rows = [re.findall(rb"<row>.*?</row>", part) for _, part in parts]
        parts = [(name, part.replace(b"<t>Australia<", b"<t>" + b"x" * 1_000_000 + b"<").replace(
            b"</sheetData>", b"".join(found[2:3]) * 1000 + b"</sheetData>"))
            for (name, part), found in zip(parts, rows)]
    if kind == "drop":
        del parts[at]
    elif kind == "double":
        parts.append((random.choice([name, name.upper(), "../" + name, "/" + name]), part))
    elif kind == "many":
        parts += [(f"x{i}", b"") for i in range(random.choice([100, 20_000]))]
    methods = [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
    method = random.choice(methods) if kind == "method" else zipfile.ZIP_DEFLATED
    with warnings.catch_warnings(action="ignore"), io.BytesIO() as file:
        with zipfile.ZipFile(file, "w", method, compresslevel=1) as book:
            for name, part in parts:
                book.writestr(name, part)
        return kind, file.getvalue()


def spoil_kind(random, path):
    """Replaces a file by nothing, a folder, a link or a pipe."""
    kind = random.choice(["missing", "folder", "link to nothing", "link to itself", "pipe", "device"])
    os.remove(path)
    if kind == "folder":
        os.mkdir(path)
    elif kind == "link to nothing":
        os.symlink("nothing", path)
    elif kind == "link to itself":
        os.symlink(os.path.basename(path), path)
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        os.symlink(random.choice(["/dev/null", "/dev/zero"]), path)
    return kind


def rename_everywhere(random, folder, files):
    """Renames an id in all files, so that references to it stay valid."""
    ids = [b"R0", b"R1", b"k0", b"p0", b"f0", b"j0", b"allies", b"cut", b"g1", b"s0", b"USD", b"A", b"USA", b"2021",
           b"t"]
    old, new = random.choice(ids), random.choice(NAMES).encode()
    for name in files:
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            with open(path, "rb") as file:
                data = file.read()
            data = re.sub(rb"(?<![A-Za-z0-9_])" + old + rb"(?![A-Za-z0-9_])", lambda _: new, data)
            with open(path, "wb") as file:
                file.write(data)
    return f"{old.decode()} is {new!r} everywhere"


def spoil_folder(random, folder, files):
    """Spoils one to three of the named files; returns what was done."""
    if random.random() < 0.08:
        return [rename_everywhere(random, folder, files)]
    done = []
    for _ in range(random.choice([1, 1, 1, 2, 3])):
        name = random.choice(files)
        path = os.path.join(folder, name)
        if os.path.islink(path) or not os.path.isfile(path):
            continue
        if random.random() < 0.02:
            done.append(f"{name}: {spoil_kind(random, path)}")
            continue
        with open(path, "rb") as file:
            data = file.read()
        known = {".csv": spoil_table, ".yaml": spoil_yaml, ".json": spoil_json, ".xlsx": spoil_workbook}.get(os.path.splitext(name)[1],
                                                                                    spoil_bytes)
        kind, data = (known if random.random() < 0.75 else spoil_bytes)(random, data)
        with open(path, "wb") as file:
            file.write(data)
        done.append(f"{name}: {kind}")
    return done


# Absolute paths are only devices, and no path leads out of the run's folder.
ARGUMENTS = [text for text in TEXTS if "/" not in text and "\x00" not in text] + [
    "", ".", "..", "in", "in/", "./in", "in/regions.csv", "model.yaml", "../x", "out/../out", "nothing", "-", "--",
                                                                                  "-h", "--help", "/dev/null",
    "/dev/full", "/dev/zero", "a" * 300, "a" * 100_000, "=", "a=", "=a", "cap=", "cap=50%", "cap=[1]", "cap={a: 1}",
                                                                                  "cap=&a [*a]",
    "rival=R2", "own", "pooled", "quota=", "quota=1e308", "quota=-1%", "own,own", ",", "iep+max_min", "+max_min",
                                                                                  "cap=5%..95%",
    "cap=..", "cap=nan..inf", "cap=1e308..-1e308", "1000000x1000000x1000000", "1x1x1", "0x0x0", "2x2x2", "-1x2x3",
                                                                                  "json", "csv", "table", "lp",
                                                                                  "2020", "2099",
    "cost < 100", "cost <", "( cost < 1", "not", "cost = 'a' and", "((((" * 5000, "not " * 5000, "cost, cost", "all",
                                                                                  b"\xff\xfe", b"a\xc3"]
OPTIONS = ["--model", "--set", "--out", "--format", "--zeros", "--time-limit", "--plan", "--period", "--months",
           "--sharing", "--members", "--jobs",
           "--disruption", "--of", "--commodity", "--service", "--split", "--vary", "--steps", "--within", "--where",
           "--columns", "--into",
           "--year", "--home", "--replace", "--map", "--from", "--synthetic", "--seed", "--cost", "--weights",
           "--resume", "--version", "--none"]


def spoil_arguments(random, arguments):
    """Leaves out, doubles, swaps, replaces or adds arguments; returns them and what was done."""
    arguments, done = list(arguments), []
    for _ in range(random.choice([1, 1, 2])):
        if not arguments:
            break
        kind = random.choice(["replace", "replace", "replace", "replace", "number", "number", "drop", "double",
                              "swap", "add", "add option", "glue"])
        at = random.randrange(len(arguments))
        if kind in ("replace", "number"):
            values = [i for i, a in enumerate(arguments) if not str(a).startswith("--")] or [at]
            arguments[random.choice(values)] = random.choice(ARGUMENTS if kind == "replace" else NUMBERS)
        elif kind == "drop":
            del arguments[at]
        elif kind == "double":
            doubled = arguments[at:at + random.choice([1, 2])]
            # The system takes some 2 MB of arguments.
            isShort = sum(map(len, doubled)) < 1000
            arguments[at:at] = doubled * random.choice([1, 1, 200 if isShort else 2])
        elif kind == "swap":
            other = random.randrange(len(arguments))
            arguments[at], arguments[other] = arguments[other], arguments[at]
        elif kind == "add":
            arguments.insert(at, random.choice(ARGUMENTS))
        elif kind == "add option":
            arguments += [random.choice(OPTIONS), random.choice(ARGUMENTS)][:random.choice([1, 2, 2])]
        elif at + 1 < len(arguments):
            arguments[at:at + 2] = [os.fsencode(arguments[at]) + b"=" + os.fsencode(arguments[at + 1])]
        done.append(f"arguments: {kind}")
    return arguments, done
