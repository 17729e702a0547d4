// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeObligations = BuiltInLibrary.File(
    name: "obligations.csv",
    text: ##"""
Ref,Title,Type,Demanded by
L1,Tell the authority of a leak,legal,Data Protection Commission
L2,Keep a register of processing,legal,Data Protection Commission
L3,Keep the yard free for the engines,legal,Fire Service Porto
L4,Keep calibration records ten years,legal,Instrument Regulator
L5,Tell customers of a failed calibration,contractual,Hospital São Bento
L6,Encrypt what leaves the house,contractual,Hospital São Bento
L7,Report how suppliers are watched,legal,Data Protection Commission

"""##)
}
