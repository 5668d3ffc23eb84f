import {
  authorizeUrl,
  redeem,
  refresh,
  type Tokens,
  tokensOf,
  userInfoStatus,
} from '../../test/security/support/flow.ts'
import { ask, managementToken } from '../../test/support/api.ts'
import type { Installation } from '../../test/support/installation.ts'
import { Person } from '../../test/support/person.ts'
import { demand } from '../soak/visit.ts'

/** Somebody who stays signed in while versions change, and a tenant whose people stay. */
export class Keeper {
  readonly #at: Installation
  readonly #person: Person
  readonly #first: Tokens
  #last: Tokens
  readonly #people: string[] = []

  private constructor(at: Installation, person: Person, tokens: Tokens) {
    this.#at = at
    this.#person = person
    this.#first = tokens
    this.#last = tokens
  }

  static async signIn(issuer: string): Promise<Keeper> {
    const person = new Person(issuer)
    const back = await person.signIn(await person.visit(authorizeUrl(issuer)))
    const tokens = await tokensOf(await redeem(issuer, back.url.searchParams.get('code') ?? ''))
    // Its address is all that is needed of it.
    return new Keeper({ issuer } as Installation, person, tokens)
  }

  /** What was given before still holds, and what is added now will have to. */
  async goOn(): Promise<void> {
    const { issuer } = this.#at
    demand('the session', (await this.#person.visit('/usercenter')).url.pathname, '/usercenter')
    demand('the first access token', await userInfoStatus(issuer, this.#first.access_token), 200)
    this.#last = await tokensOf(await refresh(issuer, this.#last.refresh_token))
    demand('the access token', await userInfoStatus(issuer, this.#last.access_token), 200)
    const token = await managementToken(this.#at)
    const name = `kept-${crypto.randomUUID()}`
    const path = '/api/v2/tenant/users'
    const body = { user_name: name, org_code: '10000', name, mobile: String(13_600_000_000 + this.#people.length) }
    const made = await ask<{ user_id: string }>(this.#at, 'POST', path, { token, body })
    demand('another person', made.status, 201)
    this.#people.push(made.body.user_id)
    for (const id of this.#people)
      demand('a person of before', (await ask(this.#at, 'GET', `${path}/${id}`, { token })).status, 200)
  }
}
