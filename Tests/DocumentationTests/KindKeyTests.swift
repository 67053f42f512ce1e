import Importing
import SourcingFiles
import Studies
import Testing

@Suite("Keys of kinds of files")
struct KindKeyTests {
  @Test("the keys by which studies and maps are recognised are those that are defined")
  func keys() {
    #expect(InputKind.study.keys == Set(YAMLMapping.study.keyNames))
    #expect(InputKind.importMap.keys == Set(YAMLMapping.importMap.keyNames))
  }
}
