/// Excerpts of world files of the Mineral Commodity Summaries in the form of the downloads. Figures are changed.
enum USGSDownloads {
  /// The same ore twice: its weight, and that of the iron in it.
  static let ironOre = """
    Source,Country,Type,Prod_kt_2021,Prod_kt_est_2022,Prod_notes,Reserves_Mt,Reserves_notes
    MCS2023,Australia,Iron ore - mine production - usable ore -thousand metric tons,900000,880000,,51000,"Crude ore, million metric tons"
    MCS2023,Brazil,Iron ore - mine production - usable ore -thousand metric tons,400000,410000,,34000,
    MCS2023,Other countries,Iron ore - mine production - usable ore -thousand metric tons,90000,90000,,18000,
    MCS2023,World total (rounded),Iron ore - mine production - usable ore -thousand metric tons,1390000,1400000,,180000,
    MCS2023,Australia,Iron ore - mine production - iron content - thousand metric tons,560000,540000,,27000,
    MCS2023,Brazil,Iron ore - mine production - iron content - thousand metric tons,250000,260000,,15000,
    MCS2023,Other countries,Iron ore - mine production - iron content - thousand metric tons,5000,5000,,9500,
    MCS2023,World total (rounded),Iron ore - mine production - iron content - thousand metric tons,815000,805000,,85000,

    """

  /// Two minerals that add up to a total of both.
  static let titanium = """
    Source,Country,Type,Prod_kt_est_2022,Prod_kt_est_2023,Prod_notes,Reserves_kt,Reserves_notes
    MCS2024,United States,"Mine production: Ilmenite, titanium dioxide (TiO2) content.",200,210,"Rounded to the nearest 100,000 tons.",2000,
    MCS2024,Australia,"Mine production: Ilmenite, titanium dioxide (TiO2) content.",410,420,,180000,
    MCS2024,"World total (ilmenite, rounded)","World total mine production: Ilmenite, titanium dioxide (TiO2) content.",610,630,,690000,
    MCS2024,United States,"Mine production: rutile, titanium dioxide (TiO2) content.",included with ilmenite,included with ilmenite,,included with ilmenite,
    MCS2024,Australia,"Mine production: rutile, titanium dioxide (TiO2) content.",190,200,,35000,
    MCS2024,"World total (rutile, rounded)","World total mine production: rutile (rounded), titanium dioxide (TiO2) content.",190,200,,55000,
    MCS2024,"World total (ilmenite and rutile, rounded)","World total mine production: ilmentite and rutile (rounded), titanium dioxide (TiO2) content.",800,830,,750000,

    """

  /// Two metals of one ore, each with a total of its own, in kilograms.
  static let platinum = """
    Source,Country,Type,Prod_kg_2021,Prod_kg_est_2022,Prod_notes,Reserves_kg,Reserves_notes
    MCS2023,Canada, Mine production: Palladium,15000,16000,,NA,Included with platinum
    MCS2023,Russia, Mine production: Palladium,"85,000",87000,Production in 2021 is also estimated.,NA,Included with platinum
    MCS2023,World total (rounded), World mine production: Palladium,100000,103000,,NA,Included with platinum
    MCS2023,Canada, Mine production: Platinum,6000,6100,,310000,
    MCS2023,Russia, Mine production: Platinum,"21,000",20000,,5500000,
    MCS2023,World total (rounded),World mine production: Platinum,27000,26000,,70000000,

    """

  /// A total without the country whose output is withheld.
  static let barite = """
    Source,Country,Type,Prod_kt_2021,Prod_kt_est_2022,Prod_notes,Reserves_kt,Reserves_notes
    MCS2023,United States,"Mine production, barite",W,300,,NA,
    MCS2023,China,"Mine production, barite",2000,1900,,37000,
    MCS2023,India,"Mine production, barite",1600,(4),,51000,
    MCS2023,"World total (rounded), excluding U.S. production","Mine production, barite",3600,1900,Excludes U.S. production.,NA,

    """

  /// The kind of production stands in the place of the name `Type`, after a byte order mark, with blank columns.
  static let fluorspar = """
    \u{FEFF}Source,Country,"Mine production, fluorspar",Prod_kt_2022,Prod_kt_Est_2023,Prod_notes,Reserves_kt,Reserves_notes,,\r
    MCS2024,United States,"Mine production, fluorspar",NA,NA,,NA,,,\r
    MCS2024,Chinae,"Mine production, fluorspar",5600,5700,,67000,,,\r
    MCS2024,Mexico,"Mine production, fluorspar",1000,1100,,68000,,,\r
    MCS2024,World total (rounded),"Mine production, fluorspar",6600,6800,,280000,,,\r
    ,,,,,,,,,\r

    """

  /// Estimates marked `e`, and less than half a unit.
  static let sand = """
    Source,Country,Type,Prod_kt_2022,Prod_kt_est_2023,Prod_notes,Reserves_kt,Reserves_notes,,
    MCS2024,United States,"Mine production, industrial sand and gravel",114000,130000,,NA,,,
    MCS2024,Argentina,"Mine production, industrial sand and gravel","e3,900",4000,also estimated in 2022,NA,,,
    MCS2024,Mexico,"Mine production, industrial sand and gravel",Less than ½ unit.,Less than ½ unit.,,NA,,,
    MCS2024,Atlantis,"Mine production, industrial sand and gravel",10,11,,NA,,,
    MCS2024,Other countries,"Mine production, industrial sand and gravel"," e24,000",25000,,NA,,,
    MCS2024,World total (rounded),"Mine production, industrial sand and gravel",142000,159000,,NA,,,

    """

  /// Each country counts something else, and only one total is told.
  static let silicon = """
    Source,Country,Type,Prod_kt_est_2021,Prod_kt_est_2022,Prod_notes,Reserves_kt,Reserves_notes
    MCS2023,Bhutan,"Plant production, silicon content of ferrosilicon production",80,85,,NA,
    MCS2023,Brazil,"Plant production, silicon content of combined totals for ferrosilicon and silicon metal production",390,400,,NA,
    MCS2023,World total (rounded),"Plant production, silicon content of combined totals for ferrosilicon and silicon metal production",470,480,,NA,

    """

  /// What is counted stands after the country, and the total is not applicable.
  static let boron = """
    Source,Country,Type,Prod_kt_est_2021,Prod_kt_est_2022,Prod_notes,Reserves_kt,Reserves_notes
    MCS2023,"Argentina, crude ore","Mine production, crude ore",130,135,,NA,Not available
    MCS2023,"Chile, ulexite","Mine production, ulexite",290,300,,35000,
    MCS2023,"Turkey, refined borates","Plant production, refined borates",1700,1710,,1200000,
    MCS2023,World total,XX,XX,XX,Not applicable,NA,Not available

    """

  /// Million metric tons as `mmt`, and two products.
  static let steel = """
    Source,Country,Type,Prod_mmt_2022,Prod_mmt_est_2023,Prod_notes,Reserves_mmt,Reserves_notes,,,
    MCS2024,Japan,"Pig iron, million metric tons",64,63,,,,,,
    MCS2024,"Korea, Republic of","Pig iron, million metric tons",42,44,,,,,,
    MCS2024,World total (rounded),"Pig iron, million metric tons",106,107,,,,,,
    MCS2024,Japan,"Raw steel, million metric tons",89,87,,,,,,
    MCS2024,World total (rounded),"Raw steel, million metric tons",89,87,,,,,,

    """

  /// The name of the product in the names of columns.
  static let sponge = """
    Source,Country,Type,Prod_Sponge_t_Est_2022,Prod_Sponge_t_Est_2023,Prod_notes,Cap_Sponge_t_2023,Cap_Pigment_t_2023
    MCS2024,United States,Sponge Metal Production and Sponge and Pigment Capacity,W,W,,500,1360000
    MCS2024,Japan,Sponge Metal Production and Sponge and Pigment Capacity,47000,60000,,65200,322000
    MCS2024,Mexico,Sponge Metal Production and Sponge and Pigment Capacity,0,0,,0,350000
    MCS2024,World total (rounded),Sponge Metal Production and Sponge and Pigment Capacity,47000,60000,Excludes U.S. production.,66000,2000000

    """

  /// No weight: million cubic meters; two rows for one country.
  static let helium = """
    Source,Country,Type,Prod_mcm_2022,Prod_mcm_est_2023,Prod_notes,Reserves_mcm,Reserves_notes
    MCS2024,United States (extracted from natural gas),"Mine production, helium",65,60,,8500,
    MCS2024,United States (from Cliffside Field),"Mine production, helium",12,19,,52,

    """

  static let salient = """
    DataSource,Commodity,Year,USprod_Concentrate_t,NIR_Concentrate_pct
    MCS2023,Fluorspar,2022,0,100

    """
}
