import type { Handler } from '../types.ts'

/** GET /Common/Getpubkeys: the RSA key that sign-in forms encrypt with, as a JSON string of PEM (api-42744725). */
export const getLoginPublicKey: Handler<'getLoginPublicKey'> = async ({ deps }) => ({
  status: 200,
  body: deps.loginEncryption.publicKeyPem,
})
