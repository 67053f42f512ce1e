#!/usr/bin/env python3
"""The least lost value of each disruption of a stored plan, one LP each, written in linopy and solved by HiGHS.

    stress_linopy.py FOLDER PLAN        prints `disruption,lost_value`

FOLDER is an instance that `plusone new --synthetic` wrote, whose disruptions stop production in a region; PLAN is
what `plusone solve --out` wrote. The window is 12 months from the last period on; flows between regions stay
within the plan's for 3 months.
"""
import sys

import linopy
import pandas as pd
import xarray as xr
import yaml

from plan_linopy import demands, rates, table

MONTHS = pd.RangeIndex(1, 13, name="month")
REROUTE = 3


class Window:
    """The part of the window that all disruptions have in common."""

    def __init__(self, folder, plan):
        with open(f"{folder}/instance.yaml") as file:
            periods = yaml.safe_load(file)["periods"]
        last = periods["to"]
        self.goods = table(folder, "commodities", "commodity").index
        self.regions = pd.read_csv(f"{folder}/regions.csv").set_index("region").index
        self.yields, self.uses = rates(folder, self.goods)
        every = pd.RangeIndex(periods["from"], last + 1, name="period")
        self.demand, self.shortage_cost = (
            part.sel(period=last, drop=True)
            for part in demands(folder, self.goods, self.regions, every))
        producers = pd.read_csv(f"{plan}/production.csv").query("period == @last")
        self.producers = producers.set_index("producer")
        flows = pd.read_csv(f"{plan}/allocation.csv").query("period == @last")
        flows = flows.set_index(["commodity", "origin", "destination"])["quantity"].to_xarray()
        flows = flows.reindex(
            commodity=self.goods, origin=self.regions, destination=self.regions).fillna(0)
        flows = flows.where(flows["origin"] != flows["destination"], float("inf"))
        before = xr.DataArray(MONTHS <= REROUTE, coords=[MONTHS])
        self.most_flow = flows.rename(origin="region").where(before, float("inf"))
        stocks = pd.read_csv(f"{plan}/stocks.csv").query("period == @last - 1")
        self.stocks = stocks.set_index("stockpile")

    def capacity(self, effects):
        """Capacity by producer and month under the effects of a disruption."""
        capacity = self.producers["capacity"].to_xarray() * xr.DataArray(1.0, coords=[MONTHS])
        for effect in effects.itertuples():
            hit = self.producers["region"] == effect.region
            if isinstance(effect.process, str):
                hit &= self.producers["process"] == effect.process
            is_hit = hit.to_xarray() & (xr.DataArray(MONTHS, coords=[MONTHS]) <= effect.months)
            capacity = capacity.where(~is_hit, capacity * effect.factor)
        return capacity

    def lost_value(self, effects):
        model = linopy.Model()
        flow = model.add_variables(lower=0, upper=self.most_flow, name="flow")
        demand = self.demand * xr.DataArray(1.0, coords=[MONTHS])
        short = model.add_variables(lower=0, upper=demand, mask=demand > 0, name="shortage")
        made = model.add_variables(lower=0, upper=self.capacity(effects), name="activity")
        draw = model.add_variables(lower=0, coords=[self.stocks.index, MONTHS], name="draw")
        level = model.add_variables(lower=0, coords=[self.stocks.index, MONTHS], name="level")

        def by_region(per_unit):
            rate = per_unit.sel(process=self.producers["process"].to_xarray()).drop_vars("process")
            region = self.producers["region"].to_xarray()
            return (made * rate).groupby(region).sum().reindex(region=self.regions)

        model.add_constraints(by_region(self.yields) - flow.sum("destination") >= 0, name="supply")
        goods = xr.DataArray(self.goods, coords=[self.goods])
        holds = (self.stocks["commodity"].to_xarray() == goods).astype(float)
        drawn = (draw * holds).groupby(self.stocks["region"].to_xarray()).sum()
        drawn = drawn.reindex(region=self.regions)
        arrives = flow.sum("region").rename(destination="region")
        model.add_constraints(
            arrives + drawn + short - by_region(self.uses) == demand, name="use")
        first = xr.DataArray((MONTHS == 1).astype(float), coords=[MONTHS])
        model.add_constraints(
            level - level.shift(month=1) + draw / 12 == self.stocks["level"].to_xarray() * first,
            name="stock")
        model.add_objective((short * (self.shortage_cost / 12)).sum())
        model.solve("highs", io_api="direct", output_flag=False, progress=False)
        return model.objective.value


def main():
    folder, plan = sys.argv[1:]
    window = Window(folder, plan)
    for name, effects in pd.read_csv(f"{folder}/disruptions.csv").groupby("disruption", sort=False):
        print(f"{name},{window.lost_value(effects)!r}")


if __name__ == "__main__":
    main()
