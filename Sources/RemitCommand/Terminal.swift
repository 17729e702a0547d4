// SPDX-License-Identifier: Apache-2.0

import Foundation
import Remit

/// What the process knows of its terminal and its surroundings.
enum Terminal {
  /// Whether a file descriptor is a terminal.
  static func isTerminal(_ descriptor: Int) -> Bool { isatty(Int32(descriptor)) == 1 }

  /// The columns of the terminal the output goes to.
  ///
  /// - Returns: `nil` when the output is no terminal; 80 when it does not tell,
  ///   or tells a width no table fits.
  static func width() -> Int? { width(of: StandardStream.output) }

  /// The columns of the terminal that a descriptor leads to.
  static func width(of descriptor: Int) -> Int? {
    guard isTerminal(descriptor) else { return nil }
    var size = winsize()
    guard ioctl(Int32(descriptor), UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else {
      return 80
    }
    return Int(size.ws_col)
  }

  /// The rows and columns of the terminal the output goes to; `nil` when it is none.
  static func size() -> (rows: Int, columns: Int)? {
    guard isTerminal(StandardStream.output) else { return nil }
    var size = winsize()
    guard ioctl(Int32(StandardStream.output), UInt(TIOCGWINSZ), &size) == 0, size.ws_row >= 4,
      size.ws_col >= 20
    else { return nil }
    return (Int(size.ws_row), Int(size.ws_col))
  }

  /// Makes the process use UTF-8, whatever the environment says.
  ///
  /// In the C locale, which is what containers have, readline takes every byte
  /// from 0x80 up for a command: typing 漢 ran the first entry of the history.
  /// It reads the environment itself, so setting the locale is not enough.
  static func useUTF8() {
    if setlocale(LC_ALL, "") != nil, let codeset = nl_langinfo(Int32(CODESET)),
      String(cString: codeset).uppercased() == "UTF-8"
    {
      return
    }
    for name in ["C.UTF-8", "en_US.UTF-8"] where setlocale(LC_ALL, name) != nil {
      setenv("LC_ALL", name, 1)
      return
    }
  }

  /// Whether text on a descriptor may have colours.
  ///
  /// - SeeAlso: no-color.org.
  static func allowsColor(_ choice: ColorChoice, on descriptor: Int) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto:
      let environment = ProcessInfo.processInfo.environment
      return isTerminal(descriptor) && (environment["NO_COLOR"] ?? "").isEmpty
        && environment["TERM"] != "dumb"
    }
  }

  /// Whether the terminal has no more to offer than a printer.
  static var isDumb: Bool {
    let name = ProcessInfo.processInfo.environment["TERM"] ?? ""
    return name.isEmpty || name == "dumb"
  }

  /// Today where the host is.
  static func today() -> Day {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    let day = Day(
      year: Int(local.tm_year) + 1900,
      month: Int(local.tm_mon) + 1,
      day: Int(local.tm_mday)
    )
    return day ?? Day(number: Int32(clamping: now / 86_400))
  }
}
