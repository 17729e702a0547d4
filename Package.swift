// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

/// The settings every target is built with: Swift 6 mode, and the upcoming
/// features that make imports and existentials explicit.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "remit",
  // The engine's cache and cancellation flag are of the standard library's
  // Synchronization module.
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Remit", targets: ["Remit"]),
    .library(name: "RemitFormats", targets: ["RemitFormats"]),
    .library(name: "RemitLibrary", targets: ["RemitLibrary"]),
    .library(name: "RemitShell", targets: ["RemitShell"]),
    .executable(name: "remit", targets: ["RemitCommand"]),
  ],
  traits: [
    .default(enabledTraits: ["Readline"]),
    .trait(
      name: "Readline",
      description: """
        Line editing, history and completion at the prompt by GNU readline \
        (GPL-3.0-or-later), or BSD libedit where that provides its headers. Only \
        the `remit` executable links to it. Without it the prompt reads plain lines.
        """),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CStack"),
    .target(name: "Remit", dependencies: ["CStack"], swiftSettings: settings),
    .target(name: "RemitFormats", dependencies: ["Remit"], swiftSettings: settings),
    .target(
      name: "RemitLibrary", dependencies: ["Remit", "RemitFormats"], swiftSettings: settings),
    .target(
      name: "RemitShell", dependencies: ["Remit", "RemitFormats", "RemitLibrary"],
      swiftSettings: settings),
    .systemLibrary(
      name: "CReadline",
      providers: [
        .apt(["libreadline-dev"]), .yum(["readline-devel"]), .brew(["readline"]),
      ]),
    .systemLibrary(name: "CHeap"),
    .executableTarget(
      name: "RemitCommand",
      dependencies: [
        "CHeap",
        "RemitLibrary",
        "RemitShell",
        .target(name: "CReadline", condition: .when(traits: ["Readline"])),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .target(
      name: "RemitTestSupport", dependencies: ["Remit", "RemitFormats"],
      path: "Tests/RemitTestSupport", swiftSettings: settings),
    .testTarget(
      name: "RemitTests",
      dependencies: ["Remit", "RemitFormats", "RemitLibrary", "RemitTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "RemitShellTests",
      dependencies: [
        "Remit", "RemitFormats", "RemitLibrary", "RemitShell", "RemitTestSupport", "RemitCommand",
      ],
      swiftSettings: settings),
  ]
)

// The fuzzer's program links libFuzzer, so it is there only for `.ci/fuzz`.
if Context.environment["REMIT_FUZZ"] != nil {
  package.products.append(.executable(name: "Fuzz", targets: ["Fuzz"]))
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["Remit", "RemitFormats", "RemitShell", "RemitTestSupport"],
      path: "Tests/Fuzz", exclude: ["seeds"],
      swiftSettings: settings))
}
