// SPDX-License-Identifier: Apache-2.0

import Foundation
import Hummingbird
import Remit

/// The routes of the service.
struct Service {
  let register: Register
  let desk: Desk
  /// The token that makes a caller an auditor; without one nobody is.
  let auditorToken: String?

  /// The longest body that is read: a question of the longest text that is taken.
  private static let mostBytes = 2 * Limits.untrusted.sourceBytes

  /// Makes the routes.
  func router() -> Router<BasicRequestContext> {
    let router = Router()
    router.get("/") { request, _ in await page(request) }
    router.post("/questions") { request, context in try await answer(request, context) }
    router.get("/completions") { request, _ in completions(request) }
    return router
  }

  private func role(_ request: Request) -> Role {
    Role(token: request.headers[.authorization], auditorToken: auditorToken)
  }

  /// `POST /questions` with `{"question": "controls owned by $owner", "parameters": {…}}`.
  private func answer(
    _ request: Request, _ context: BasicRequestContext
  ) async throws -> Response {
    let body = try await request.body.collect(upTo: Service.mostBytes)
    guard let asked = try? JSONDecoder().decode(Asked.self, from: Data(buffer: body)) else {
      throw HTTPError(
        .badRequest, message: "the body is JSON: {\"question\": \"…\", \"parameters\": {}}")
    }
    do {
      let answer = try await desk.answer(
        asked.asQuestion, of: register.snapshot(for: role(request)))
      return try Answered(answer).response(from: request, context: context)
    } catch let error as QueryError {
      let refused = Refused(error: error)
      var response = try refused.response(from: request, context: context)
      response.status = refused.status
      return response
    } catch is Desk.Full {
      return Service.full
    }
  }

  /// `GET /?q=controls+with+no+owner`, for people.
  private func page(_ request: Request) async -> Response {
    let text =
      request.uri.queryParameters["q"].map {
        String($0).replacing("+", with: " ").removingPercentEncoding ?? String($0)
      } ?? ""
    var page = Page(question: text, content: .nothing)
    var status = HTTPResponse.Status.ok
    if !text.isEmpty {
      do {
        page.content = .answer(
          try await desk.answer(
            Question(text: text), of: register.snapshot(for: role(request))))
      } catch let error as QueryError {
        page.content = .problem(error.rendered)
        status = Refused(error: error).status
      } catch {
        page.content = .problem("Too many questions at once: ask again in a moment.")
        status = .serviceUnavailable
      }
    }
    return Response(
      status: status,
      headers: [
        .contentType: "text/html; charset=utf-8", .contentSecurityPolicy: Page.policy,
        .xContentTypeOptions: "nosniff",
      ],
      body: .init(byteBuffer: ByteBuffer(string: page.html)))
  }

  /// `GET /completions?text=people+who+`, for an editor.
  private func completions(_ request: Request) -> [String] {
    let text =
      request.uri.queryParameters["text"].map {
        String($0).replacing("+", with: " ").removingPercentEncoding ?? String($0)
      } ?? ""
    guard text.utf8.count <= 2000 else { return [] }
    return register.snapshot(for: role(request)).completions(for: text).completions.map(\.text)
  }

  private static let full = Response(
    status: .serviceUnavailable, headers: [.retryAfter: "1", .contentType: "application/json"],
    body: .init(byteBuffer: ByteBuffer(string: "{\"error\":\"too many questions at once\"}")))
}
