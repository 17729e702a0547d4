// SPDX-License-Identifier: Apache-2.0

import Remit
import RemitFormats

/// The one page of the service: a form, and below it an answer or what is wrong.
///
/// It needs no script and nothing from anywhere else.
struct Page {
  /// What stands below the form.
  enum Content {
    case nothing
    case answer(QueryResult)
    case problem(String)
  }

  var question: String
  var content: Content

  /// What a browser may do with the page: show it, and send its form back here.
  static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; "
    + "frame-ancestors 'none'"

  /// The page as HTML.
  var html: String {
    """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Questions</title>
    <style>
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      input { font: inherit; width: 100%; box-sizing: border-box; padding: .4rem; }
      table { border-collapse: collapse; margin-top: 1rem; }
      th, td { border-bottom: 1px solid #ccc; padding: .2rem .8rem .2rem 0; text-align: left; }
      pre { background: #f6f6f6; padding: .8rem; overflow-x: auto; }
    </style>
    <h1>Questions</h1>
    <form action="/" method="get">
      <label for="q">Ask the register, such as <em>controls with no owner</em></label>
      <input id="q" name="q" value="\(Page.escaped(question))" maxlength="2000" autofocus>
      <button>Ask</button>
    </form>
    \(body)
    </html>

    """
  }

  private var body: String {
    switch content {
    case .nothing: return ""
    case .problem(let text): return "<pre role=\"alert\">\(Page.escaped(text))</pre>"
    case .answer(let answer):
      let notes = answer.notes.map { "<p>\(Page.escaped($0))</p>" }.joined()
      guard !answer.isEmpty else {
        return "<p>\(Page.escaped(answer.emptySentence))</p>" + notes
      }
      let count = answer.rowCount
      return "<p>\(count) row\(count == 1 ? "" : "s")</p>" + HTMLTableWriter().render(answer)
        + notes
    }
  }

  /// A text as a browser shows it.
  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { page, character in
      switch character {
      case "&": page += "&amp;"
      case "<": page += "&lt;"
      case ">": page += "&gt;"
      case "\"": page += "&quot;"
      default: page.append(character)
      }
    }
  }
}
