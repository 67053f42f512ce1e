import Foundation
import TestSupport
import Testing

/// Numbers of extreme size lead to an answer or to a message about them, never to an internal error.
@Suite("Numbers of extreme sizes")
struct ExtremeNumbersTests {
  /// A chain of two steps. The second step uses `input` units of the first good for each unit.
  private func chain(input: String, in folder: URL) throws {
    let files = [
      "instance.yaml":
        "name: chain\ncurrency: USD\nperiods: [2020, 2021]\ndiscount_rate: 0.05\nhome: A\n",
      "regions.csv": "region\nA\nB\n",
      "commodities.csv": "commodity,unit\nore,t\nmetal,t\n",
      "processes.csv": "process,stage,output\nmine,mining,ore\nsmelt,smelting,metal\n",
      "recipes.csv": "process,commodity,role,quantity\nsmelt,ore,input,\(input)\n",
      "facilities.csv": """
      facility,process,region,capacity,unit_cost,minimum
      m,mine,B,900,2,
      s,smelt,A,160,7,8

      """,
      "lanes.csv": "commodity,origin,destination,unit_cost\n*,*,*,1\n",
      "demands.csv": "region,commodity,period,quantity,shortage_cost\nA,metal,*,75,240\n",
      "model.yaml": "name: m\nparameters: {cap: 50%}\ngoals: []\n",
    ]
    try write(files.mapValues { Array($0.utf8) }, to: folder)
  }

  @Test("a plan that a recipe makes impossible has status 2, with or without an explanation")
  func impossibleRecipe() throws {
    try withTemporaryFolder { folder in
      for input in ["1e3", "1e12", "1e18"] {
        try chain(input: input, in: folder)
        let run = try runPlusOne(
          ["solve", folder.path, "--model", folder.path + "/model.yaml", "--format", "json"])
        #expect(run.status == 2, "\(input): \(run.errors)")
        #expect(run.output.contains("\"status\" : \"infeasible\""))
        #expect(!run.errors.contains("internal error"))
      }
    }
  }

  @Test("a number of a size that cannot be meant is refused")
  func refused() throws {
    try withTemporaryFolder { folder in
      try chain(input: "1e308", in: folder)
      let model = ["--model", folder.path + "/model.yaml"]
      let solve = try runPlusOne(["solve", folder.path] + model)
      #expect(solve.status == 65)
      #expect(solve.errors.contains("recipes.csv:2: quantity: found 1e308; must be 0 or, in size,"))
      try chain(input: "1.5", in: folder)
      for range in ["1e-300..1e-320", "0..1e300"] {
        let frontier = try runPlusOne(["frontier", folder.path, "--vary", "cap=\(range)"] + model)
        #expect(frontier.status == 64, "\(range)")
        #expect(frontier.errors.contains("from 1e-18 to 1e18"))
      }
      let alternatives = try runPlusOne(
        ["alternatives", folder.path, "--within", "1e308%", "--format", "json"] + model)
      #expect(alternatives.status == 64 && alternatives.output.isEmpty)
    }
  }
}
