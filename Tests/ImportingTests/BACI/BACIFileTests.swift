import Tables
import Testing

@testable import Importing

@Suite("Files of BACI")
struct BACIFileTests {
  private static let text = Downloads.baci(["2023,156,392,284610,5000,500"])
  private static let map = "home: JPN\ncommodities: [{commodity: c, hs: 284610}]\n"

  @Test(
    "the name of a file has the edition and the release",
    arguments: [
      ("BACI_HS92_Y2024_V202401b.csv", "HS92", "202401b"),
      ("x/BACI_HS17_Y2020_V202501.csv", "HS17", "202501"),
      ("baci_hs96_Y2020_v202201.csv", "HS96", "202201"), ("japan.csv", nil, nil),
      ("BACI_HS9_V20.csv", nil, nil),
    ] as [(String, String?, String?)])
  func names(file: String, edition: String?, release: String?) {
    let found = BACIRelease(file: file)
    #expect(found.edition == edition && found.release == release)
  }

  private func problems(
    _ files: [(String, String)], countries: String = Downloads.countries
  ) -> [String] {
    do {
      let files = files.map { ($0.0, Array($0.1.utf8)) }
      _ = try importing(.baci, files, map: Self.map, countries: countries)
    } catch let error as InputProblems {
      return error.problems.map { problem in
        let name = problem.file.split(separator: "/").last.map(String.init) ?? ""
        return "\(name):\(problem.line ?? 0): \(problem.message)"
      }
    } catch { return ["\(error)"] }
    return []
  }

  @Test("letters of a country in the list that another one has are an error")
  func letters() {
    for (row, owner) in [
      ("891,Serbia and Montenegro,CS,CHN", "China"), ("891,Old,,ROW", "the rest of the world"),
      ("890,Older,,SCG\n891,Old,,SCG", "Older"),
    ] {
      let list = Downloads.countries.replacing(/891,.*/, with: row)
      let found = problems([(Downloads.baciName(2023), Self.text)], countries: list)
      #expect(found.contains { $0.hasSuffix("which are those of \(owner)") }, "\(row): \(found)")
    }
  }

  @Test("files of several editions of the HS are an error, of several releases a note")
  func editions() throws {
    #expect(
      problems([
        (Downloads.baciName(2022), Self.text),
        (Downloads.baciName(2023, edition: "HS17"), Self.text),
        ("mine.csv", Self.text),
      ]) == [
        "BACI_HS17_Y2023_V202401b.csv:0: a file of the edition HS17 of the HS, but BACI_HS92_Y2022_V202401b.csv is of HS92: the same code can mean other goods; name files of one edition in a command"
      ])
    let files = [Downloads.baciName(2022), Downloads.baciName(2023, release: "202501")]
    let run = try importing(.baci, files.map { ($0, Array(Self.text.utf8)) }, map: Self.map)
    #expect(
      run.counts[
        "note: files of several releases of BACI (202401b, 202501): their figures of one year can differ"
      ] == 1)
  }

  @Test(
    "what is no file of BACI, or no list of countries, is told with what would be right, all at once"
  )
  func wrongFiles() {
    #expect(
      problems([
        ("trade.csv", Downloads.trade), ("list.csv", Downloads.countries), ("empty.csv", ""),
      ]) == [
        "trade.csv:1: not a file of BACI: the header lacks t, i, j, k, v, q; name the files of a release as CEPII gives them, such as BACI_HS92_Y2024_V202401b.csv, with the columns t,i,j,k,v,q",
        "list.csv:1: not a file of BACI: the header lacks t, i, j, k, v, q; it is a list of countries: name it with --countries",
        "empty.csv:1: the file is empty; its first line must name the columns",
      ])
    #expect(
      problems([("baci.csv", Self.text)], countries: Self.text) == [
        "country_codes_V202401b.csv:1: not the list of countries of a release of BACI: the header lacks country_code, country_name, country_iso3; it is in the archive of the release, such as country_codes_V202401b.csv"
      ])
    #expect(
      problems([("baci.csv", Self.text)], countries: Downloads.countries + "x,Nowhere,,NWH\n") == [
        "country_codes_V202401b.csv:9: found `x`; must be the code of a country, such as 392"
      ])
    #expect(
      problems([("baci.csv", Self.text)], countries: "country_code,country_name,country_iso3\n")
        == [
          "country_codes_V202401b.csv:1: the list has no countries"
        ])
    let unused = problems([("baci.csv", Downloads.baci(["2023,156,392,250410,1,1"]))])
    #expect(
      unused.first?.hasPrefix(
        "baci.csv:2: nothing in it could be used: 1 × HS codes that are not in the map (first: ")
        == true, "\(unused)")
  }

  @Test("a file of several pieces gives what the rows of the map give, with their lines")
  func pieces() throws {
    var rows: [String] = []
    for number in 0..<400_000 {
      rows.append("2023,\(number % 900),392,\(250_000 + number % 5000),1.5,2.5")
    }
    rows[399_998] = "2023,156,392,284610,5000,500"
    rows[100_000] = "2023,842,392,284610,5,0.5"
    let run = try importing(.baci, [("baci.csv", Array(Downloads.baci(rows).utf8))], map: Self.map)
    #expect(run.rows("history.csv", "origin", "quantity") == ["CHN,500", "USA,0.5"])
    #expect(run.counts["left out: HS codes that are not in the map"] == 399_998)
    #expect(run.imported.summary.readCount == 400_000)
    let sources = run.rows("history.csv", "source")
    #expect(sources.map { $0.split(separator: ":").last } == ["400000", "100002"])
  }
}
