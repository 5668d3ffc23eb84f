// Generated from openapi/ by `npm run generate`. Do not edit.

/** The operations that take an access token. */
export const tokenOperations: readonly string[] = [
]

/** The operations that take an access token of the management interfaces. */
export const managementOperations = [
] as const

/** The operations that take a signature of the session token. */
export const signatureOperations = [
] as const

/** The operations that take the state token of the login step before. */
export const stateOperations = [
] as const

/** The operations that take a form (application/x-www-form-urlencoded). */
export const formOperations: readonly string[] = [
]

/** The media type of the request body, where it is neither a form nor JSON. */
export const otherMediaTypes: Readonly<Record<string, string>> = {
}

/** The GET operations that change something, so that sending them twice does it twice. */
export const unsafeReads: readonly string[] = [
]
