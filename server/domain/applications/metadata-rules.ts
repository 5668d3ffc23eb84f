import { type Registration, RegistrationError } from './metadata.ts'

/** OpenID Connect Dynamic Client Registration 1.0 section 2, `application_type`: for web clients of the implicit grant. */
const isPublic = (address: string) => /^https:/.test(address) && new URL(address).hostname !== 'localhost'

/** What does not go together in a registration. @throws RegistrationError */
export function judgeRegistration(registration: Registration): void {
  const { tokenEndpointAuthMethod: method, grantTypes: grants, responseTypes: types, applicationType } = registration
  const has = (grant: string) => grants.includes(grant)
  const addresses = [...registration.redirectUris, ...registration.postLogoutRedirectUris]
  const rules: readonly (readonly [broken: boolean, problem: string])[] = [
    [registration.name === '', 'client_name is missing'],
    [
      grants.length === 0 && registration.casServices.length === 0,
      'grant_types must name one at least, where there are no cas_services',
    ],
    [registration.casServices.length > 64, 'cas_services must name 64 at most'],
    [
      method === 'none' && (has('client_credentials') || has('password')),
      'grant_types client_credentials and password are for clients that authenticate: token_endpoint_auth_method is none',
    ],
    [method === 'private_key_jwt' && registration.jwks === null, 'jwks is missing, which private_key_jwt needs'],
    [
      (has('authorization_code') || has('implicit')) && registration.redirectUris.length === 0,
      'redirect_uris must name one at least, as grant_types has authorization_code or implicit',
    ],
    [
      types.some((type) => type.includes('code')) && !has('authorization_code'),
      'response_types has code, so grant_types must have authorization_code',
    ],
    [
      types.some((type) => type.includes('id_token')) && !has('implicit'),
      'response_types has id_token, so grant_types must have implicit',
    ],
    [
      has('authorization_code') && !types.some((type) => type.includes('code')),
      'grant_types has authorization_code, so response_types must have code',
    ],
    [method === 'none' && !registration.requirePkce, 'require_pkce may be lifted for confidential clients only'],
    [
      registration.userAddressAllowed && !has('password'),
      'user_address_allowed is about the grant type password, which grant_types does not have',
    ],
    [
      method === 'none' && registration.introspectsAllTokens,
      'introspects_all_tokens is for clients that authenticate: token_endpoint_auth_method is none',
    ],
    [
      applicationType === 'web' && registration.redirectUris.some((uri) => !/^https?:/.test(uri)),
      'redirect_uris with a scheme of their own are for application_type native',
    ],
    [
      applicationType === 'web' && has('implicit') && !addresses.every(isPublic),
      'redirect_uris and post_logout_redirect_uris must use https, and not localhost, as grant_types has implicit and application_type is web',
    ],
    [
      registration.scopes.includes('offline_access') && !has('refresh_token'),
      'scope has offline_access, so grant_types must have refresh_token',
    ],
    [
      registration.samlEntityId !== null && registration.samlAcsUrls.length === 0,
      'saml_acs_urls must name one at least, as there is a saml_entity_id',
    ],
    [
      registration.samlAuthnRequestsSigned && registration.samlCertificates.length === 0,
      'saml_certificates must name one at least, as saml_authn_requests_signed is true',
    ],
  ]
  const problems = rules.filter(([broken]) => broken).map(([, problem]) => problem)
  if (problems.length > 0) throw new RegistrationError(problems)
}
