// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/iso27001: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let iso27001Large = BuiltInLibrary.File(
    name: "large.remit",
    text: ##"""
remit 1

# Numbers of the checks for a large organisation: of thousands. To be used before them.
#
# Nobody can look after much, and what ends has to be known early.

param many: number = 10
param soon: number = 90
param apart: number = 3
param months: number = 6
param aware: number = 98

"""##)
}
