// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/iso27001: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let iso27001Statements = BuiltInLibrary.File(
    name: "statements.csv",
    text: ##"""
ref,title
S1,Roles are defined and assigned
S2,People know what is expected of them
S3,"The framework is clear, approved and understood"
S4,"Roles are assigned together with personnel and management"
S5,Roles follow the policy and the topic policies
S6,"Assets, processes, risks and everybody's use are covered"
S7,"Places and processing facilities have more detail, where they need it"
S8,"Tasks may be delegated, accountability stays"
S9,"Every area is defined, documented and known to those in it"
S10,Levels of authority are defined and documented
S11,Who holds a role has the knowledge and skills for it
S12,The organisation keeps its people competent
S13,"A security manager leads, and finds and reduces risks"
S14,Heads of departments give resources and put controls in place
S15,Each critical asset has one owner
S16,How duties are split depends on size
S17,Roles are dedicated or a part of a job
S18,Roles and responsibilities are listed
S19,There is evidence for A.5.2
S20,Qualifications and careers are known
S21,What was written is kept up to date
S22,Documents point to each other

"""##)
}
