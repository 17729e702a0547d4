// SPDX-License-Identifier: Apache-2.0

import Foundation
import Hummingbird
import Remit

// questions-service FOLDER --as-of 2026-06-30 [--port 8080]
var words = CommandLine.arguments.dropFirst()
var folder: String?
var today: Day?
var port = 8080
while let word = words.popFirst() {
  switch word {
  case "--as-of": today = words.popFirst().flatMap { Day($0) }
  case "--port": port = words.popFirst().flatMap { Int($0) } ?? port
  default: folder = word
  }
}
guard let folder, let today else {
  print("usage: questions-service FOLDER --as-of YYYY-MM-DD [--port NUMBER]")
  exit(2)
}
do {
  let register = try Register(folder: folder, today: today)
  let service = Service(
    register: register, desk: Desk(threads: max(1, ProcessInfo.processInfo.activeProcessorCount)),
    auditorToken: ProcessInfo.processInfo.environment["AUDITOR_TOKEN"])
  let application = Application(
    router: service.router(),
    configuration: .init(address: .hostname("127.0.0.1", port: port)))
  try await application.runService()
} catch let error as QueryError {
  FileHandle.standardError.write(Data(error.rendered.utf8))
  exit(3)
}
