// SPDX-License-Identifier: Apache-2.0

/// A question with the values it is asked with.
///
/// What is interpolated into one is bound as a value and never becomes text, so that no
/// value can change what is asked:
///
///     let owner = "Ann\" or everything"
///     try snapshot.answer("controls owned by \(owner)")
///
/// asks for the controls owned by whoever has that whole name. A text that is made while
/// the program runs is a question only when it is said to be one: ``init(text:values:)``.
public struct Question: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// The text, with `$` and a name where a value was interpolated.
  public let text: String
  /// The values of its parameters, by name.
  public var values: [String: Value]
  /// The parameter of a value that was interpolated between quotation marks.
  let quoted: String?

  /// Makes a question of a text that is not known before.
  ///
  /// - Parameters:
  ///   - text: The text, which may come from anybody: what it may cost is limited.
  ///   - values: Values of its `$name` parameters.
  public init(text: String, values: [String: Value] = [:]) {
    self.text = text
    self.values = values
    quoted = nil
  }

  /// Makes a question of a literal.
  public init(stringLiteral value: String) { self.init(text: value) }

  /// Makes a question of a literal with values in it.
  public init(stringInterpolation: StringInterpolation) {
    // A name that the literal has not got already.
    var prefix = "value"
    while stringInterpolation.literals.contains(where: { $0.contains("$\(prefix)") }) {
      prefix += "x"
    }
    var (text, values, quoted) = ("", [String: Value](), String?.none)
    var isInQuotes = false
    for (index, literal) in stringInterpolation.literals.enumerated() {
      text += literal
      if literal.count(where: { $0 == "\"" }) % 2 == 1 { isInQuotes.toggle() }
      guard stringInterpolation.values.indices.contains(index) else { continue }
      let name = "\(prefix)\(index + 1)"
      values[name] = stringInterpolation.values[index]
      text += "$\(name)"
      if isInQuotes, quoted == nil { quoted = name }
    }
    self.text = text
    self.values = values
    self.quoted = quoted
  }

  /// Gathers the parts of a question with values in it.
  public struct StringInterpolation: StringInterpolationProtocol {
    // INVARIANT: a value stands behind each literal but the last.
    fileprivate var literals = [""]
    fileprivate var values: [Value] = []

    /// Makes room for the parts.
    public init(literalCapacity: Int, interpolationCount: Int) {
      literals.reserveCapacity(interpolationCount + 1)
      values.reserveCapacity(interpolationCount)
    }

    /// Adds text of the literal.
    public mutating func appendLiteral(_ literal: String) {
      literals[literals.count - 1] += literal
    }

    /// Binds a value.
    public mutating func appendInterpolation(_ value: Value) {
      values.append(value)
      literals.append("")
    }

    /// Binds a text, such as the name of a thing.
    public mutating func appendInterpolation(_ text: String) { appendInterpolation(.text(text)) }

    /// Binds a number.
    public mutating func appendInterpolation(_ number: Double) {
      appendInterpolation(.number(number))
    }

    /// Binds a whole number.
    public mutating func appendInterpolation(_ number: Int) {
      appendInterpolation(.number(Double(number)))
    }

    /// Binds a day.
    public mutating func appendInterpolation(_ day: Day) { appendInterpolation(.day(day)) }

    /// Binds a flag.
    public mutating func appendInterpolation(_ flag: Bool) { appendInterpolation(.flag(flag)) }
  }
}
