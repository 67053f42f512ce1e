#!/usr/bin/env python3
"""The planning LP of a synthetic instance, written in Pyomo and solved by glpsol.

    plan_pyomo.py FOLDER        prints the optimum

Covers only what `plusone new --synthetic` writes: periods of a year, a lane between all pairs of regions,
projects with lead times, stockpiles that are held, one goal of reliance.
"""
import csv
import sys
from collections import defaultdict

import pyomo.environ as pyo
import yaml


def rows(folder, name):
    with open(f"{folder}/{name}.csv", newline="") as file:
        return list(csv.DictReader(file))


def by(folder, name, key):
    return {row[key]: row for row in rows(folder, name)}


def rates(folder):
    """Outputs and inputs of a unit of each process: lists of (process, quantity) by commodity."""
    yields, uses = defaultdict(list), defaultdict(list)
    for row in rows(folder, "processes"):
        yields[row["output"]].append((row["process"], 1.0))
    for row in rows(folder, "recipes"):
        part = uses if row["role"] == "input" else yields
        part[row["commodity"]].append((row["process"], float(row["quantity"])))
    return yields, uses


def demands(folder, periods):
    """Demand and shortage cost, by commodity, region and period."""
    demand, cost = {}, {}
    for row in rows(folder, "demands"):
        for t in periods if row["period"] == "*" else [int(row["period"])]:
            place = row["commodity"], row["region"], t
            demand[place], cost[place] = float(row["quantity"]), float(row["shortage_cost"])
    return demand, cost


def lane_costs(folder, commodities, regions):
    """Cost of a unit with its tariff, by commodity, origin and destination; free inside a region."""
    general, cost = 0.0, {}
    for row in rows(folder, "lanes"):
        if row["commodity"] == "*":
            general = float(row["unit_cost"])
            continue
        tariff = float(row["tariff"] or 0) * float(commodities[row["commodity"]]["price"])
        cost[row["commodity"], row["origin"], row["destination"]] = float(row["unit_cost"]) + tariff
    return {
        (k, i, j): 0.0 if i == j else cost.get((k, i, j), general)
        for k in commodities for i in regions for j in regions}


def plan(folder):
    with open(f"{folder}/instance.yaml") as file:
        instance = yaml.safe_load(file)
    with open(f"{folder}/model.yaml") as file:
        goal = yaml.safe_load(file)["goals"][0]
    periods = range(instance["periods"]["from"], instance["periods"]["to"] + 1)
    first, rate = periods[0], instance["discount_rate"]
    discount = {t: (1 + rate) ** (first - t) for t in periods}
    commodities = by(folder, "commodities", "commodity")
    regions = [row["region"] for row in rows(folder, "regions")]
    facilities, projects = by(folder, "facilities", "facility"), by(folder, "projects", "project")
    piles = by(folder, "stockpiles", "stockpile")
    yields, uses = rates(folder)
    demand, shortage_cost = demands(folder, periods)
    flow_cost = lane_costs(folder, commodities, regions)
    makers = defaultdict(list)
    for name, row in [*facilities.items(), *projects.items()]:
        makers[row["process"], row["region"]].append(name)

    def stands(p, s, t):
        """Whether capacity ordered in s is in operation in t."""
        lead = int(projects[p]["lead_years"])
        return lead <= t - s < lead + int(projects[p]["life_years"])

    model = pyo.ConcreteModel()
    model.flow = pyo.Var(commodities, regions, regions, periods, within=pyo.NonNegativeReals)
    model.short = pyo.Var(
        [place for place in demand if demand[place] > 0], within=pyo.NonNegativeReals,
        bounds=lambda m, *place: (0, demand[place]))
    model.made = pyo.Var(
        [*facilities, *projects], periods, within=pyo.NonNegativeReals,
        bounds=lambda m, q, t: (0, float(facilities[q]["capacity"]) if q in facilities else None))
    model.order = pyo.Var(
        [(p, s) for p in projects for s in periods if any(stands(p, s, t) for t in periods)],
        within=pyo.NonNegativeReals)
    model.put = pyo.Var(piles, periods, within=pyo.NonNegativeReals)
    model.level = pyo.Var(
        piles, periods, bounds=lambda m, w, t: (0, float(piles[w]["capacity"])))

    def activity(m, rates, i, k, t):
        return pyo.quicksum(
            rate * m.made[q, t] for process, rate in rates[k] for q in makers[process, i])

    @model.Constraint(regions, commodities, periods)
    def supply(m, i, k, t):
        return activity(m, yields, i, k, t) >= pyo.quicksum(m.flow[k, i, j, t] for j in regions)

    @model.Constraint(regions, commodities, periods)
    def use(m, j, k, t):
        arrives = pyo.quicksum(m.flow[k, i, j, t] for i in regions)
        stored = pyo.quicksum(
            m.put[w, t] for w, row in piles.items() if (row["region"], row["commodity"]) == (j, k))
        short = m.short[k, j, t] if (k, j, t) in m.short else 0
        return arrives + short - stored == activity(m, uses, j, k, t) + demand.get((k, j, t), 0)

    @model.Constraint(projects, periods)
    def project_capacity(m, p, t):
        alive = pyo.quicksum(m.order[p, s] for s in periods if stands(p, s, t))
        return m.made[p, t] <= alive

    @model.Constraint(projects)
    def max_capacity(m, p):
        ordered = pyo.quicksum(m.order[p, s] for s in periods if (p, s) in m.order)
        return ordered <= float(projects[p]["max_capacity"])

    @model.Constraint(piles, periods)
    def stock(m, w, t):
        before = m.level[w, t - 1] if t > first else float(piles[w]["initial"])
        return m.level[w, t] == before + m.put[w, t]

    home = instance["home"]
    focus, rival = (instance["parameters"][goal[key].removeprefix("$")] for key in ("commodity", "upon"))
    share = float(goal["at_most"].removesuffix("%")) / 100

    @model.Constraint([t for t in periods if t >= int(goal["from"])])
    def reliance(m, t):
        return m.flow[focus, rival, home, t] <= share * pyo.quicksum(
            m.flow[focus, i, home, t] for i in regions)

    def annuity(p):
        life = int(projects[p]["life_years"])
        return float(projects[p]["capex"]) * rate / (1 - (1 + rate) ** -life)

    unit_cost = {q: float(row["unit_cost"]) for q, row in [*facilities.items(), *projects.items()]}
    model.cost = pyo.Objective(expr=(
        pyo.quicksum(flow_cost[k, i, j] * discount[t] * model.flow[k, i, j, t]
                     for k, i, j, t in model.flow)
        + pyo.quicksum(unit_cost[q] * discount[t] * model.made[q, t] for q, t in model.made)
        + pyo.quicksum(float(piles[w]["holding_cost"]) * discount[t] * model.level[w, t]
                       for w, t in model.level)
        + pyo.quicksum(shortage_cost[k, j, t] * discount[t] * model.short[k, j, t]
                       for k, j, t in model.short)
        + pyo.quicksum(annuity(p) * sum(discount[t] for t in periods if stands(p, s, t)) * model.order[p, s]
                       for p, s in model.order)))
    return model


def main():
    model = plan(sys.argv[1])
    result = pyo.SolverFactory("glpk").solve(model)
    pyo.assert_optimal_termination(result)
    print(repr(pyo.value(model.cost)))


if __name__ == "__main__":
    main()
