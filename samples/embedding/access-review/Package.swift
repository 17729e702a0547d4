// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

/// A tool that reviews who may get at what: a package of its own, as a program that
/// embeds Remit would be.
let package = Package(
  name: "access-review",
  platforms: [.macOS(.v15)],
  dependencies: [
    // Without traits nothing of a line editor is looked for.
    .package(name: "remit", path: "../../..", traits: [])
  ],
  targets: [
    .executableTarget(
      name: "AccessReview",
      dependencies: [.product(name: "Remit", package: "remit")],
      swiftSettings: [.swiftLanguageMode(.v6)])
  ]
)
