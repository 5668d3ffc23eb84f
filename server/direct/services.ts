import type { AccessTokens } from '../auth/access-tokens.ts'
import type { ClientAuthentication } from '../auth/client-authentication.ts'
import type { TokenSigner } from '../crypto/token-signer.ts'
import type { Db } from '../db/schema.ts'
import type { ApplicationDirectory } from '../domain/applications/directory.ts'
import type { EngineFace } from '../oidc/faces/face.ts'

/** What the direct answers of one issuer are made from. */
export interface DirectServices {
  readonly face: EngineFace
  readonly db: Db
  readonly applications: ApplicationDirectory
  readonly clients: ClientAuthentication
  readonly accessTokens: AccessTokens
  readonly signer: TokenSigner
  /** Makes refresh token successors. */
  readonly rotationKey: Buffer
  /** Makes the browser state of session management. */
  readonly stateKey: Buffer
}
