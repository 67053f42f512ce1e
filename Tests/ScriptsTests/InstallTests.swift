import Foundation
import TestSupport
import Testing

/// `make install` with the program of the tests.
@Suite("Installation")
struct InstallTests {
  private func make(_ rule: String, in root: URL) throws {
    let script = """
      umask 077
      make -s -C '\(TestPaths.package.path)' \(rule) PROGRAM="$PLUSONE" \
        DESTDIR='\(root.path)/dest dir' PREFIX=/usr 2>&1; echo "status $?"
      """
    let output = try shell(script)
    #expect(output.hasSuffix("status 0\n"), "\(output)")
  }

  /// The permissions of a file.
  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test("an installed program finds its instances and models, also after a move")
  func installed() throws {
    try withTemporaryFolder { root in
      try make("install-built", in: root)
      let usr = root.appending(path: "dest dir/usr")
      let share = usr.appending(path: "share/plusone")
      for path in ["instances/batteries/regions.csv", "models/baseline.yaml"] {
        #expect(try mode(share.appending(path: path).path) == 0o644)
      }
      #expect(try mode(share.appending(path: "instances/batteries").path) == 0o755)
      for name in ["vega-embed.js", "vega-embed.LICENSE.txt", "countries.geojson"] {
        #expect(try mode(share.appending(path: "charting/\(name)").path) == 0o644)
      }
      #expect(try mode(usr.appending(path: "bin/plusone").path) == 0o755)
      let completions = ["bash-completion/completions/plusone", "zsh/site-functions/_plusone"]
      for path in completions {
        #expect(try mode(usr.appending(path: "share/\(path)").path) == 0o644)
      }

      let moved = root.appending(path: "moved")
      try FileManager.default.moveItem(at: usr, to: moved)
      let solve = ["solve", "pharmaceuticals", "--model", "baseline"]
      let program = moved.appending(path: "bin/plusone")
      let run = try TestSupport.run(program, solve, in: root)
      #expect(run.status == 0, "\(run.errors)")
      let list = try TestSupport.run(program, ["list", "--format", "csv"], in: root)
      #expect(list.output.contains("moved/share/plusone/instances/pharmaceuticals\n"))
      #expect(!list.output.contains(TestPaths.package.path))
    }
  }

  @Test("old tables are removed, and uninstalling removes all but files of others")
  func again() throws {
    try withTemporaryFolder { root in
      try make("install-built", in: root)
      let usr = root.appending(path: "dest dir/usr")
      let data = usr.appending(path: "share/plusone")
      // A table and a model that the new version no longer has, and files of others.
      let old = ["instances/batteries/old.csv", "models/old.yaml", "charting/old.js"].map {
        data.appending(path: $0)
      }
      let mine = ["share/mine.txt", "share/plusone/models/mine.yaml"].map {
        usr.appending(path: $0)
      }
      for file in old + mine { try Data().write(to: file) }
      let list = data.appending(path: "installed.txt")
      #expect(try mode(list.path) == 0o644)
      try Data(
        try String(contentsOf: list, encoding: .utf8).appending(
          "models/old.yaml\ncharting/old.js\n"
        ).utf8
      )
      .write(to: list)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o775], ofItemAtPath: usr.appending(path: "bin").path)
      try make("install-built", in: root)
      for file in old { #expect(!FileManager.default.fileExists(atPath: file.path)) }
      #expect(try mode(usr.appending(path: "bin").path) == 0o775)
      try make("uninstall", in: root)
      let left = FileManager.default.enumerator(atPath: usr.path)?.compactMap { $0 as? String }
      let files = (left ?? []).filter { path in
        var isFolder: ObjCBool = false
        let whole = usr.appending(path: path).path
        return FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder)
          && !isFolder.boolValue
      }
      #expect(files.sorted() == ["share/mine.txt", "share/plusone/models/mine.yaml"])
      for file in mine { try FileManager.default.removeItem(at: file) }
      try make("install-built", in: root)
      try make("uninstall", in: root)
      let rest = try FileManager.default.subpathsOfDirectory(atPath: usr.path)
      #expect(rest.sorted() == ["bin", "share"])
    }
  }

  @Test("a file that cannot be copied ends the installation with an error")
  func copyFailure() throws {
    try withTemporaryFolder { root in
      let failing = root.appending(path: "cp")
      try Data("#!/bin/sh\nexit 1\n".utf8).write(to: failing)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: failing.path)
      let output = try shell(
        """
        export PATH='\(root.path)':"$PATH"
        make -s -C '\(TestPaths.package.path)' install-built PROGRAM="$PLUSONE" \
          DESTDIR='\(root.path)/dest' 2>&1; echo "status $?"
        """)
      #expect(output.hasSuffix("status 2\n"), "\(output)")
    }
  }

  @Test("`make help` lists the rules that users call")
  func help() throws {
    let text = try shell("make -s -C '\(TestPaths.package.path)' help")
    for rule in ["run", "test", "install", "uninstall", "lint", "help"] {
      #expect(text.contains("make \(rule) "), "\(rule)")
    }
    #expect(!text.contains("PREFIX ?="))
  }
}
