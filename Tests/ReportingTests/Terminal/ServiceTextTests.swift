import Testing

@testable import Reporting

@Suite("Service levels for people")
struct ServiceTextTests {
  @Test("are below 100% where anything is lost, but not for round-off")
  func belowOne() {
    #expect(ServiceText.percent(1 - 4.5e-7) == "<100%")
    #expect(ServiceText.percent(0.9996) == "<100%")
    #expect(ServiceText.percent(1) == "100.0%")
    #expect(ServiceText.percent(1 - 1e-10) == "100.0%")
    #expect(ServiceText.percent(0.999) == "99.9%" && ServiceText.percent(0) == "0.0%")
  }

  @Test("go from the best case to the worst, as lost values do")
  func order() {
    #expect(ServiceText.range(best: 1, worst: 0.916) == "100.0% to 91.6%")
    #expect(ServiceText.range(best: 1, worst: 1 - 1e-7) == "100.0% to <100%")
    #expect(ServiceText.range(best: 0.5, worst: 0.5) == "50.0%")
  }
}
