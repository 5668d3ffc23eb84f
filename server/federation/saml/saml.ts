import type { Db } from '../../db/schema.ts'
import type { ApplicationDirectory } from '../../domain/applications/directory.ts'
import type { KeyRing } from '../../domain/keys/key-ring.ts'
import type { Leave, PostToApplication, SessionEnds, Teller } from '../../sign-on/session-ends.ts'
import { BrowserSignOuts } from './browser-sign-outs.ts'
import { SamlKeys } from './keys.ts'
import { LogoutAnswers } from './logout-answers.ts'
import { addressesAt, metadataOf } from './metadata.ts'
import { SignOnRequests } from './sign-on-requests.ts'
import { SignOns } from './sign-ons.ts'
import { SignOuts } from './sign-outs.ts'
import { samlTeller } from './tell-logout.ts'

interface Settings {
  readonly db: Db
  readonly applications: ApplicationDirectory
  readonly keyRing: KeyRing
  readonly origin: string
  /** Under which requests are kept while somebody signs in. */
  readonly key: Buffer
  /** Asked for when a session ends: it tells by SAML too. */
  readonly sessionEnds: () => SessionEnds
  readonly post: PostToApplication
}

/** The SAML 2.0 identity provider. */
export class Saml {
  readonly requests: SignOnRequests
  readonly signOns: SignOns
  readonly signOuts: SignOuts
  /** Leads a browser that has signed out through the applications that only it can tell. */
  readonly leave: Leave
  /** Tells an application that a session has ended. */
  readonly tell: Teller
  /** What service providers import. */
  readonly metadata: () => string

  constructor({ db, applications, keyRing, origin, key, sessionEnds, post }: Settings) {
    const addresses = addressesAt(origin)
    const keys = new SamlKeys(keyRing, origin)
    this.requests = new SignOnRequests({ db, applications, key, address: addresses.signOn })
    this.signOns = new SignOns(db, keys, addresses)
    const answers = new LogoutAnswers(keys, addresses)
    const browsers = new BrowserSignOuts({ db, applications, keys, addresses, answers })
    this.signOuts = new SignOuts({ db, sessionEnds, addresses, answers, browsers })
    this.leave = async (reached, location, cookies) =>
      (await browsers.begin(reached, { location }, cookies)) ?? { location, cookies: [] }
    this.tell = samlTeller({ applications, keys, addresses, post })
    this.metadata = () => metadataOf(addresses, keys.certificates())
  }
}
