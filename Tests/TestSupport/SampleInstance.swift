/// A small valid instance with every table, which tests change.
public enum SampleInstance {
  public static let files: [String: String] = [
    "instance.yaml": """
    name: sample
    title: A sample
    currency: USD
    periods: [2020, 2021, 2022]
    discount_rate: 5%
    home: JPN
    parameters: {rival: CHN, focus: oxide}
    description: For tests.
    sources: [made up]

    """,
    "regions.csv": """
    region,name,latitude,longitude,risk
    JPN,Japan,36,138,0.1
    CHN,China,35,104,0.5
    AUS,Australia,-25,134,0.1

    """,
    "blocs.csv": "bloc,region\nallies,JPN\nallies,AUS\n",
    "commodities.csv": "commodity,unit,price\nore,t,1\noxide,t,50\nmagnet,t,90\n",
    "groups.csv": "group,commodity\nfinals,oxide\nfinals,magnet\n",
    "processes.csv": """
    process,stage,output
    mine,mining,ore
    separate,separation,oxide
    sinter,magnets,magnet

    """,
    "recipes.csv": """
    process,commodity,role,quantity
    separate,ore,input,10
    sinter,oxide,input,0.4
    sinter,ore,byproduct,0.1

    """,
    "facilities.csv": """
    facility,process,region,capacity,unit_cost,minimum,opens,closes
    m1,mine,CHN,2000,2,,,
    m2,mine,AUS,1000,3,,2021,2022
    s1,separate,CHN,150,10,5,,
    s2,separate,AUS,50,15,,,
    g1,sinter,JPN,100,20,,,

    """,
    "capacities.csv":
      "facility,period,capacity,unit_cost,minimum\ns1,2021,140,11,\nm2,2022,,3.5,\n",
    "prices.csv": "commodity,period,price\noxide,2021,60\nfinals,*,70\n",
    "lanes.csv": """
    commodity,origin,destination,unit_cost,tariff,capacity,period
    *,*,*,1,,,
    oxide,CHN,allies,2,0.05,,2021
    finals,AUS,JPN,1.5,,500,

    """,
    "quotas.csv": """
    quota,commodity,origin,destination,quantity,period
    q,oxide,CHN,*,90,
    q,oxide,CHN,JPN,60,2021

    """,
    "demands.csv": """
    region,commodity,period,quantity,shortage_cost
    JPN,magnet,*,40,1000
    allies,oxide,2020,10,500

    """,
    "stockpiles.csv": """
    stockpile,region,commodity,initial,capacity,holding_cost,release_limit,loss,minimum,final
    w,JPN,oxide,5,20,0.1,10,0.01,1,5

    """,
    "programmes.csv": "programme,payer,budget,share,opens,closes\nfund,JPN,1000,0.5,2020,2021\n",
    "projects.csv": """
    project,process,region,max_capacity,capex,unit_cost,lead_years,fixed_cost,min_capacity,earliest,latest,life_years,kind,programme
    p1,separate,JPN,30,40,12,1,10,5,2020,2021,20,onshoring,fund

    """,
    "contracts.csv": """
    contract,commodity,origin,destination,quantity,starts,ends,price,floor
    c,oxide,AUS,JPN,5,2021,2022,70,65

    """,
    "history.csv": "commodity,origin,destination,period,quantity\noxide,CHN,JPN,2020,20\n",
    "observed.csv":
      "commodity,origin,destination,period,quantity\noxide,CHN,JPN,2021,18\noxide,AUS,JPN,2021,6\n",
    "disruptions.csv": """
    disruption,effect,region,commodity,process,partner,factor,months,probability
    ban,exports,CHN,oxide,,allies,0,12,0.1
    ban,demand,JPN,magnet,,,1.2,6,
    strait,lane,JPN,,,CHN,0.5,3,0.05
    quake,production,AUS,,mine,,0.2,4,
    quake,stock,JPN,,,,0.9,1,

    """,
    "sources.csv": """
    source,title,publisher,year,url,doi,licence,read
    survey,Survey of mines,Survey office,2021,https://example.org/mines,10.1000/mines-2021,CC BY 4.0,2022-03-31
    trade,Trade by country,Customs,2020,,,,

    """,
    "checks.csv": """
    check,kind,commodity,region,partner,period,published,tolerance
    from-chn,supply_share,oxide,JPN,CHN,2020,0.9,0.1
    ore-chn,production_share,ore,CHN,,2021,0.6,
    magnets,demand,magnet,JPN,,2020,40,

    """,
    "assumptions.csv": """
    assumption,table,where,column,low,high,mode,distribution,title,source,note
    mining,facilities,process=mine,unit_cost,0.8,1.5,,,What mining costs,survey:table 3,
    mining,projects,process=separate,unit_cost,0.8,1.5,multiply,,,survey:table 3,
    delay,projects,,lead_years,0,2,add,uniform,,survey:table 3,
    rust,stockpiles,stockpile=w,loss,0,1,set,,How much oxide is lost,survey:table 3,
    ban,disruptions,disruption=ban;effect=exports,months,0.5,2,,triangular,,survey:table 3,

    """,
  ]

  public static var bytes: [String: [UInt8]] { files.mapValues { Array($0.utf8) } }
}
