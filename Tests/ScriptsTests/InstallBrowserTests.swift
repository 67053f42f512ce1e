import Foundation
import TestSupport
import Testing

/// `scripts/install-browser` with package managers that only say what they were asked.
@Suite("Installing a browser for tests")
struct InstallBrowserTests {
  /// What the script prints if only these commands exist.
  private func output(with commands: [String], browser: String = "") throws -> String {
    try withTemporaryFolder { folder in
      for name in commands {
        let file = folder.appending(path: name)
        try Data("#!/bin/sh\necho \"${0##*/} $*\"\n".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
      }
      let script = TestPaths.package.appending(path: "scripts/install-browser").path
      return try shell(
        """
        ln -s "$(command -v id)" '\(folder.path)'
        PATH='\(folder.path)' PLUSONE_BROWSER='\(browser)' /bin/sh '\(script)' 2>&1 || echo failed
        """)
    }
  }

  @Test("does nothing if there is one")
  func found() throws {
    for name in ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"] {
      #expect(try output(with: [name, "apt-get", "sudo"]) == "", "\(name)")
    }
    #expect(try output(with: ["mine", "apt-get", "sudo"], browser: "mine") == "")
  }

  #if os(Linux)
    @Test("takes Chromium with apt")
    func apt() throws {
      let found = try output(with: ["apt-get", "sudo"])
      #expect(found.hasSuffix("apt-get install --yes chromium\n"))
    }

    @Test("says what to install where it cannot")
    func neither() throws {
      let found = try output(with: [])
      #expect(found.contains("Chromium or Chrome") && found.hasSuffix("failed\n"))
    }
  #endif
}
