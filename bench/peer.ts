import type { ServerProcess } from './machine.ts'

/** A client as both servers know it: confidential, with every grant, and the algorithm of its tokens. */
export interface BenchClient {
  readonly id: string
  readonly secret: string
  readonly algorithm: 'RS256' | 'ES256'
  /** Its access tokens are no JWTs: stock tells userinfo and introspection about nothing else. */
  readonly opaque: boolean
}

const secret = 'a secret of forty-three random characters ok'

/** The clients of both servers. */
export const clients = {
  RS256: { id: 'bench-rs256', secret, algorithm: 'RS256', opaque: false },
  ES256: { id: 'bench-es256', secret, algorithm: 'ES256', opaque: false },
  opaque: { id: 'bench-opaque', secret, algorithm: 'RS256', opaque: true },
} as const satisfies Record<string, BenchClient>

export const redirectUri = 'http://localhost:5173/callback'
export const scopes = ['openid', 'profile', 'offline_access'] as const
/** What a client asks for itself. */
export const ownScope = 'ZMS.Users.Read'

/** People who can sign in, one for each connection, all with one password. */
export const people = Array.from({ length: 16 }, (_, n) => `bench-${n}`)
export const password = 'Bench.123456'

/** A server that is measured, as far as a client sees it. */
export interface Peer extends ServerProcess {
  readonly paths: {
    readonly authorize: string
    readonly token: string
    readonly userinfo: string
    readonly introspect: string
  }
}

/** What every peer is started with. */
export interface PeerSettings {
  readonly databaseUrl: string
  readonly directory: string
}
