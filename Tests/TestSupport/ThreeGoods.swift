/// Two members that store three goods in different units, one of which has no price. Each member makes what it uses,
/// and lanes cost too much for trade without a disruption. So what a member needs is known: a service level of 75 % of
/// 120 units a year takes 90 units in the disruption that hits it.
public enum ThreeGoods {
  public static let files = [
    "instance.yaml": """
    name: three-goods
    title: Two islands and three goods
    currency: USD
    periods: [2030]
    discount_rate: 0.05
    home: pair

    """,
    "regions.csv": "region\nEAST\nWEST\n",
    "blocs.csv": "bloc,region\npair,EAST\npair,WEST\n",
    "commodities.csv": "commodity,unit,price\noil,t,10\ngas,m3,2\ncoal,kg,\n",
    "groups.csv": "group,commodity\nliquid,oil\n",
    "processes.csv": "process,stage,output\nwell,well,oil\nvent,well,gas\npit,pit,coal\n",
    "facilities.csv": """
    facility,process,region,capacity,unit_cost
    east-well,well,EAST,120,1
    west-well,well,WEST,120,1
    east-vent,vent,EAST,120,1
    west-vent,vent,WEST,120,1
    east-pit,pit,EAST,120,1
    west-pit,pit,WEST,120,1

    """,
    "lanes.csv": "commodity,origin,destination,unit_cost\n*,*,*,5\n",
    "demands.csv": "region,commodity,period,quantity,shortage_cost\n*,*,*,120,100\n",
    "stockpiles.csv": """
    stockpile,region,commodity,initial,capacity,holding_cost
    east-oil,EAST,oil,5,500,0.5
    west-oil,WEST,oil,100,500,0.5
    east-gas,EAST,gas,10,500,0.1
    east-coal,EAST,coal,0,500,0.2

    """,
    "disruptions.csv": """
    disruption,effect,region,process,factor,months
    quake,production,EAST,well,0,12
    flood,production,EAST,well,0,12
    storm,production,WEST,well,0,12
    leak,production,EAST,vent,0,12
    fire,production,EAST,pit,0,12

    """,
    "model.yaml": "name: as-is\nstress: {horizon_months: 12, reroute_months: 12}\n",
  ]

  /// The same as bytes.
  public static var bytes: [String: [UInt8]] { files.mapValues { Array($0.utf8) } }
}
