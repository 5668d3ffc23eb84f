/**
 * How each document tells its failures. `formats` has, for each error format, the shared answers that follow from what
 * an operation says of itself, each with the codes that it shows; `statuses` has what an answer says of itself that is
 * made from an operation's own codes. References are relative to `folder`.
 */
export const failures = {
  account: {
    folder: 'components',
    formats: {
      envelope: {
        malformed: ['responses.yaml#/EnvelopeInvalidRequest', 'InvalidRequest'],
        credential: { oauth2: ['responses.yaml#/EnvelopeUnauthorized', 'Unauthorized'] },
        scopes: ['responses.yaml#/EnvelopeForbidden', 'Forbidden'],
        'x-roles': ['responses.yaml#/EnvelopeRoleRequired', 'RoleRequired'],
        size: ['responses.yaml#/EnvelopePayloadTooLarge', 'PayloadTooLarge'],
        media: ['responses.yaml#/EnvelopeUnsupportedMediaType', 'UnsupportedMediaType'],
        rate: ['responses.yaml#/EnvelopeTooManyRequests', 'TooManyRequests'],
        other: ['responses.yaml#/EnvelopeFailure', 'InternalError', 'NotImplemented', 'ServiceUnavailable'],
      },
      oauth: {
        malformed: ['responses.yaml#/OAuthInvalidRequest'],
        credential: {
          oauth2: ['responses.yaml#/OAuthInvalidToken'],
          clientBasic: ['responses.yaml#/OAuthInvalidClient'],
        },
        scopes: ['responses.yaml#/OAuthInsufficientScope'],
        size: ['responses.yaml#/OAuthPayloadTooLarge'],
        media: ['responses.yaml#/OAuthUnsupportedMediaType'],
        other: ['responses.yaml#/OAuthFailure'],
      },
      html: {
        malformed: ['responses.yaml#/PageInvalidRequest'],
        size: ['responses.yaml#/PagePayloadTooLarge'],
        media: ['responses.yaml#/PageUnsupportedMediaType'],
        other: ['responses.yaml#/PageFailure'],
      },
      // A page of the engine is the OAuth error for a caller who prefers JSON.
      'html by the engine': {
        malformed: ['responses.yaml#/BrowserInvalidRequest'],
        size: ['responses.yaml#/PagePayloadTooLarge'],
        media: ['responses.yaml#/PageUnsupportedMediaType'],
        other: ['responses.yaml#/BrowserFailure'],
      },
      login: {
        malformed: ['responses.yaml#/LoginInvalidRequest'],
        size: ['responses.yaml#/LoginPayloadTooLarge'],
        media: ['responses.yaml#/LoginUnsupportedMediaType'],
        other: ['responses.yaml#/LoginFailure'],
      },
    },
    codes: {
      schema: 'schemas.yaml#/EnvelopeError',
      examples: 'failures.yaml',
      exampleName: (code) => code.charAt(0).toLowerCase() + code.slice(1),
    },
    statuses: {
      403: { description: 'Not allowed.' },
      404: { description: 'What the request names does not exist.' },
      409: { description: 'The request conflicts with the present state.' },
      422: { description: 'The request is well formed but breaks a rule.' },
      429: {
        description: 'Too many requests in a short time.',
        headers: { 'Retry-After': { $ref: 'headers.yaml#/RetryAfter' } },
      },
      502: { description: 'A service that this depends on failed.' },
    },
  },
  oneaccess: {
    folder: 'components/oneaccess',
    formats: {
      'error-code': {
        // There is no shared answer: the codes of an operation stand beside this one.
        malformed: [undefined, 'COMMON.0400'],
        credential: { managementToken: ['responses.yaml#/Unauthorized', 'COMMON.0401'] },
        'x-permissions': ['responses.yaml#/Forbidden', 'COMMON.0403'],
        size: ['responses.yaml#/PayloadTooLarge', 'COMMON.0413'],
        media: ['responses.yaml#/UnsupportedMediaType', 'COMMON.0415'],
        rate: ['responses.yaml#/TooManyRequests', 'COMMON.0429'],
        other: ['responses.yaml#/Failure', 'COMMON.0500', 'COMMON.0501', 'COMMON.0503'],
      },
      oauth: {
        malformed: ['responses.yaml#/OAuthInvalidRequest'],
        credential: {
          clientBasic: ['responses.yaml#/OAuthInvalidClient'],
          accessToken: ['responses.yaml#/OAuthUnauthorized'],
        },
        scopes: ['oauth2.yaml#/Oauth2InsufficientScope'],
        size: ['responses.yaml#/OAuthPayloadTooLarge'],
        media: ['responses.yaml#/OAuthUnsupportedMediaType'],
        rate: ['responses.yaml#/OAuthTooManyRequests'],
        other: ['responses.yaml#/OAuthFailure'],
      },
      html: {
        malformed: ['responses.yaml#/PageInvalidRequest'],
        size: ['responses.yaml#/PagePayloadTooLarge'],
        media: ['responses.yaml#/PageUnsupportedMediaType'],
        rate: ['responses.yaml#/PageTooManyRequests'],
        other: ['responses.yaml#/PageFailure'],
      },
      cas: { rate: ['cas.yaml#/CasTooManyRequests'], other: ['cas.yaml#/CasOtherFailure'] },
      'cas-text': { rate: ['cas.yaml#/CasTextTooManyRequests'], other: ['cas.yaml#/CasTextFailure'] },
    },
    codes: { schema: 'schemas.yaml#/Error', examples: 'failures.yaml', exampleName: (code) => code },
    statuses: {
      400: { description: 'The request was refused.', 'x-zh': { description: '请求被拒绝。' } },
    },
  },
}
