/** Every content of an answer or a request body has a named example: the mock answers with it and the docs show it. */
export function namedExamples() {
  return {
    MediaType(media, { report, location }) {
      if (media.examples === undefined || Object.keys(media.examples).length === 0) {
        report({ message: 'The content has no named example (`examples`).', location: location.key() })
      }
    },
    Header(header, { report, location }) {
      if (header.example === undefined && header.examples === undefined) {
        report({ message: 'The header has no example.', location: location.key() })
      }
    },
    Parameter(parameter, { report, location }) {
      if (parameter.example === undefined && parameter.examples === undefined) {
        report({ message: 'The parameter has no example.', location: location.key() })
      }
    },
  }
}
