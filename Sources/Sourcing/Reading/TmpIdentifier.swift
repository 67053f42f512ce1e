func isIdentifier(_ name: String) -> Bool { !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || "_.-".contains($0) } }
