// SPDX-License-Identifier: Apache-2.0

public import Remit

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The engine does without Foundation; who has it reads an error as any other.
extension QueryError: LocalizedError {
  /// All messages as a person reads them, with the places marked.
  public var errorDescription: String? { rendered }
}

extension RowError: LocalizedError {
  /// The error as a person reads it.
  public var errorDescription: String? { description }
}

extension LoadError: LocalizedError {
  /// The message of the loader.
  public var errorDescription: String? { message }
}
