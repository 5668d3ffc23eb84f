import { unwrap } from '../../client/src/index.ts'
import type { Calls } from './oneaccess-call.ts'
import { managementCalls } from './oneaccess-management-calls.ts'
import { userCalls } from './oneaccess-user-calls.ts'

const integrationCalls: Calls<'/api/v1/'> = {
  validateCas1Ticket: (client) =>
    unwrap(
      client.GET('/api/v1/cas/validate', {
        params: { query: { service: 'http://localhost:5173/cas/', ticket: 'ST-eYlKs8FrLCltwRwfm8AiwCxmQ8gALp0T' } },
        parseAs: 'text',
      }),
    ),
  validateCas2Ticket: (client) =>
    unwrap(
      client.GET('/api/v1/cas/serviceValidate', {
        params: { query: { service: 'http://localhost:5173/cas/', ticket: 'ST-eYlKs8FrLCltwRwfm8AiwCxmQ8gALp0T' } },
        parseAs: 'text',
      }),
    ),
  validateCas3Ticket: (client) =>
    unwrap(
      client.GET('/api/v1/cas/p3/serviceValidate', {
        params: { query: { service: 'http://localhost:5173/cas/', ticket: 'ST-eYlKs8FrLCltwRwfm8AiwCxmQ8gALp0T' } },
        parseAs: 'text',
      }),
    ),
  startSamlSignOn: (client) =>
    unwrap(
      client.GET('/api/v1/saml2/idp/sso', {
        params: { query: { sp: 'http://localhost:5173/saml/metadata' } },
        parseAs: 'text',
      }),
    ),
  submitSamlSignOn: (client) =>
    unwrap(
      client.POST('/api/v1/saml2/idp/sso', { body: { SAMLRequest: 'PHNhbWxwOkF1dGhuUmVxdWVzdC8+' }, parseAs: 'text' }),
    ),
  startSamlLogout: (client) =>
    unwrap(
      client.GET('/api/v1/saml2/idp/slo', {
        params: { query: { SAMLRequest: 'fZBNbsIwEIX3SNwhAA==' } },
        parseAs: 'text',
      }),
    ),
  submitSamlLogout: (client) =>
    unwrap(
      client.POST('/api/v1/saml2/idp/slo', {
        body: { SAMLRequest: 'PHNhbWxwOkxvZ291dFJlcXVlc3QvPg==' },
        parseAs: 'text',
      }),
    ),
  getSamlMetadata: (client) => unwrap(client.GET('/api/v1/saml2/idp/metadata', { parseAs: 'text' })),
  issueOauth2Token: (client) =>
    unwrap(
      client.POST('/api/v1/oauth2/token', {
        body: {
          grant_type: 'authorization_code',
          code: 'SplxlOBeZQQYbYS6WxSbIA-8s2Yd7nVqKfRw3TzLmXo',
          client_id: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm',
          client_secret: 'oneaccess.Demo.2026',
        },
      }),
    ),
  getOauth2UserInfo: (client, { accessToken }) =>
    unwrap(client.GET('/api/v1/oauth2/userinfo', { accessToken: accessToken })),
  submitOauth2UserInfoRequest: (client, { accessToken }) =>
    unwrap(client.POST('/api/v1/oauth2/userinfo', { accessToken: accessToken })),
  getOauth2Configuration: (client) => unwrap(client.GET('/api/v1/oauth2/.well-known/openid-configuration')),
  getOauth2Keys: (client) => unwrap(client.GET('/api/v1/oauth2/jwks')),
}

/** One right call of every operation that a program calls. */
export const oneAccessCalls: Calls<'/'> = { ...managementCalls, ...userCalls, ...integrationCalls }
