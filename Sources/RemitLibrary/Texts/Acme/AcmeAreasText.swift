// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeAreas = BuiltInLibrary.File(
    name: "areas.csv",
    text: ##"""
Area,Description,Part of,Owner
Governance,"Policies, roles and risk",,CISO
Access,Who may do what,,Identity Administrator
Operations,Running systems,,IT Operations
Backup,Copies and their test,Operations,Backup Operator
Networks,"Three sites, one network",Operations,Network Team
Suppliers,Who works for us,,Supplier Manager
Physical Protection,"Doors, guards, power",,Facilities Manager
Privacy,Personal data,Governance,Data Protection Officer
Development,Making software,,Software Architect
Testing Abroad,Trials at customers,Development,
Incident Response,When it happens,,Incident Lead
Continuity,When it stops,,Business Continuity Lead

"""##)
}
