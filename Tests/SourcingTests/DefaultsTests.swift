import Foundation
import Sourcing
import SourcingFiles
import TestSupport
import Testing

/// What a file leaves out and what code leaves out mean the same.
@Suite("What is left out in code")
struct DefaultsTests {
  /// A folder that leaves out everything that it may.
  private static let files = [
    "instance.yaml":
      "name: bare\nperiods: {from: 2030, to: 2032}\ndiscount_rate: 5%\nhome: A\n",
    "regions.csv": "region\nA\nB\n",
    "commodities.csv": "commodity,unit\ng,t\n",
    "processes.csv": "process,stage,output\np,make,g\n",
    "facilities.csv": "facility,process,region,capacity,unit_cost\nf,p,B,100,2\n",
    "lanes.csv": "commodity,origin,destination,unit_cost\n*,*,*,0.5\n",
    "demands.csv": "region,commodity,period,quantity,shortage_cost\nA,g,*,60,50\n",
    "programmes.csv": "programme,payer,budget,share\nfund,A,10,0.5\n",
    "projects.csv":
      "project,process,region,max_capacity,capex,unit_cost\nnew,p,A,40,3,1\n",
    "stockpiles.csv": "stockpile,region,commodity,initial\ns,A,g,7\n",
    "quotas.csv": "quota,commodity,origin,destination,quantity\nq,g,B,A,50\n",
    "contracts.csv": "contract,commodity,origin,destination,quantity\nc,g,B,A,5\n",
    "history.csv": "commodity,origin,destination,period,quantity\ng,B,A,2030,55\n",
    "disruptions.csv":
      "disruption,effect,region,factor,months\nd,production,B,0,3\n",
    "checks.csv": "check,kind,commodity,region,period,published\nuse,demand,g,A,2030,60\n",
    "assumptions.csv":
      "assumption,table,column,low,high,source\na,demands,quantity,0.9,1.2,us\n",
  ]

  private static let goals = """
    goals:
      - {kind: reliance, upon: B, commodity: g, at_most: 50%}
      - {kind: reliance, upon: A, commodity: g, at_least: {2031: 10%, 2032: 30%}}
      - {kind: largest_source, commodity: g, at_most: 60%}
      - {kind: hhi, commodity: g, at_most: 0.7}
      - {kind: plus_one, beyond: B, commodity: g, each_at_least: 10%}
      - {kind: cover, commodity: g, at_least: 30}
      - {kind: service, commodity: g, at_least: 90%}
      - {kind: capex, at_most: 100}
      - {kind: subsidy, programme: fund, at_most: 5}
      - {kind: cost, at_most: 1000}
      - {kind: resilience, against: all, commodity: g, at_least: 80%, each_month_at_least: 50%}
      - {kind: resilience, against: all, commodity: g, each_month_at_least: 40%}

    """

  private static func read(_ modelText: String) throws -> (instance: Instance, model: Model) {
    try withTemporaryFolder { folder in
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      let instance = try InstanceReader.read(folder: folder.path)
      let model = try ModelReader.read(
        bytes: Array(modelText.utf8), file: "model.yaml", instance: instance)
      return (instance, model)
    }
  }

  private static func made() -> Instance {
    var instance = Instance(name: "bare", horizon: Horizon(years: 2030...2032, discountRate: 0.05))
    let (a, b) = (instance.addRegion("A", isHome: true), instance.addRegion("B"))
    let good = instance.addCommodity("g", unit: "t")
    let process = instance.addProcess("p", stage: "make", output: good)
    instance.addFacility("f", process: process, region: b, capacity: 100, unitCost: 2)
    instance.setLanes(Lane(unitCost: 0.5))
    instance.setDemand(of: good, in: a, quantity: 60, shortageCost: 50)
    instance.programmes.append(Programme(id: "fund", payer: a, budget: 10, share: 0.5))
    instance.projects.append(
      Project(id: "new", process: process, region: a, maxCapacity: 40, capex: 3, unitCost: 1))
    instance.stockpiles.append(Stockpile(id: "s", region: a, commodity: good, initial: 7))
    instance.quotas.append(
      Quota(id: "q", commodities: [good], origins: [b], destinations: [a], quantity: 50))
    instance.contracts.append(
      Contract(id: "c", commodity: good, origin: b, destination: a, quantity: 5, periods: 0...2))
    instance.history.append(
      HistoricalFlow(commodity: good, origin: b, destination: a, period: 0, quantity: 55))
    instance.disruptions.append(
      Disruption(
        id: "d",
        effects: [Disruption.Effect(kind: .production, regions: [b], factor: 0, months: 3)]))
    instance.checks.append(
      PublishedCheck(
        id: "use", kind: .demand, commodity: instance.commodityGroup(good),
        region: instance.regionSet(a), period: 0, published: 60))
    let edit = Assumption.Edit(
      table: "demands", column: "quantity", low: 0.9, high: 1.2, source: "us")
    instance.assumptions.append(Assumption(id: "a", edits: [edit]))
    return instance
  }

  /// A value with all its fields as text.
  private static func text(_ value: some Any) -> String {
    var text = ""
    dump(value, to: &text)
    return text
  }

  @Test("of an instance is as in its files")
  func instance() throws {
    var read = try Self.read("name: m\n").instance
    let made = Self.made()
    #expect(!read.folder.isEmpty && !read.contentHash.isEmpty && read.processes[0].line == 2)
    (read.folder, read.contentHash, read.processes[0].line) = ("", "", nil)
    #expect(read.checks[0].line == 2)
    read.checks[0].line = nil
    #expect(read.assumptions[0].edits[0].line == 2)
    read.assumptions[0].edits[0].line = nil
    // The lanes of the file have a line.
    for period in made.horizon.indices {
      for origin in made.regions.indices {
        for destination in made.regions.indices {
          #expect(
            read.lanes[commodity: 0, origin: origin, destination: destination, period: period]
              == made.lanes[commodity: 0, origin: origin, destination: destination, period: period])
        }
      }
    }
    read.lanes = made.lanes
    #expect(Self.text(read) == Self.text(made))
  }

  @Test("of a model is as in its file")
  func model() throws {
    let (instance, read) = try Self.read("name: m\n")
    var bare = read
    // What the file was read with.
    #expect(bare.parameters == ["home": "A"])
    (bare.source, bare.contentHash, bare.parameters) = (nil, "", [:])
    #expect(Self.text(bare) == Self.text(Model(name: "m", for: instance)))
    #expect(bare.projects == [0])
  }

  @Test("of a risk term, a stress window and a stage is as in a model's file")
  func options() throws {
    let (instance, read) = try Self.read(
      """
      risk: {}
      stress: {}
      objective: [{minimise: flow, upon: B, commodity: g}, cost]

      """)
    #expect(Self.text(read.risk) == Self.text(Optional(RiskTerm(for: instance))))
    #expect(read.stress == StressOptions())
    let stages = [
      ObjectiveStage.flow(upon: RegionIndex(1), commodity: CommodityIndex(0), in: instance), .cost,
    ]
    #expect(Self.text(read.objective) == Self.text(stages))
  }

  @Test("of goals is as in a model's file")
  func goals() throws {
    let (instance, read) = try Self.read(Self.goals)
    let (a, b, good) = (RegionIndex(0), RegionIndex(1), CommodityIndex(0))
    let made = Model(
      for: instance,
      goals: [
        .reliance(upon: b, commodity: good, atMost: 0.5, in: instance),
        .reliance(upon: a, commodity: good, atLeast: .path([1: 0.1, 2: 0.3]), in: instance),
        .largestSource(commodity: good, atMost: 0.6, in: instance),
        .hhi(commodity: good, atMost: 0.7, in: instance),
        .plusOne(beyond: b, commodity: good, eachAtLeast: 0.1, in: instance),
        .cover(commodity: good, atLeast: 30, in: instance),
        .service(commodity: good, atLeast: 0.9, in: instance),
        .capex(atMost: 100, in: instance),
        .subsidy(from: 0, atMost: 5, in: instance),
        .cost(atMost: 1000, in: instance),
        .resilience(
          commodity: good, against: [0], atLeast: 0.8, eachMonthAtLeast: 0.5, in: instance),
        .resilience(commodity: good, against: [0], eachMonthAtLeast: 0.4, in: instance),
      ])
    #expect(read.goals.count == made.goals.count)
    for (read, made) in zip(read.goals, made.goals) {
      var bare = read
      #expect(bare.line != nil)
      bare.line = nil
      var made = made
      // A goal made in code keeps what its periods would be in a model that ignores history.
      made.periods = Array(made.periods)
      #expect(Self.text(bare) == Self.text(made))
    }
    try made.validate(for: instance)
  }
}
