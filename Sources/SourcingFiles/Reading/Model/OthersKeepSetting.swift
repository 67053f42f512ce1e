import Sourcing
import Tables

extension YAMLValue {
  /// The model with `others_keep` as a parameter, if it is set from outside or by the instance and the model does not
  /// declare a parameter of that name. The setting replaces the value of the key.
  func withOthersKeep(instance: Instance, settings: [String: String]) -> YAMLValue {
    let name = Model.othersKeepName
    guard case .mapping(var entries, let line) = self,
      settings[name] != nil || instance.parameters[name] != nil
    else { return self }
    let parameters = self["parameters"] ?? .mapping([], line: line)
    guard case .mapping(var declared, let place) = parameters, parameters[name] == nil else {
      return self
    }
    let key = entries.first { $0.key == name }
    let keyLine = key?.keyLine ?? line
    declared.append(
      Entry(key: name, keyLine: keyLine, value: key?.value ?? .scalar("0", line: keyLine)))
    entries.removeAll { $0.key == name || $0.key == "parameters" }
    entries.append(
      Entry(key: "parameters", keyLine: place, value: .mapping(declared, line: place)))
    entries.append(Entry(key: name, keyLine: keyLine, value: .scalar("$" + name, line: keyLine)))
    return .mapping(entries, line: line)
  }
}
