import { findAdmission } from '../../db/queries/sign-in-states.ts'
import type { Db } from '../../db/schema.ts'
import type { Application } from '../applications/directory.ts'
import type { Denial } from '../sign-in-steps/next-step.ts'
import { hasSecondFactor } from './amr.ts'

/** What of a person in a browser decides whether an application lets them in. */
export interface PersonInBrowser {
  readonly userId: string
  /** How they have proved who they are (RFC 8176). */
  readonly amr: readonly string[]
}

/** The part of an application that decides it. */
export type Entrance = Pick<Application, 'clientId' | 'secondFactor' | 'applicationAccountRequired'>

/** What keeps somebody who is signed in already out of an application; the age of a password is judged where it is given. */
export type Obstacle = Extract<Denial, 'not_admitted'> | 'second_factor'

/** Whether an application lets in everybody who is signed in. */
export const isOpen = ({ secondFactor, applicationAccountRequired }: Entrance): boolean =>
  secondFactor === 'none' && !applicationAccountRequired

/** Looks at who is signed in in a browser, whatever for, when they come to an application: by whichever protocol. */
export class Entrances {
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  /** What keeps them out. No statement, one where the application has accounts of its own. */
  async obstacle(application: Entrance, { userId, amr }: PersonInBrowser): Promise<Obstacle | undefined> {
    if (await this.isClosed(application, userId)) return 'not_admitted'
    return application.secondFactor === 'sms' && !hasSecondFactor(amr) ? 'second_factor' : undefined
  }

  /** Whether it lets only others in. No statement, one where the application has accounts of its own. */
  async isClosed({ clientId, applicationAccountRequired }: Entrance, userId: string): Promise<boolean> {
    return applicationAccountRequired && !(await findAdmission(this.#db, clientId, userId))
  }
}
