#!/usr/bin/env python3
"""The planning LP of a synthetic instance, written in linopy with labelled arrays and solved by HiGHS.

    plan_linopy.py FOLDER        prints the optimum

Covers only what `plusone new --synthetic` writes: periods of a year, a lane between all pairs of regions,
projects with lead times, stockpiles that are held, one goal of reliance.
"""
import sys
import warnings

import linopy
import pandas as pd
import xarray as xr
import yaml


# Masked variables count as 0 in sums, as they should.
warnings.filterwarnings("ignore", category=linopy.LinopySemanticsWarning)


def table(folder, name, *index):
    """A table with the columns of its key as index."""
    return pd.read_csv(f"{folder}/{name}.csv").set_index(list(index) if len(index) > 1 else index[0])


def lane_costs(folder, commodities, regions):
    """Cost of a unit with its tariff, by commodity, origin and destination; free inside a region."""
    rows = pd.read_csv(f"{folder}/lanes.csv").fillna({"tariff": 0})
    is_general = rows["commodity"] == "*"
    general = rows[is_general]["unit_cost"].item()
    named = rows[~is_general].set_index(["commodity", "origin", "destination"])
    price = named.index.get_level_values("commodity").map(commodities["price"])
    cost = (named["unit_cost"] + named["tariff"] * price).to_xarray().fillna(general)
    cost = cost.reindex(
        commodity=commodities.index, origin=regions, destination=regions, fill_value=general)
    return cost.where(cost["origin"] != cost["destination"], 0).rename(origin="region")


def demands(folder, goods, regions, periods):
    """Demand and shortage cost, by region, commodity and period."""
    rows = pd.read_csv(f"{folder}/demands.csv", dtype={"period": str})
    rows["period"] = [list(periods) if text == "*" else [int(text)] for text in rows["period"]]
    cells = rows.explode("period").astype({"period": int})
    cells = cells.set_index(["region", "commodity", "period"]).to_xarray()
    cells = cells.reindex(region=regions, commodity=goods, period=periods).fillna(0)
    return cells["quantity"], cells["shortage_cost"]


def rates(folder, goods):
    """Outputs and inputs of a unit of each process, by process and commodity."""
    processes = table(folder, "processes", "process")
    recipes = table(folder, "recipes", "process", "commodity")
    main = pd.DataFrame({"commodity": processes["output"], "quantity": 1.0})
    main = main.set_index("commodity", append=True)["quantity"]
    others = recipes.query("role == 'byproduct'")["quantity"]
    inputs = recipes.query("role == 'input'")["quantity"]
    return (
        part.to_xarray().reindex(process=processes.index, commodity=goods).fillna(0)
        for part in (pd.concat([main, others]), inputs))


def plan(folder):
    with open(f"{folder}/instance.yaml") as file:
        instance = yaml.safe_load(file)
    with open(f"{folder}/model.yaml") as file:
        goal = yaml.safe_load(file)["goals"][0]
    commodities = table(folder, "commodities", "commodity")
    goods = commodities.index
    region = pd.read_csv(f"{folder}/regions.csv").set_index("region").index
    periods = pd.RangeIndex(instance["periods"]["from"], instance["periods"]["to"] + 1, name="period")
    rate = instance["discount_rate"]
    discount = xr.DataArray((1 + rate) ** -(periods - periods[0]).astype(float), coords=[periods])
    yields, uses = rates(folder, goods)
    demand, shortage_cost = demands(folder, goods, region, periods)

    model = linopy.Model()
    flow_cost = lane_costs(folder, commodities, region)
    flow = model.add_variables(lower=0, coords=[*flow_cost.indexes.values(), periods], name="flow")
    short = model.add_variables(lower=0, upper=demand, mask=demand > 0, name="shortage")

    facilities = table(folder, "facilities", "facility")
    capacity = facilities["capacity"].to_xarray()
    made = model.add_variables(
        lower=0, upper=capacity.expand_dims(period=periods), name="facilities")
    projects = table(folder, "projects", "project")
    built = model.add_variables(lower=0, coords=[projects.index, periods], name="projects")

    # Orders by the period in which they are placed, and which of them are in operation in a period.
    ordered = periods.rename("ordered")
    age = xr.DataArray(periods, coords=[periods]) - xr.DataArray(ordered, coords=[ordered])
    lead, life = (projects[key].to_xarray() for key in ("lead_years", "life_years"))
    stands = (age >= lead) & (age < lead + life)
    order = model.add_variables(
        lower=0, coords=[projects.index, ordered], mask=stands.any("period"), name="orders")
    model.add_constraints(
        built - (order * stands.astype(float)).sum("ordered") <= 0, name="project_capacity")
    model.add_constraints(order.sum("ordered") <= projects["max_capacity"].to_xarray(), name="max_capacity")

    # Stockpiles may be filled, and nothing is drawn from them.
    stockpiles = table(folder, "stockpiles", "stockpile")
    put = model.add_variables(lower=0, coords=[stockpiles.index, periods], name="put")
    level = model.add_variables(
        lower=0, upper=stockpiles["capacity"].to_xarray().expand_dims(period=periods), name="level")
    initial = stockpiles["initial"].to_xarray() * (discount * 0 + (discount.period == periods[0]))
    model.add_constraints(level - level.shift(period=1) - put == initial, name="stock")

    # Balances, by region, commodity and period.
    def by_region(activity, producers, per_unit):
        rates = per_unit.sel(process=producers["process"].to_xarray()).drop_vars("process")
        return (activity * rates).groupby(producers["region"].to_xarray()).sum().reindex(region=region)

    def of_all(per_unit):
        return by_region(made, facilities, per_unit) + by_region(built, projects, per_unit)

    model.add_constraints(of_all(yields) - flow.sum("destination") >= 0, name="supply")
    holds = (stockpiles["commodity"].to_xarray() == xr.DataArray(goods, coords=[goods])).astype(float)
    stored = (put * holds).groupby(stockpiles["region"].to_xarray()).sum().reindex(region=region)
    arrives = flow.sum("region").rename(destination="region")
    model.add_constraints(arrives + short - stored - of_all(uses) == demand, name="use")

    home = instance["home"]
    focus, rival = (instance["parameters"][goal[key].removeprefix("$")] for key in ("commodity", "upon"))
    share = float(goal["at_most"].removesuffix("%")) / 100
    imports = flow.sel(commodity=focus, destination=home, period=slice(goal["from"], None))
    model.add_constraints(imports.sel(region=rival) - share * imports.sum("region") <= 0, name="reliance")

    years = projects["life_years"]
    annuity = projects["capex"] * rate / (1 - (1 + rate) ** -years.astype(float))
    model.add_objective(
        (flow * (flow_cost * discount)).sum()
        + (made * (facilities["unit_cost"].to_xarray() * discount)).sum()
        + (built * (projects["unit_cost"].to_xarray() * discount)).sum()
        + (level * (stockpiles["holding_cost"].to_xarray() * discount)).sum()
        + (short * (shortage_cost * discount)).sum()
        + (order * (annuity.to_xarray() * (stands * discount).sum("period"))).sum())
    return model


def main():
    model = plan(sys.argv[1])
    # HiGHS gets arrays, not a file: linopy's fastest interface.
    model.solve("highs", io_api="direct", output_flag=False, progress=False)
    print(repr(model.objective.value))


if __name__ == "__main__":
    main()
