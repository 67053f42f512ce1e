package import Charts
package import Reporting

extension RegionColours {
  package init(_ summary: Summary) { self.init([]) }
}
