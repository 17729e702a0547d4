#!/usr/bin/env python3
"""Answers the questions of questions.tsv from the CSV files alone, in plain loops.

It shares nothing with make.py or with the engine: where all three agree, the answer is right.
Writes answers.tsv: the id, then the rows joined by "|", the cells of a row by ",".
Rows are in natural order (A.5.9 before A.5.10), or in the order the question asks for with `sorted by`.
"""
import csv
import datetime
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
DAY = "2026-06-30"


def read(name, folder=HERE):
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def cell(text):
    """The values of a cell that is a list."""
    out = []
    for part in text.split(";"):
        if part.strip():
            out.append(part.strip())
    return out


def valid(since, until, day):
    if since and since > day:
        return False
    if until and until <= day:
        return False
    return True


people = read("people.csv")
teams = read("teams.csv")
members = read("members.csv")
roles = read("roles.csv")
role_needs = read("role_needs.csv")
appointments = read("appointments.csv")
deputies = read("deputies.csv")
training = read("training.csv")
assets = read("assets.csv")
controls = read("controls.csv")
control_needs = read("control_needs.csv")
handovers = read("handovers.csv")
risks = read("risks.csv")
acceptances = read("acceptances.csv")
delegations = read("delegations.csv")
documents = read("documents.csv")
approvals = read("approvals.csv")
completions = read("completions.csv")
acknowledgements = read("acknowledgements.csv")
organisations = read("organisations.csv")
areas = read("areas.csv")
activities = read("activities.csv")
grants = read("grants.csv")
locations = read("locations.csv")
obligations = read("obligations.csv")
requirements = read("requirements.csv", os.path.join(HERE, "..", "iso27001"))
activity_needs = read("activity_needs.csv")
change_approvals = read("change_approvals.csv")
responsibilities = read("responsibilities.csv")
supports = read("supports.csv")
consultations = read("consultations.csv")
contacts = read("contacts.csv")
role_acceptances = read("role_acceptances.csv")
accounts = read("accounts.csv")
messages = read("messages.csv")
message_readers = read("message_readers.csv")
threats = read("threats.csv")
incidents = read("incidents.csv")
objectives = read("objectives.csv")
issues = read("issues.csv")
reviews = read("reviews.csv")
findings = read("findings.csv")
actions = read("actions.csv")
permissions = read("permissions.csv")
performs = read("performs.csv")
duties = read("duties.csv")

PERSON = {p["Full name"]: p for p in people}
MAIL = {p["Full name"]: p["E-mail"] for p in people}
BY_MAIL = {p["E-mail"]: p["Full name"] for p in people}
TEAM = {t["Team"]: t for t in teams}
ROLE = {r["Role"]: r for r in roles}
ASSET = {a["Asset ID"]: a for a in assets}
CONTROL = {c["Ref"]: c for c in controls}
RISK = {r["Ref"]: r for r in risks}

# every owned thing by its key, with the names in its Owner cell
OWNER_CELL = {}
for a in assets:
    OWNER_CELL[a["Asset ID"]] = cell(a["Owner"])
for table, key in ((controls, "Ref"), (risks, "Ref"), (documents, "Ref"), (areas, "Area"), (activities, "Activity"), (organisations, "Organisation"), (accounts, "Account"),
                   (objectives, "Ref"), (issues, "Issue"), (findings, "Ref"), (actions, "Ref")):
    for row in table:
        assert row[key] not in OWNER_CELL
        OWNER_CELL[row[key]] = cell(row["Owner"])


def direct_owners(thing, day=DAY):
    out = set(OWNER_CELL[thing])
    for h in handovers:
        if h["Control"] == thing and valid(h["Since"], h["Until"], day):
            out.add(h["Owner"])
    return out


def holders(role, day=DAY):
    out = set()
    for a in appointments:
        if a["Role"] == role and valid(a["Since"], a["Until"], day):
            out.add(a["Holder"])
    return out


def roles_of(name, day=DAY):
    out = set()
    for a in appointments:
        if a["Holder"] == name and valid(a["Since"], a["Until"], day):
            out.add(a["Role"])
    return out


def owners(thing, day=DAY):
    out = set()
    for name in direct_owners(thing, day):
        if name in PERSON:
            out.add(name)
        elif name in ROLE:
            for h in holders(name, day):
                out.add(h)
        elif name in TEAM:
            if TEAM[name]["Leader"]:
                out.add(TEAM[name]["Leader"])
        else:
            raise ValueError(name)
    return out


def active(name, day=DAY):
    p = PERSON[name]
    return valid(p["Start date"], p["End date"], day)


def departed(name, day=DAY):
    end = PERSON[name]["End date"]
    return end != "" and end <= day


def active_owners(thing, day=DAY):
    return {p for p in owners(thing, day) if active(p, day)}


def meets(name, competence, least, day):
    for t in training:
        if t["Employee"] == name and t["Competence"] == competence and valid(t["Obtained"], t["Valid until"], day):
            if t["Level"] and float(t["Level"]) >= float(least):
                return True
    return False


def competent(name, needs, day=DAY):
    if not needs:
        return False
    for n in needs:
        if not meets(name, n["Competence"], n["Least level"], day):
            return False
    return True


def needs_of_control(ref):
    return [n for n in control_needs if n["Control"] == ref]


def needs_of_role(role):
    return [n for n in role_needs if n["Role"] == role]


def holds_competence(name, competence, day=DAY):
    for t in training:
        if t["Employee"] == name and t["Competence"] == competence and valid(t["Obtained"], t["Valid until"], day):
            return True
    return False


def no_competent_owner(day):
    out = []
    for c in controls:
        if not any(competent(p, needs_of_control(c["Ref"]), day) for p in owners(c["Ref"], day)):
            out.append(c["Ref"])
    return out


def reaching(target, step, everything, most=None):
    """What reaches `target` by one or more steps (at most `most`) of `step`."""
    found, edge, count = set(), {target}, 0
    while edge and (most is None or count < most):
        new = set()
        for x in everything:
            if x not in found and any(y in edge for y in step(x)):
                new.add(x)
        found |= new
        edge = new
        count += 1
    return found


def conflict(r, s):
    return s in cell(ROLE[r]["Conflicts with"]) or r in cell(ROLE[s]["Conflicts with"])


def months_before(day, months):
    y, m, d = [int(x) for x in day.split("-")]
    total = y * 12 + m - 1 - months
    y, m = divmod(total, 12)
    m += 1
    first_of_next = datetime.date(y + m // 12, m % 12 + 1, 1)
    last = (first_of_next - datetime.timedelta(days=1)).day
    return datetime.date(y, m, min(d, last)).isoformat()


def overdue(row):
    if not row["Review date"] or not row["Review every"]:
        return False
    number, unit = row["Review every"].split()
    assert unit in ("month", "months")
    return row["Review date"] < months_before(DAY, int(number))


def names_active():
    return [p["Full name"] for p in people if active(p["Full name"])]


def trained(name):
    for c in completions:
        if c["Employee"] == name and c["Training"] == "Security Awareness" and months_before(DAY, 12) <= c["Completed on"] <= DAY:
            return True
    return False


def mails(names):
    return [MAIL[n] for n in names]


answers = {}
Q = answers.__setitem__
Q("Q01", no_competent_owner(DAY))
Q("Q02", [c["Ref"] for c in controls if not owners(c["Ref"])])
Q("Q03", [c["Ref"] for c in controls if not direct_owners(c["Ref"])])
Q("Q04", [c["Ref"] for c in controls if not needs_of_control(c["Ref"])])
Q("Q05", [c["Ref"] for c in controls if owners(c["Ref"]) and all(departed(p) for p in owners(c["Ref"]))])
Q("Q06", [a["Asset ID"] for a in assets if a["Criticality"] == "critical" and not owners(a["Asset ID"])])
pairs = []
for n in PERSON:
    for r in roles_of(n):
        for s in roles_of(n):
            if conflict(r, s):
                pairs.append((n, r, s))
Q("Q07", mails({n for n, _, _ in pairs}))
Q("Q08", [(MAIL[n], r, s) for n, r, s in pairs])
Q("Q09", [(MAIL[d["Delegator"]], MAIL[d["Delegate"]], d["Subject"]) for d in delegations
          if valid(d["Since"], d["Until"], DAY) and d["Delegator"] not in owners(d["Subject"])])
out = []
for d in documents:
    for v in approvals:
        if v["Document"] == d["Ref"] and v["Approved on"] <= DAY and v["Approver"] in cell(d["Author"]):
            out.append(d["Ref"])
Q("Q10", out)


def needed(ref):
    return cell(ASSET[ref]["Depends on"])


Q("Q11", reaching("AS004", needed, ASSET))
Q("Q12", reaching("AS001", needed, ASSET, 2))
Q("Q13", reaching("AS008", needed, ASSET))
Q("Q14", [r for r in ROLE if not holders(r)])
Q("Q15", [r for r in ROLE if not any(active(h) for h in holders(r))])
Q("Q16", [r for r in ROLE if ROLE[r]["Least holders"] and len([h for h in holders(r) if active(h)]) < int(ROLE[r]["Least holders"])])
Q("Q17", [(MAIL[t["Employee"]], t["Competence"], t["Valid until"]) for t in training if t["Valid until"] and t["Valid until"] <= DAY])
Q("Q18", [r["Ref"] for r in risks if not owners(r["Ref"])])
open_risks = [r for r in risks if r["Status"] == "open"]
Q("Q19", [r["Ref"] for r in open_risks if not cell(r["Treatment"])])
Q("Q20", [r["Ref"] for r in open_risks if not any(CONTROL[c]["Status"] == "in place" for c in cell(r["Treatment"]))])
Q("Q21", [a["Asset ID"] for a in assets if a["Classification"] in ("confidential", "secret") and not active_owners(a["Asset ID"])])
Q("Q22", [a["Asset ID"] for a in assets if not a["Classification"]])
asset_owners = {}
for a in assets:
    for p in owners(a["Asset ID"]):
        asset_owners.setdefault(p, []).append(a)
Q("Q23", mails(p for p in asset_owners if PERSON[p]["End date"] and PERSON[p]["End date"] < DAY))
Q("Q24", mails(p for p in PERSON if len(roles_of(p)) >= 2))
out = []
for t in TEAM:
    inside = {m["Member"] for m in members if m["Team"] == t and valid(m["Since"], m["Until"], DAY)}
    if len(inside) == 1:
        out.append(t)
Q("Q25", out)


def manager(name):
    mail = PERSON[name]["Manager e-mail"]
    return [BY_MAIL[mail]] if mail else []


Q("Q26", mails(reaching("Derek Whitlock", manager, PERSON)))
Q("Q27", mails(p for p in names_active() if not manager(p)))
Q("Q28", [(c["Ref"], MAIL[p]) for c in controls for p in owners(c["Ref"]) if not competent(p, needs_of_control(c["Ref"]))])
out, out2 = [], []
for p in PERSON:
    for r in roles_of(p):
        for n in needs_of_role(r):
            if not holds_competence(p, n["Competence"]):
                out.append((MAIL[p], r, n["Competence"]))
        if not competent(p, needs_of_role(r)):
            out2.append((MAIL[p], r))
Q("Q29", out)
Q("Q30", out2)
Q("Q31", mails(p for p in names_active() if not trained(p)))
per = {}
for p in names_active():
    if trained(p):
        per[PERSON[p]["Department"]] = per.get(PERSON[p]["Department"], 0) + 1
assert len(per) == len({p["Department"] for p in people})
Q("Q32", [(d, n) for d, n in per.items()])
per = {}
for r in risks:
    for p in owners(r["Ref"]):
        per[p] = per.get(p, 0) + (1 if r["Status"] == "open" else 0)
Q("Q33", [(MAIL[p], n) for p, n in per.items()])
per = {}
for p in names_active():
    per[PERSON[p]["Department"]] = per.get(PERSON[p]["Department"], 0) + 1
Q("Q34", [(d, n) for d, n in per.items()])
per = {}
for c in controls:
    if c["Applicable"] == "yes":
        per[c["Theme"]] = per.get(c["Theme"], 0) + 1
Q("Q35", [(t, n) for t, n in per.items()])
started = sorted(names_active(), key=lambda n: PERSON[n]["Start date"])
ORDERED = {"Q36", "Q37"}
assert PERSON[started[4]]["Start date"] < PERSON[started[5]]["Start date"]
Q("Q36", mails(started[:5]))
Q("Q37", [(MAIL[n], PERSON[n]["Start date"]) for n in reversed(started[-3:])])
Q("Q38", [c["Ref"] for c in controls if "CISO" in direct_owners(c["Ref"])])
Q("Q39", [c["Ref"] for c in controls if "Anselm Okoro" in owners(c["Ref"])])
Q("Q40", [a["Asset ID"] for a in assets if a["Criticality"] == "critical" or a["Classification"] == "secret"])
Q("Q41", [a["Asset ID"] for a in assets if a["Criticality"] == "critical" and a["Primary"] != "yes"])
Q("Q42", mails(p for p in PERSON if manager(p) == ["Anselm Okoro"] and p != "Zoë Lefèvre"))
Q("Q43", mails(p for p in PERSON if p != "Wei Zhang" and roles_of(p) & roles_of("Wei Zhang")))
Q("Q44", [c["Ref"] for c in controls if not owners(c["Ref"], "2025-06-30")])
Q("Q45", [r for r in ROLE if not holders(r, "2022-06-30")])
Q("Q46", no_competent_owner("2025-06-30"))
now, then = set(), set()
for c in controls:
    for o in direct_owners(c["Ref"]):
        now.add(o)
    for o in OWNER_CELL[c["Ref"]]:
        then.add(o)
for h in handovers:
    if (not h["Since"] or h["Since"] <= "2024-12-31") and (not h["Until"] or h["Until"] > "2024-01-01"):
        then.add(h["Owner"])
Q("Q47", mails(o for o in then - now if o in PERSON))
out = set()
for v in approvals:
    for d in documents:
        if d["Ref"] == v["Document"] and v["Approved on"] <= DAY:
            for n in cell(d["Author"]):
                if v["Approver"] in manager(n):
                    out.add(v["Approver"])
Q("Q48", mails(out))
Q("Q49", [a["Asset ID"] for a in assets if any(not active_owners(b) for b in cell(a["Depends on"]))])
Q("Q50", mails(p for p in asset_owners if all(a["Criticality"] == "critical" for a in asset_owners[p])))
Q("Q51", mails(p for p in PERSON if all(holds_competence(p, n["Competence"]) for n in needs_of_role("Incident Lead"))))
Q("Q52", [c["Ref"] for c in controls if len(direct_owners(c["Ref"])) >= 2])
met = set()
for c in controls:
    met |= set(cell(c["Meets"]))
Q("Q53", [r["ref"] for r in requirements if r["type"] == "annex" and r["ref"] not in met])
Q("Q54", [c["Ref"] for c in controls if overdue(c)])
Q("Q55", [d["Ref"] for d in documents if overdue(d)])
Q("Q56", [a["Asset ID"] for a in assets if overdue(a)])
Q("Q57", [(MAIL[t["Employee"]], t["Competence"], t["Valid until"]) for t in training if t["Valid until"] and "2026-07-01" <= t["Valid until"] <= "2026-08-29"])
limit = (datetime.date.fromisoformat(DAY) + datetime.timedelta(days=120)).isoformat()
Q("Q58", [c["Ref"] for c in controls if c["Due date"] and DAY < c["Due date"] <= limit])


def deputies_of(role):
    return {d["Deputy"] for d in deputies if d["Role"] == role and valid(d["Since"], d["Until"], DAY)}


essential = [r for r in ROLE if ROLE[r]["Essential"] == "yes"]
Q("Q59", [r for r in essential if not deputies_of(r)])
Q("Q60", [r for r in essential if not any(active(d) for d in deputies_of(r))])
owning = set()
for thing in OWNER_CELL:
    owning |= owners(thing)
Q("Q61", mails(p for p in names_active() if not roles_of(p) and p not in owning))
Q("Q62", [a["Asset ID"] for a in assets if any(PERSON[p]["Employment"] == "external" for p in owners(a["Asset ID"]))])
Q("Q63", mails(p for p in asset_owners if "Engineer" in PERSON[p]["Job title"] and any(a["Criticality"] == "critical" for a in asset_owners[p])))
Q("Q64", [len({h for r in essential for h in holders(r)})])
Q("Q65", [len([a for a in assets if not active_owners(a["Asset ID"])])])
INSIDE = {row["Location"]: cell(row["Inside"]) for row in locations}
places = reaching("Leeds Campus", lambda x: INSIDE[x], INSIDE)
Q("Q66", [a["Asset ID"] for a in assets if a["Location"] in places])
Q("Q67", [r["Ref"] for r in open_risks if r["Residual level"] in ("high", "severe")])
Q("Q68", [r["Ref"] for r in open_risks if r["Residual level"] not in ("high", "severe")])
Q("Q69", {t["Risk"] for t in acceptances if valid(t["Accepted on"], t["Expires"], DAY) and t["Accepted by"] not in owners(t["Risk"])})
Q("Q70", mails({g["Granted to"] for g in grants if g["Granted to"] in PERSON and departed(g["Granted to"]) and valid(g["Since"], g["Until"], DAY)}))
Q("Q71", [d["Ref"] for d in documents if d["Status"] == "in force" and not active_owners(d["Ref"])])
Q("Q72", [c["Ref"] for c in controls if len(active_owners(c["Ref"])) >= 2])
Q("Q73", [PERSON[started[-1]]["Start date"]])
Q("Q74", [t for t in TEAM if not TEAM[t]["Leader"] or not active(TEAM[t]["Leader"])])
Q("Q75", [c["Ref"] for c in controls if not c["Review date"]])
PART = {r["ref"]: cell(r["part of"]) for r in requirements}
Q("Q76", reaching("6", lambda x: PART[x], PART))
Q("Q77", [r["Ref"] for r in open_risks if cell(r["Treatment"]) and all(c in answers["Q01"] for c in cell(r["Treatment"]))])
read_it = {k["Employee"] for k in acknowledgements if k["Document"] == "POL01" and k["Acknowledged on"] <= DAY}
Q("Q78", mails(p for p in names_active() if p not in read_it))
Q("Q79", [a["Asset ID"] for a in assets if cell(a["Depends on"]) and all(ASSET[b]["Criticality"] == "critical" for b in cell(a["Depends on"]))])
Q("Q80", [a["Asset ID"] for a in assets if a["Criticality"] == "critical" and a["Review date"] and a["Review date"] < months_before(DAY, 10)])

# ---------------------------------------------------------------- questions of an audit

DOCUMENT = {d["Ref"]: d for d in documents}
ROLE_LIMIT = {r: ROLE[r]["Risk limit"] for r in ROLE}
LEVELS = ["low", "medium", "high", "severe"]
TEAM_OF = {}
for m in members:
    if valid(m["Since"], m["Until"], DAY):
        TEAM_OF.setdefault(m["Member"], set()).add(m["Team"])
in_force = [d for d in documents if d["Status"] == "in force"]
met_by = {}
for c in controls:
    for r in cell(c["Meets"]):
        met_by.setdefault(r, []).append(c["Ref"])


def behind(actor):
    """The people a name in a cell stands for."""
    return {actor} if actor in PERSON else holders(actor) if actor in ROLE else {TEAM[actor]["Leader"]} if actor in TEAM and TEAM[actor]["Leader"] else set()


def mail(actor):
    return MAIL.get(actor, actor)


Q("Q81", [(g["Organisation"], o["Title"]) for g in organisations for o in obligations if o["Demanded by"] == g["Organisation"] and o["Ref"] not in met_by])
scope = cell(DOCUMENT["SCO01"]["Applies to"])
Q("Q82", [(a, ASSET[a]["Asset"]) for a in scope if not active_owners(a)])
Q("Q83", [a["Activity"] for a in activities if a["Type"] == "process" and not active_owners(a["Activity"])])
Q("Q84", [(x["Ref"], x["Title"], mail(x["Owner"]), x["Due date"]) for x in actions if x["Status"] == "open" and (not active_owners(x["Ref"]) or not x["Due date"])])


def may_accept(name, risk):
    return any(ROLE_LIMIT[r] and LEVELS.index(ROLE_LIMIT[r]) >= LEVELS.index(RISK[risk]["Residual level"]) for r in roles_of(name))


now_accepted = [t for t in acceptances if valid(t["Accepted on"], t["Expires"], DAY)]
Q("Q85", [(t["Risk"], MAIL[t["Accepted by"]], RISK[t["Risk"]]["Residual level"]) for t in now_accepted if not may_accept(t["Accepted by"], t["Risk"])])
Q("Q86", [(o["Ref"], o["Objective"], o["Goal"], o["Value"]) for o in objectives if o["Due date"] < DAY and o["Value"] and float(o["Value"]) < float(o["Goal"])])


def responsible(name, thing):
    return any(r["Actor"] == name and r["Subject"] == thing and valid(r["Since"], r["Until"], DAY) for r in responsibilities)


changes = [a["Activity"] for a in activities if a["Type"] == "change"]
Q("Q87", [(v["Activity"], MAIL[v["Approver"]]) for v in change_approvals if v["Activity"] in changes and responsible(v["Approver"], v["Activity"])])
approved = {v["Activity"] for v in change_approvals}
Q("Q88", [a for a in changes if a not in approved])
supported = [(x["Subject"], x["Actor"]) for x in supports if valid(x["Since"], x["Until"], DAY) and x["Subject"] in CONTROL]
Q("Q89", [(c, MAIL[p]) for c, p in supported if p in PERSON and departed(p)])
Q("Q90", [(m["Message"], m["Audience"]) for m in messages if cell(m["Audience"]) and not cell(m["Sender"])])
documented = set()
for d in documents:
    documented |= set(cell(d["Meets"]))
Q("Q91", [(r["ref"], r["title"]) for r in requirements if r["documented"] == "yes" and r["ref"] not in documented])
Q("Q92", [(r["Ref"], c, CONTROL[c]["Status"]) for r in open_risks for c in cell(r["Treatment"]) if CONTROL[c]["Status"] != "in place"])
this_year = set()
for v in reviews:
    if v["Review date"].startswith("2026"):
        this_year |= set(cell(v["Examines"]))
Q("Q93", [len([c for c in controls if c["Status"] == "in place" and c["Ref"] not in this_year])])
Q("Q94", [(v["Review"], MAIL[v["Reviewer"]], c) for v in reviews if v["Type"] == "audit" for c in cell(v["Examines"]) if c in CONTROL and v["Reviewer"] in owners(c)])
Q("Q95", [(v["Ref"], v["Review"], v["Next date"]) for v in reviews if v["Next date"] and v["Next date"] < DAY])
per = {}
for x in actions:
    for p in owners(x["Ref"]):
        per[p] = per.get(p, 0) + (1 if x["Status"] == "open" else 0)
Q("Q96", [(MAIL[p], n) for p, n in per.items()])
fixed = {f for x in actions if active_owners(x["Ref"]) for f in cell(x["Fixes"])}
Q("Q97", [(f["Ref"], f["Title"], f["Severity"]) for f in findings if f["Status"] == "open" and f["Ref"] not in fixed])
Q("Q98", [f["Ref"] for f in findings if f["Status"] == "closed" and f["Closing date"] > f["Due date"]])
Q("Q99", [(a["Account"], MAIL[a["User"]], a["Last used"]) for a in accounts if a["User"] and departed(a["User"])])
Q("Q100", [(a["Account"], MAIL[a["User"]], a["Last used"]) for a in accounts if a["User"] and PERSON[a["User"]]["End date"] and a["Last used"] > PERSON[a["User"]]["End date"]])
Q("Q101", [(a["Account"], mail(a["Owner"])) for a in accounts if a["Type"] == "shared" and not active_owners(a["Account"])])
now_granted = [g for g in grants if valid(g["Since"], g["Until"], DAY)]
Q("Q102", [(mail(g["Granted to"]), g["Permission"]) for g in now_granted if g["Approver"] and g["Approver"] == g["Granted to"]])
contact = {}
for k in contacts:
    if valid(k["Since"], k["Until"], DAY) and active(k["Person"]):
        contact.setdefault(k["Organisation"], set()).add(k["Person"])
vendors = [g["Organisation"] for g in organisations if g["Type"] == "vendor"]
Q("Q103", [g for g in vendors if not active_owners(g) and g not in contact])
seen = set()
for v in reviews:
    if months_before(DAY, 18) <= v["Review date"] <= DAY:
        seen |= set(cell(v["Examines"]))
Q("Q104", [g for g in vendors if g not in seen])
Q("Q105", [(t["Ref"], t["Threat"]) for t in threats if not any(CONTROL[c]["Status"] == "in place" for c in cell(t["Treatment"]))])
looked_after = {r["Subject"] for r in responsibilities if valid(r["Since"], r["Until"], DAY)}
projects = [a for a in activities if a["Type"] == "project" and a["Activity"] not in looked_after]
Q("Q106", [(a["Activity"], "; ".join(MAIL[p] for p in owners(a["Activity"]))) for a in projects])
bound = {g for d in in_force for g in cell(d["Binds"])}
Q("Q107", [(g["Organisation"], ASSET[a]["Asset"]) for g in organisations for a in cell(g["Receives"]) if g["Organisation"] not in bound])


def may_use(permission):
    out = set()
    for g in now_granted:
        if g["Permission"] != permission:
            continue
        actor = g["Granted to"]
        if actor in PERSON:
            out.add(actor)
        elif actor in ROLE:
            out |= holders(actor)
        elif actor in TEAM:
            out |= {p for p in TEAM_OF if actor in TEAM_OF[p]}
        else:
            out |= {a["User"] for a in accounts if a["Account"] == actor and a["User"]}
    return out


COVERS = {p["Permission"]: cell(p["Covers"]) for p in permissions}
Q("Q108", [(MAIL[p], m) for m in COVERS if "AS006" in COVERS[m] for p in may_use(m)])
declaring = {x["Performer"] for x in performs if x["Duty"] == "Declaring Incidents"}
Q("Q109", mails({h for r in declaring for h in holders(r) if active(h)}))
Q("Q110", [(MAIL[h], r) for r in ROLE if "Incident" in r for h in holders(r) if not competent(h, needs_of_role(r))])
followed = {n for x in actions for n in cell(x["Fixes"])}
Q("Q111", [(n["Ref"], n["Incident"]) for n in incidents if n["Status"] == "closed" and n["Ref"] not in followed])
Q("Q112", [(MAIL[n["Investigator"]], n["Incident"]) for n in incidents if n["Investigator"] and any(n["Investigator"] in owners(a) for a in cell(n["Affects"]))])
tested = set()
for v in reviews:
    if v["Type"] == "test" and months_before(DAY, 12) <= v["Review date"] <= DAY:
        tested |= set(cell(v["Examines"]))
Q("Q113", [(a["Asset ID"], a["Asset"]) for a in assets if a["Criticality"] == "critical" and a["Type"] == "service" and a["Asset ID"] not in tested])
Q("Q114", [(o["Ref"], o["Title"]) for o in obligations if o["Type"] == "legal" and not any(active_owners(c) for c in met_by.get(o["Ref"], []))])
Q("Q115", [(d["Ref"], d["Title"], d["Retention date"], "; ".join(MAIL[p] for p in owners(d["Ref"]))) for d in documents if d["Retention date"] and d["Retention date"] < DAY])
basics = {c["Employee"] for c in completions if c["Training"] == "Data Protection Basics" and c["Completed on"] <= DAY}
Q("Q116", [(a["Asset"], MAIL[p]) for a in assets if a["Personal data"] == "yes" for p in owners(a["Asset ID"]) if p not in basics])
said_yes = {(r["Person"], r["Role"]) for r in role_acceptances if r["Accepted on"] <= DAY}
Q("Q117", [(MAIL[h], r) for r in ROLE for h in holders(r) if (h, r) not in said_yes])
covered = {x for d in in_force for x in cell(d["Applies to"])}
Q("Q118", [a["Area"] for a in areas if a["Area"] not in covered])
Q("Q119", [(MAIL[h], r, n["Competence"], n["Least level"]) for r in ROLE for h in holders(r) for n in needs_of_role(r) if not meets(h, n["Competence"], n["Least level"], DAY)])
Q("Q120", [(mail(r["Actor"]), r["Subject"], r["Basis"]) for r in responsibilities if r["Basis"] and DOCUMENT[r["Basis"]]["Status"] != "in force"])
Q("Q121", [(d, DOCUMENT[d]["Title"], DOCUMENT[d]["Status"]) for d in cell(DOCUMENT["POL01"]["Refers to"])])


def fills(role):
    out = {h for h in holders(role) if active(h)}
    return out or {d for d in deputies_of(role) if active(d)}


Q("Q122", [r for r in essential if not fills(r)])
Q("Q123", mails({p for m in COVERS if "AS001" in COVERS[m] for p in may_use(m)}))
Q("Q124", mails(p for p in names_active() if may_accept(p, "R17")))
proved = {c for d in in_force for c in cell(d["Proves"])}
unproven = [c for c in controls if c["Status"] == "in place" and c["Ref"] not in proved]
per = {}
for c in unproven:
    per[c["Theme"]] = per.get(c["Theme"], 0) + 1
Q("Q125", [(t, n) for t, n in per.items()])
Q("Q126", [(c["Ref"], d["Ref"]) for c in unproven for d in documents if c["Ref"] in cell(d["Proves"])])
told = {r["Person"] for r in message_readers for m in messages if m["Message"] == r["Message"] == "Changed Payment Limits" and r["Acknowledged on"] >= m["Sent date"]}
Q("Q127", mails(p for p in names_active() if "Payments Team" in TEAM_OF.get(p, set()) and p not in told))
alone = []
for r in essential:
    here = [h for h in holders(r) if active(h)]
    if len(here) == 1 and not any(active(d) for d in deputies_of(r)):
        alone.append((r, here[0]))
Q("Q128", [(r, MAIL[p]) for r, p in alone])
Q("Q129", [len({p for a in assets if len(active_owners(a["Asset ID"])) == 1 for p in active_owners(a["Asset ID"])})])
Q("Q130", [(MAIL[p["Full name"]], p["Start date"]) for p in people if p["Start date"] > DAY])
Q("Q131", [r for r, _ in alone])
in_force = [d for d in delegations if valid(d["Since"], d["Until"], DAY)]
rightful = []


def in_charge(name, thing):
    """Responsible as written, in a role, or in a team."""
    names = {name} | set(roles_of(name)) | {m["Team"] for m in members if m["Member"] == name and valid(m["Since"], m["Until"], DAY)}
    return any(responsible(n, thing) for n in names)


while True:      # until no delegation is added that rests on those before
    more = [d for d in in_force if d not in rightful and (
        active(d["Delegator"]) and (d["Delegator"] in owners(d["Subject"]) or in_charge(d["Delegator"], d["Subject"]))
        or any(e["Delegate"] == d["Delegator"] and e["Subject"] == d["Subject"] and e["Transferable"] == "yes" for e in rightful))]
    if not more:
        break
    rightful += more
Q("Q132", [(MAIL[d["Delegator"]], MAIL[d["Delegate"]], d["Subject"]) for d in in_force if d not in rightful])
limit = (datetime.date.fromisoformat(DAY) + datetime.timedelta(days=90)).isoformat()
Q("Q133", [(MAIL[d["Delegator"]], MAIL[d["Delegate"]], d["Until"]) for d in delegations if d["Until"] and DAY <= d["Until"] <= limit])
settled = {t["Risk"] for t in now_accepted if may_accept(t["Accepted by"], t["Risk"]) and LEVELS.index(t["Accepted level"]) >= LEVELS.index(RISK[t["Risk"]]["Residual level"])}
Q("Q134", [(r["Ref"], r["Risk"], r["Residual level"]) for r in open_risks if r["Ref"] in settled])
Q("Q135", [len([p for p in names_active() if not roles_of(p) and p not in owning])])
Q("Q136", [i["Issue"] for i in issues if not active_owners(i["Issue"])])
PART_OF = {a["Area"]: cell(a["Part of"]) for a in areas}


def answering(area):
    here = active_owners(area)
    return here or {p for above in PART_OF[area] for p in answering(above)}


Q("Q137", [(a, MAIL[p]) for a in PART_OF if not active_owners(a) for p in answering(a)])
passed_on = {d["Delegate"] for d in delegations if d["Subject"] == "AS016" and valid(d["Since"], d["Until"], DAY)}
Q("Q138", mails(passed_on))


def natural(text):
    return [(1, int(part), "") if part.isdigit() else (0, 0, part) for part in re.split(r"(\d+)", text)]


def main():
    with open(os.path.join(HERE, "questions.tsv"), encoding="utf-8") as f:
        ids = [line.split("\t")[0] for line in f][1:]
    assert ids == list(answers), set(ids) ^ set(answers)
    with open(os.path.join(HERE, "answers.tsv"), "w", encoding="utf-8", newline="\n") as f:
        for key in ids:
            rows = [",".join(str(x) for x in r) if isinstance(r, tuple) else str(r) for r in answers[key]]
            if key not in ORDERED:
                rows = sorted(set(rows), key=natural)
            assert not any("|" in r or "\t" in r for r in rows)
            f.write("%s\t%s\n" % (key, "|".join(rows)))


if __name__ == "__main__":
    main()
