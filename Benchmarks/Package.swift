// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

let package = Package(
  name: "remit-benchmarks",
  products: [.executable(name: "remit-bench", targets: ["RemitBenchmarks"])],
  dependencies: [
    // Without the trait `Readline`, which only the prompt needs.
    .package(name: "remit", path: "..", traits: [])
  ],
  targets: [
    // What the operators are compared with: the same loops by hand.
    .target(name: "CReference"),
    .executableTarget(
      name: "RemitBenchmarks",
      dependencies: [
        "CReference",
        .product(name: "Remit", package: "remit"),
        .product(name: "RemitFormats", package: "remit"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6)]
    ),
  ]
)
