// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/iso27001: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let iso27001Notions = BuiltInLibrary.File(
    name: "notions.remit",
    text: ##"""
remit 1

# What follows from the words of the model. Each notion is a definition of a few lines, and each holds on a
# day: today, or the day that a question is asked as of.

use "model.remit"

# ---------------------------------------------------------------- who is meant

# A link ending at a role or a team is read through to the people behind it: `owner` is a person;
# `direct owner` is what the register says.
define a person p owns an asset or control or risk or activity or area or document or location
  or organisation or training or account or objective or finding or action or issue x
  if p directly owns x, or p holds a role that directly owns x,
  or p leads a team that directly owns x, or p leads a team that staffs a role that directly owns x

define a person p is active
  if p is known, and p's start date is not after today, and p's end date is not on or before today
define a person p is departed if p's end date is on or before today
define "leaver" as departed people
# The day on which somebody is no longer here: `people who left in 2025`.
define a person leaves if their end date is today
define "contractor" as external people

# ---------------------------------------------------------------- what they are fit for

# A certificate counts while it has not run out, and at the least level or above.
define a person p meets a need n
  if p has a current certificate t whose competence is n's competence
  and whose level is at least n's least level
define a person p is competent for a control c if p meets every need of c,
  undetermined if c has no need
define a person p is competent for a role r if p meets every need of r,
  undetermined if r has no need
define a person p is unfit for a role r if r has a need, and p is not competent for r
define a person p is competent for an activity v if p meets every need of v,
  undetermined if v has no need
define a person p relies on a competence c
  if p holds a role that requires c, or p owns a control or activity that requires c

# ---------------------------------------------------------------- who answers for it

define a person p is accountable for an asset or control or risk or activity or area or document x
  if p is active, and p owns x
define an asset or control or risk or activity or area or document or account
  or location x is orphaned if x has no active owner
# The three reasons for that: nobody was named, a name means nobody we know, or who was named is
# not here any more; nor is who holds the role or leads the team that was named.
define an asset or control or risk or activity or area or document or account
  or location x is unassigned if x has no direct owner
define an asset or control or risk or activity or area or document or account
  or location x is misnamed if x is orphaned, and x has an unknown direct owner
define an asset or control or risk or activity or area or document or account
  or location x is abandoned if x is orphaned, and x has a direct owner, and x is not misnamed
# More than one name for the same: two who own parts that are named apart do not contest it.
define an assignment t overlaps an assignment u
  if t's scope is u's scope, or t's scope is unknown, or u's scope is unknown
define an assignment t rivals an assignment u
  if t is current, and u is current, and t's relation is "owns", and u's relation is "owns",
  and t's subject is u's subject, and t's assignee is not u's assignee, and t overlaps u
define an asset or control or risk or activity or area or document x is contested
  if there is an assignment t whose subject is x and that rivals an assignment

# With no owner who is here, it is who answers for what it is part of: the nearest one.
define a person p answers for an area or asset or location x
  if p is an active owner of x, or x is an orphaned area that is part of an area that p answers for,
  or x is an orphaned asset that is part of an asset that p answers for,
  or x is an orphaned location that is inside a location that p answers for
# What a role does is done by who holds it, and by each member of a team that staffs it.
define a person p serves in a role r if p holds r, or p belongs to a team that staffs r
define a role is vacant if no active person serves in it
define a role r is understaffed if number of active people who serve in r is below r's least holders
# Who does the work: as written, in a role or in a team.
define a person p handles an asset or control or risk or activity or area or document x
  if p is responsible for x, or p serves in a role that is responsible for x,
  or p belongs to a team that is responsible for x
define a person p is in charge of an asset or control or risk or activity or area or document x
  if p is active, and p handles x
# A duty is done by who is named, or does what a role or a team does; that of a vacant role by its deputies.
define a person p acts in a role r if p serves in r, or p deputises for r that is vacant
define a person p bears a performance f
  if p is f's performer, or p acts in f's performer, or p belongs to f's performer
# One may delegate what one answers for, is in charge of or has as a duty, and pass on what may be passed on.
define a delegation d is rightful
  if d's delegator is accountable for d's subject, or d's delegator is in charge of d's subject,
  or d's delegator bears a current performance whose duty is d's subject,
  or there is a current rightful transferable delegation e whose delegate is d's delegator
  and whose subject is d's subject
define a delegation d leads to a delegation e
  if d is current, and e is current, and e's delegator is d's delegate,
  and e's subject is d's subject
# The same, or because it was passed on. To delegate moves the work and never the accountability:
# `owns` knows nothing of it.
define a person p acts on an asset or control or risk or activity or area or document x
  if p handles x, or p is the delegate of a current rightful delegation whose subject is x
# A delegation in force that counts for nothing: who gave it had no right to, or gets it back.
define a delegation d is void if d is current, and d is not rightful
define a delegation d is circular if d leads to+ d
# Everybody with a part in it, whichever.
define a person p is involved with an asset or control or risk or activity or area x
  if p owns x, or p acts on x, or p supports x, or p is consulted on x, or p is informed of x,
  or p serves in a role that supports x, or p serves in a role that is consulted on x,
  or p serves in a role that is informed of x, or p belongs to a team that supports x,
  or p belongs to a team that is consulted on x, or p belongs to a team that is informed of x

# With no active holder, the deputies count.
define a person p fills a role r
  if p is an active holder of r, or p is an active deputy of r that is vacant
define a person p is overloaded
  if p owns more than 15 assets or controls or risks or areas or documents

# What would be left to nobody without this one person.
define an asset or control or area x hinges on a person p
  if p is an active owner of x, and x has exactly 1 active owner
define a role r hinges on a person p
  if p is an active holder of r, and r has exactly 1 active holder, and r has no active deputy
define a team t hinges on a person p
  if p is an active member of t, and t has exactly 1 active member

# Neither the owner nor who does the work, by whatever role, team or delegation, and nobody below one of them.
define a person p is independent of a control or asset or area x
  if p does not own x, and p does not act on x, and p does not report to+ a person who owns x,
  and p does not report to+ a person who acts on x
define a person p is independent of a document d
  if p does not own d, and p did not write d, and p does not report to+ a person who owns d,
  and p does not report to+ a person who wrote d
# A duty is performed by who bears it, and by whom it is delegated to: as that duty, or as what it is done on.
define a person p exercises a performance f
  if p bears f,
  or there is a current rightful delegation d whose delegate is p and whose subject is f's duty
  and whose delegator exercises f,
  or there is a current rightful delegation d whose delegate is p and whose subject is f's object
  and whose delegator exercises f
define a person p is charged with a duty d if p exercises a current performance whose duty is d
# What is done on nothing by name may be done on anything.
define a performance f meets a performance g
  if f's object is g's object, or f has no object, or g has no object
define a performance f crosses a performance g
  if f's duty conflicts locally with g's duty, and f meets g
define a performance f clashes with a performance g
  if f's duty conflicts with g's duty, or f crosses g
# Two roles, or two duties, that should not be in one hand.
define a person p is conflicted
  if p acts in a role that conflicts with a role that p acts in,
  or p exercises a current performance that clashes with a current performance that p exercises
# The same, where both can be done to one asset: it is named, or a permission of who performs the duty covers it.
define a performance f reaches an asset x
  if f's object is x, or f's performer is granted a permission that covers x
define a person p is entangled on an asset x
  if p exercises a current performance f that reaches x,
  and p exercises a current performance g that reaches x, and f clashes with g

# ---------------------------------------------------------------- what they may do

define a person p may use a permission m
  if p is granted m, or p serves in a role that is granted m,
  or p belongs to a team that is granted m, or p has an account that is granted m
# A permission for a whole is good for its parts.
define a person p is authorised for an asset x
  if p may use a permission that covers x, or x is part of an asset that p is authorised for
define a person p is authorised for a risk r
  if p holds a role whose risk limit is at least r's residual level
# A grant is good for what whoever it was given to does, by themselves or in a role, a team or with an account.
define a person p draws on a grant g
  if p is g's grantee, or p serves in a role that is g's grantee,
  or p belongs to a team that is g's grantee, or p has an account that is g's grantee
# It covers a thing, or what that is a part of; a permission that covers nothing is good for everything.
define a permission m extends to an asset x
  if m covers x, or x is part of an asset that m extends to
# A grant backs what is done if it is strong enough for the duty, good for the amount at stake, and for the thing.
define a grant g affords a performance f
  if f's amount is unknown, or g's limit is unknown, or g's limit is at least f's amount
define a grant g spans a performance f
  if f has no object, or g's permission covers no asset, or g's permission extends to f's object
define a grant g backs a performance f
  if g's permission's strength is at least f's duty's least strength, and g affords f, and g spans f
define a person p is authorised for a performance f if p draws on a current grant that backs f,
  undetermined if f's duty's least strength is unknown
define an acceptance t is excessive if t's accepter is not authorised for t's risk
define an acceptance t is outgrown if t's risk's residual level is above t's accepted level
define an acceptance t is foreign if t's accepter does not own t's risk
# What remains of a risk is accepted: by who answers for it, may do so, and knew it as high as it is.
define a risk is settled
  if it has a current acceptance that is not outgrown and is not excessive and is not foreign

# ---------------------------------------------------------------- what they have been told

define "basic rule" as in force documents that meet requirement 5.2 or meet requirement A.5.10
define "awareness training" as trainings that meet requirement 7.3
define a person p is briefed for a document d if p acknowledged d on or after d's effective date
# A training is planned until its day; where no day is known, too.
define a person p expects a training g
  if there is a booking k whose trainee is p and whose course is g,
  whose training date is not before today
define a person p announces a message m
  if p sends m, or p serves in a role that sends m, or p belongs to a team that sends m
define a person p is briefed for a message m if p acknowledged m on or after m's sent date

# ---------------------------------------------------------------- what is old, and what nothing stands behind

define an asset or control or document or risk x is overdue
  if x's review date is before today minus x's review every
define a grant or account x is stale if x's review date is not on or after today minus 1 year
# Never looked at, though it should be every so often.
define an asset or control or document or risk x is unreviewed
  if x's review every is known, and x's review date is unknown
define an assignment t is stale if t's acceptance date is not on or after today minus 3 years
define a control is unproven if it is in place, and no in force document proves it
define a control is untraced if it is applicable, and it treats no risk, and it meets no requirement
define a requirement is untraced if it is met by no control
define "weak spot" as controls with no competent owner

# What falls if somebody leaves: `suppose "Ann Li" leaves: changes in controls with no competent owner`.
event a person leaves: end the person's links, and set end date of the person to today

"""##)
}
