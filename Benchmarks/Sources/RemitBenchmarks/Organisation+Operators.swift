// SPDX-License-Identifier: Apache-2.0

import CReference

extension Organisation {
  /// All its links.
  var all: [Links] {
    [controlsOwned, assetsOwned, operates, audits, holds, requires, depends]
  }

  /// The operators with the same work by hand.
  var operators: [Operator] {
    operatorsOnSets + operatorsOnLinks + operatorsOnDays + operatorsOnRows
  }

  private var operatorsOnSets: [Operator] {
    let everything = Bits(size: assets) { _ in true }.words
    let vital = Bits(size: assets) { secret[$0] == 1 }.words
    let hot = Bits(size: assets) { critical[$0] == 1 }.words
    return [
      Operator(
        name: "scan", step: "Scan", question: "number of assets", reference: "bits counted"
      ) { reference_popcount(everything, everything.count) },
      Operator(
        name: "filter by a flag", step: "Filter", question: "number of secret assets",
        reference: "bytes compared"
      ) { reference_flags(secret, secret.count) },
      Operator(
        name: "intersection", step: "Intersection", question: "number of vital assets that are hot",
        reference: "AND of two bitmaps, counted"
      ) { reference_and(vital, hot, hot.count) },
    ]
  }

  private var operatorsOnLinks: [Operator] {
    let vital = Bits(size: assets) { secret[$0] == 1 }.words
    let inactive = Bits(size: people) { !isActive[$0] }.words
    var image = Bits(size: controls).words
    var seen = Bits(size: assets).words
    var pending = seen
    var queue = [UInt32](repeating: 0, count: assets)
    var counts = [UInt32](repeating: 0, count: Organisation.departments)
    let (owners, owned) = (controlsOwned.backward, assetsOwned.forward)
    let dependents = depends.backward
    // Of the assets that few depend on, one with some.
    let few: Int =
      (assets / 2..<assets).first { dependents.starts[$0 + 1] - dependents.starts[$0] > 3 } ?? 0
    return [
      Operator(
        name: "existential along a link", step: "SemiJoin",
        question: "number of people who own a vital asset",
        reference: "rows walked until one is in the set"
      ) { reference_rows_with(owned.starts, owned.targets, people, vital, 1) },
      Operator(
        name: "image of a set", step: "SemiJoin",
        question: "number of controls owned by a person who is not active",
        reference: "rows of the set walked, marking a bitmap"
      ) {
        reference_image(
          controlsOwned.forward.starts, controlsOwned.forward.targets, people, inactive, &image,
          image.count)
      },
      Operator(
        name: "anti-join", step: "AntiJoin", question: "number of controls with no owner",
        reference: "empty rows counted"
      ) { reference_empty_rows(owners.starts, controls) },
      Operator(
        name: "count threshold", step: "CountThreshold",
        question: "number of people who own at least 3 vital assets",
        reference: "members of the set counted in each row, up to three"
      ) { reference_rows_with(owned.starts, owned.targets, people, vital, 3) },
      Operator(
        name: "intersection of rows", step: "Join",
        question: "people p who operate a control c audited by p, showing p's id, c's id",
        reference: "merge of the two rows of each person"
      ) {
        reference_common(
          operates.forward.starts, operates.forward.targets, audits.forward.starts,
          audits.forward.targets, people)
      },
      Operator(
        name: "grouping", step: "Aggregate",
        question: "number of controls with an owner per owner's department",
        reference: "counted in an array, by code"
      ) {
        reference_groups(
          owners.starts, owners.targets, controls, department, &counts, counts.count)
      },
      Operator(
        name: "closure, large", step: "Closure",
        question: "number of assets that depend on+ asset 0",
        reference: "passes over a bitmap of what is pending"
      ) {
        reference_reach_many(dependents.starts, dependents.targets, assets, 0, &seen, &pending)
      },
      Operator(
        name: "closure, small", step: "Closure",
        question: "number of assets that depend on+ asset \(few)",
        reference: "queue; clearing the bitmap of what was seen"
      ) {
        reference_reach_few(
          dependents.starts, dependents.targets, assets, UInt32(few), &seen, &queue)
      },
    ]
  }

  private var operatorsOnDays: [Operator] {
    let owners = controlsOwned.backward
    let today = Organisation.today.number
    var masks = [UInt64](repeating: 0, count: people * 4)
    var wanted = [UInt64](repeating: 0, count: 4)
    // A control that needs something.
    let control: Int =
      (0..<controls).first { requires.forward.starts[$0 + 1] - requires.forward.starts[$0] > 1 }
      ?? 0
    for place in requires.forward.starts[control]..<requires.forward.starts[control + 1] {
      let competence = requires.forward.targets[Int(place)]
      wanted[Int(competence >> 6)] |= 1 << UInt64(competence & 63)
    }
    var valid = Bits(size: until.count).words
    _ = reference_valid(until, until.count, today, &valid)
    let marked = valid
    reference_masks(holds.forward.starts, holds.forward.targets, until, people, today, &masks)
    let kept = masks
    func covered(_ exactly: UInt32, _ masks: [UInt64]) -> UInt64 {
      reference_covered(
        owners.starts, owners.targets, controls, requires.forward.starts, requires.forward.targets,
        masks, exactly)
    }
    return [
      Operator(
        name: "division by a set", step: "Division",
        question: "number of people who hold every competence that control \(control) requires",
        reference: "rows of 256 bits, made before, compared with a set"
      ) { reference_rows_over(kept, people, wanted) },
      Operator(
        name: "division by rows", step: "AntiJoin",
        question: "number of controls with no competent owner",
        reference: "needs looked up in rows of bits made before"
      ) { covered(0, kept) },
      Operator(
        name: "unique witness", step: "CountThreshold",
        question: "number of controls with exactly 1 competent owner",
        reference: "needs looked up in rows of bits made before"
      ) { covered(1, kept) },
      Operator(
        name: "view of a day, cached", step: "SemiJoin",
        question: "number of people who hold a competence",
        reference: "rows walked until a valid link is found"
      ) { reference_rows_marked(holds.forward.starts, people, marked) },
      Operator(
        name: "view of a day, made", step: "SemiJoin",
        question: "number of people who hold a competence",
        reference: "the valid links marked, then the same",
        byHand: {
          _ = reference_valid(until, until.count, today, &valid)
          return reference_rows_marked(holds.forward.starts, people, valid)
        },
        isNewDay: true),
      Operator(
        name: "rows of a day, made", step: "AntiJoin",
        question: "number of controls with no competent owner",
        reference: "rows of bits made, then needs looked up",
        byHand: {
          reference_masks(holds.forward.starts, holds.forward.targets, until, people, today, &masks)
          return covered(0, masks)
        },
        isNewDay: true),
    ]
  }

  private var operatorsOnRows: [Operator] {
    var places = [UInt32](repeating: 0, count: 20)
    let numbers = score
    let secrets = (0..<assets).filter { secret[$0] == 1 }.map { score[$0] }
    var pairs = [UInt64](repeating: 0, count: secrets.count)
    var scratch = pairs
    return [
      Operator(
        name: "top 20", step: "Limit",
        question: "assets, showing id, sorted by score descending, first 20",
        reference: "short sorted list, one pass"
      ) { reference_top(numbers, numbers.count, 20, &places) },
      Operator(
        name: "sort", step: "Sort", question: "secret assets, showing id, sorted by score",
        reference: "radix sort of the numbers with their places"
      ) { reference_sort(secrets, secrets.count, &pairs, &scratch) },
    ]
  }
}
