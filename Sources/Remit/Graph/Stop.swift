// SPDX-License-Identifier: Apache-2.0

/// Why an evaluation ended early.
enum Stop: Error { case placeholder }
