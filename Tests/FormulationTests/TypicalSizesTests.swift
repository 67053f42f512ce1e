import Foundation
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@testable import Formulation

/// How large quantities usually are, if only capacities show it.
struct TypicalSizesTests {
  @Test("capacities that mean \"no limit\" are not usual sizes")
  func noLimit() throws {
    let instance = try withTemporaryFolder { folder in
      try OneBuyer.write(
        to: folder, goal: "kind: hhi, commodity: g, at_most: 1",
        with: [
          "commodities.csv": "commodity,unit\ng,t\nh,t\n",
          "processes.csv": "process,stage,output\np,make,g\nq,make,h\n",
          "facilities.csv": """
          facility,process,region,capacity,unit_cost
          fb,p,B,100,1
          fc,p,C,100,2
          h1,q,A,20,1
          h2,q,A,30,1
          h3,q,B,1e15,1
          h4,q,B,1e15,1
          h5,q,C,1e15,1

          """,
        ])
      return try InstanceReader.read(folder: folder.path)
    }
    #expect(TypicalSizes(instance).quantities[1] == 30)
  }
}
