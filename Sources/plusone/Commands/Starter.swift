/// The instance and model that `plusone new` writes: two commodities, three regions, one goal.
enum Starter {
  static func files(name: String) -> [String: String] {
    [
      "instance.yaml": """
      # An instance is this file and the tables beside it. Every table may have columns `source` and `note`.
      name: \(name)
      title: Magnets for HOME, 2025-2030
      currency: USD thousand
      # Or a list [2025, 2026], or periods of several years: [{label: 2025-29, years: 5}].
      periods: {from: 2025, to: 2030}
      discount_rate: 0.05
      # The region or bloc for which the plan is made. Costs are those of all regions.
      home: HOME
      # Values that models may use as $rival and $focus.
      parameters: {rival: RIVAL, focus: magnets}
      description: A small example to change. Every figure is made up.

      """,
      "regions.csv": """
      region,risk,note
      ALLY,0.1,assumption: made up; risk from 0 (safe) to 1; used in reports only
      HOME,0,assumption: made up
      RIVAL,0.6,assumption: made up

      """,
      "blocs.csv": """
      bloc,region,note
      partners,HOME,assumption: made up; a bloc is a name for several regions
      partners,ALLY,assumption: made up

      """,
      "commodities.csv": """
      commodity,unit,price,note
      oxide,t,40,assumption: made up; price: the base of tariffs
      magnets,t,90,assumption: made up

      """,
      "processes.csv": """
      process,stage,output,note
      refining,refining,oxide,assumption: made up; a process without inputs needs nothing (a mine)
      magnet_making,magnets,magnets,assumption: made up

      """,
      "recipes.csv": """
      process,commodity,role,quantity,note
      magnet_making,oxide,input,0.4,assumption: made up; t of oxide per t of magnets

      """,
      "facilities.csv": """
      facility,process,region,capacity,unit_cost,note
      rival_refinery,refining,RIVAL,400,15,assumption: made up; capacity in t a year; unit_cost in money per t
      ally_refinery,refining,ALLY,60,30,assumption: made up
      rival_magnets,magnet_making,RIVAL,700,35,assumption: made up
      home_magnets,magnet_making,HOME,40,50,assumption: made up

      """,
      "lanes.csv": """
      commodity,origin,destination,unit_cost,tariff,note
      oxide,RIVAL,HOME,2,0,assumption: made up; goods move between two regions only if a row says so
      oxide,ALLY,HOME,3,0,assumption: made up
      magnets,RIVAL,HOME,2,0.05,assumption: made up; the tariff is a share of the price

      """,
      "demands.csv": """
      region,commodity,period,quantity,shortage_cost,note
      HOME,magnets,*,100,1000,assumption: made up; * is every period; shortage_cost is money per t not served
      HOME,magnets,2030,120,1000,assumption: made up; the last of several matching rows counts
      RIVAL,magnets,*,300,1000,assumption: made up

      """,
      "stockpiles.csv": """
      stockpile,region,commodity,initial,capacity,holding_cost,release_limit,note
      home_reserve,HOME,oxide,5,20,1,10,assumption: made up; the model says whether plans may use stocks

      """,
      "projects.csv": """
      project,process,region,max_capacity,capex,unit_cost,lead_years,kind,programme,note
      home_magnets_2,magnet_making,HOME,80,120,45,2,onshoring,resilience,assumption: made up; capex: money per t a year
      ally_refinery_2,refining,ALLY,50,80,28,2,overseas,,assumption: made up

      """,
      "programmes.csv": """
      programme,payer,budget,share,note
      resilience,HOME,4000,0.5,assumption: made up; pays half of capex within its budget

      """,
      "model.yaml": """
      # A model states the question: goals and options. It names no instance: $home, $rival and $focus come from
      # instance.yaml, and --set cap=30% changes a parameter.
      name: reliance-cap
      title: At most $cap of the $commodity of $of from $upon
      parameters: {of: $home, upon: $rival, commodity: $focus, cap: 50%, by: 2028}
      # Stocks are held; `free` lets them be used, `none` leaves them out.
      stockpiles: hold
      goals:
        - kind: reliance
          name: reliance upon $upon
          of: $of
          upon: $upon
          commodity: $commodity
          at_most: $cap
          by: $by

      """,
    ]
  }
}
