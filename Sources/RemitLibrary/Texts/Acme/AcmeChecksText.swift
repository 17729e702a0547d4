// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeChecks = BuiltInLibrary.File(
    name: "checks.remit",
    text: ##"""
remit 1

# What Acme checks every night: the checks of the library, and what is known and accepted.
#
#   remit check samples/acme
#
# A small organisation needs other numbers: `use "iso27001/small"` before, or --param many=30

# The second of each two has ended: that asset, and that person, count again.
except AS144 from "no owner" by "Harriet Stonebridge" because "the cameras are being replaced"
  until 2026-12-31
except AS096 from "no owner" by "Kenji Mori" because "to be emptied in spring" until 2026-06-01

except "Wei Zhang" from "conflict" by "Jean-Luc Moreau"
  because "a second developer releases with him" until 2026-10-01
except "Piotr Wolski" from "conflict" by "Rajesh Iyer" because "while the approver was on leave"
  until 2026-03-01

use "iso27001/checks"

"""##)
}
