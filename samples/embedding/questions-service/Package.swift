// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

/// A service that answers questions over HTTP: a package of its own, as a program that
/// embeds Remit would be.
let package = Package(
  name: "questions-service",
  platforms: [.macOS(.v15)],
  dependencies: [
    // Without traits nothing of a line editor is looked for.
    .package(name: "remit", path: "../../..", traits: []),
    .package(url: "https://github.com/hummingbird-project/hummingbird.git", exact: "2.28.1"),
  ],
  targets: [
    .executableTarget(
      name: "QuestionsService",
      dependencies: [
        .product(name: "Remit", package: "remit"),
        .product(name: "RemitFormats", package: "remit"),
        .product(name: "RemitLibrary", package: "remit"),
        .product(name: "Hummingbird", package: "hummingbird"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6)])
  ]
)
