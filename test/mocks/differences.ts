/**
 * Where the strict mock may answer otherwise than the server, and why: `kind of request / operationId`, `*` for any. What stands here
 * and is alike is a mistake, which the test names.
 */
export const differences: Readonly<Record<string, string>> = {}
