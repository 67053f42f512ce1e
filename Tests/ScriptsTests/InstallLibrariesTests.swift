import Foundation
import TestSupport
import Testing

/// `scripts/install-libraries` with a compiler and package managers that only say what they were asked.
@Suite("Installing libraries")
struct InstallLibrariesTests {
  /// Finds no header that is named in $MISSING, but with -I the one in $ELSEWHERE.
  private static let compiler = """
    #!/bin/sh
    text=$(cat)
    for header in $MISSING; do
      case "$text" in
      *"<$header>"*)
        case "$*" in *-I*) [ "$header" = "$ELSEWHERE" ] && exit 0 ;; esac
        exit 1
        ;;
      esac
    done
    """
  private static let echo = """
    #!/bin/sh
    case "$*" in
    --prefix) echo /brew ;;
    *) echo "${0##*/} $*" ;;
    esac
    """

  /// What the script prints, with these commands beside those that it needs.
  private func output(with commands: [String], missing: String, elsewhere: String = "") throws
    -> String
  {
    try withTemporaryFolder { folder in
      for (name, text) in [("cc", Self.compiler)] + commands.map({ ($0, Self.echo) }) {
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
      }
      let script = TestPaths.package.appending(path: "scripts/install-libraries").path
      return try shell(
        """
        for tool in cat id paste; do ln -s "$(command -v $tool)" '\(folder.path)'; done
        CC=cc PATH='\(folder.path)' MISSING='\(missing)' ELSEWHERE='\(elsewhere)' \
          /bin/sh '\(script)' 2>&1 || echo failed
        """)
    }
  }

  @Test("does nothing if all are there", arguments: [["apt-get", "sudo"], ["brew"], []])
  func complete(commands: [String]) throws {
    #expect(try output(with: commands, missing: "") == "")
  }

  @Test("takes only what is missing, with apt")
  func apt() throws {
    let found = { try output(with: ["apt-get", "sudo"], missing: $0) }
    #expect(try found("glpk.h").hasSuffix("apt-get install --yes libglpk-dev\n"))
    #expect(try found("gsl/gsl_version.h").hasSuffix("apt-get install --yes libgsl-dev\n"))
    let all = try found("glpk.h gsl/gsl_version.h zip.h")
    #expect(all.hasSuffix("apt-get install --yes libglpk-dev libgsl-dev libzip-dev\n"))
    #expect(all.contains("apt-get update\n"))
  }

  @Test("takes only what is missing, with Homebrew, whose folder compilers may not search")
  func brew() throws {
    let both = "glpk.h gsl/gsl_version.h"
    #expect(try output(with: ["brew"], missing: both) == "brew install glpk gsl\n")
    #expect(try output(with: ["brew"], missing: "zip.h") == "brew install libzip\n")
    #expect(
      try output(with: ["brew"], missing: both, elsewhere: "glpk.h") == "brew install gsl\n")
    #expect(try output(with: ["brew"], missing: "glpk.h", elsewhere: "glpk.h") == "")
  }

  @Test("names what is missing where it cannot install")
  func neither() throws {
    #expect(
      try output(with: [], missing: "gsl/gsl_version.h")
        == "Install these libraries with their headers and try again: gsl.\nfailed\n")
  }
}
