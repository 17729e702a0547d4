// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/iso27001: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let iso27001 = BuiltInLibrary.File(
    name: "iso27001.remit",
    text: ##"""
remit 1

# Who is responsible for what in an information security management system, after ISO/IEC 27001:2022.
# A script starts with:  use "iso27001"
# and then loads its own people, roles, assets and controls.

use "model.remit"    # the words: people, roles, assets, controls and how they are linked
use "notions.remit"  # what follows from them: active, accountable, competent, vacant

# The clauses 4 to 10 and the 93 controls of Annex A, by number and title; then what is said in practice.
load requirements from "requirements.csv"
load statements from "statements.csv"

# The questions: at the prompt `.questions` lists them, `.ask A.5.3` asks those of a clause.
use "clauses.remit"
use "organisational.remit"
use "personnel.remit"
use "physical.remit"
use "technological.remit"
use "responsibilities.remit"

"""##)
}
