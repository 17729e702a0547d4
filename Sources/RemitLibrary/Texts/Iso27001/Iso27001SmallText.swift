// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/iso27001: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let iso27001Small = BuiltInLibrary.File(
    name: "small.remit",
    text: ##"""
remit 1

# Numbers of the checks for a small organisation: of up to about fifty people. To be used before them.
#
# Few people do many things, so duties are apart only from five people on, and more can hang on one.

param many: number = 40
param soon: number = 30
param apart: number = 5
param months: number = 24
param aware: number = 80

"""##)
}
