/**
 * Where the strict mock may answer otherwise than the server, and why, as `kind of request / operationId`. What stands here
 * and is alike is a mistake, which the test names.
 */
export const differences: Readonly<Record<string, string>> = {
  'a documented call / getJsonWebKeySet': 'the mock signs with one key (RS256), the server has one for ES256, too',
  'a documented call / getOauth2Keys': 'likewise',
  'a documented call / verifyWecomCallback': 'the mock knows no secrets of WeCom, so every signature is right',
}
