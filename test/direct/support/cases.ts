import fc from 'fast-check'
import type { Pair, WireRequest } from '../../../scripts/fuzz/wire.ts'
import { type ApplicationName, applicationNames, authentications, credentialsOf, redirectUri } from './applications.ts'
import {
  authenticationOf,
  everySpoiling,
  interestingCookies,
  interestingHeaders,
  interestingValues,
  type Mutation,
  mediaTypes,
  methods,
  mutate,
  tails,
} from './mutations.ts'
import { type StateChange, stateChanges } from './states.ts'
import { challenge, nonce, scopes, verifier, type World } from './world.ts'

/** The operations that `server/direct` answers some of the requests of, with the parameters of an ordinary one. */
const operations = {
  'client credentials': ['grant_type', 'scope'],
  code: ['grant_type', 'code', 'redirect_uri', 'code_verifier'],
  refresh: ['grant_type', 'refresh_token', 'scope'],
  authorize: [
    'client_id',
    'response_type',
    'redirect_uri',
    'scope',
    'state',
    'nonce',
    'code_challenge',
    'code_challenge_method',
  ],
  introspect: ['token'],
} as const
export type OperationName = keyof typeof operations
export const operationNames = Object.keys(operations) as OperationName[]

/** What is done after the request: with what it gave, or the same again. */
const followUps = ['again', 'again after the grace', 'use what it gave', 'use what it gave, by another client'] as const
export type FollowUp = (typeof followUps)[number]

/** One thing to try on both servers. */
export interface Case {
  readonly operation: OperationName
  readonly application: ApplicationName
  /** Which of the values that it was given is sent. */
  readonly variant: number
  readonly mutations: readonly Mutation[]
  readonly states: readonly StateChange[]
  readonly followUps: readonly FollowUp[]
}

/** Cases, most of them with one thing that is out of the ordinary. */
export const anyCase: fc.Arbitrary<Case> = fc.constantFrom(...operationNames).chain((operation) =>
  fc.record({
    operation: fc.constant(operation),
    // What is wrong with a request shows where the rest of it is in order.
    application: fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom<ApplicationName>('plain', 'public') },
      { weight: 3, arbitrary: fc.constantFrom(...applicationNames) },
    ),
    variant: fc.nat(5),
    mutations: few(mutationOf(operation), 3, 5, 1),
    states: few(fc.constantFrom(...stateChanges), 6, 3, 1),
    followUps: fc.subarray([...followUps], { maxLength: 2 }),
  }),
)

/** None, one or two, in this proportion. */
function few<T>(one: fc.Arbitrary<T>, none: number, single: number, double: number): fc.Arbitrary<T[]> {
  const times = (length: number) => fc.array(one, { minLength: length, maxLength: length })
  return fc.oneof(
    // What is found is told with as little as shows it.
    { withCrossShrink: true },
    { weight: none, arbitrary: times(0) },
    { weight: single, arbitrary: times(1) },
    { weight: double, arbitrary: times(2) },
  )
}

function mutationOf(operation: OperationName): fc.Arbitrary<Mutation> {
  const kinds = [...Map.groupBy(mutationsOf(operation), ({ what }) => what).values()]
  const text = fc
    .record({ name: fc.constantFrom<string>(...operations[operation]), value: fc.string({ unit: 'grapheme' }) })
    .map((pair): Mutation => ({ what: 'set', ...pair }))
  return fc.oneof(
    { weight: 1, arbitrary: text },
    { weight: 9, arbitrary: fc.oneof(...kinds.map((kind) => fc.constantFrom(...kind))) },
  )
}

/** Every mutation that there is for an operation. */
function mutationsOf(operation: OperationName): readonly Mutation[] {
  const own: readonly string[] = [...operations[operation], ...(operation === 'authorize' ? [] : ['client_id'])]
  const simple = ['drop', 'empty', 'double', 'upper-case name', 'misplace'] as const
  const values = Object.entries(interestingValues).flatMap(([name, all]) => all.map((value) => ({ name, value })))
  return [
    ...own.flatMap((name) => simple.map((what): Mutation => ({ what, name }))),
    ...own.flatMap((name) => everySpoiling.map((how): Mutation => ({ what: 'spoil', name, how }))),
    ...values.filter(({ name }) => own.includes(name)).map((pair): Mutation => ({ what: 'set', ...pair })),
    ...values.map((pair): Mutation => ({ what: 'add', ...pair })),
    ...authentications.map((how): Mutation => ({ what: 'authenticate', how })),
    ...interestingHeaders.map(([name, value]): Mutation => ({ what: 'header', name, value })),
    ...interestingCookies.map(([name, value]): Mutation => ({ what: 'cookie', name, value })),
    ...mediaTypes.map((value): Mutation => ({ what: 'media type', value })),
    ...methods.map((value): Mutation => ({ what: 'method', value })),
    ...tails.map((value): Mutation => ({ what: 'tail', value })),
    { what: 'without PKCE' },
  ]
}

/** Each thing that may be out of the ordinary, alone: in the request, and in what is stored. */
export function singleCases(operation: OperationName): readonly Case[] {
  const ordinary = { operation, variant: 0, mutations: [], states: [], followUps: [] } as const
  const applications = (['plain', 'public'] as const).filter((name) => name !== 'public' || mayAsk(operation))
  const applicationOf = (index: number) => applications[index % applications.length] ?? 'plain'
  return [
    ...mutationsOf(operation).map(
      (mutation, index): Case => ({
        ...ordinary,
        application: applicationOf(index),
        mutations: [mutation],
      }),
    ),
    ...stateChanges.map(
      (state, index): Case => ({
        ...ordinary,
        application: applicationOf(index),
        states: [state],
        followUps: ['use what it gave'],
      }),
    ),
    ...applicationNames.map(
      (application): Case => ({ ...ordinary, application, followUps: ['use what it gave', 'again'] }),
    ),
  ]
}

/** Whether a public client may ask for it. */
const mayAsk = (operation: OperationName) => operation !== 'client credentials'

/** The request of a case, as it is sent to both. */
export async function requestOf(world: World, tried: Case, address: string): Promise<WireRequest> {
  const { operation, mutations } = tried
  const application = world.applications[tried.application]
  const from: Pair[] = [['X-Forwarded-For', address]]
  const type: Pair = ['Content-Type', 'application/x-www-form-urlencoded']
  const parameters = parametersOf(world, tried)
  if (operation === 'authorize') {
    const session: Pair = ['_session', world.session.cookie]
    const bare = { path: '/connect/authorize', headers: from, cookies: [session] }
    const asForm = { ...bare, method: 'POST', headers: [...from, type], query: [], form: parameters }
    return mutate(tried.variant === 5 ? asForm : { ...bare, method: 'GET', query: parameters }, mutations)
  }
  const settings = { issuer: world.issuer, other: world.applications.other }
  const { headers, form } = await credentialsOf(application, authenticationOf(mutations), settings)
  const path = operation === 'introspect' ? '/connect/introspect' : '/connect/token'
  const bare = { method: 'POST', path, query: [], headers: [...from, type, ...headers], cookies: [] }
  return mutate({ ...bare, form: [...parameters, ...form] }, mutations)
}

function parametersOf(world: World, { operation, application, variant }: Case): Pair[] {
  const { codes, tokens, ownToken } = world.given[application]
  const { other } = world.given
  const pick = <T>(...values: readonly T[]): T => values[variant % values.length] as T
  switch (operation) {
    case 'client credentials':
      return [
        ['grant_type', 'client_credentials'],
        ...pick<Pair[]>([['scope', 'ZMS.Users.Read']], [['scope', 'ZMS.Users.Read ZMS.MNS.Send']], []),
      ]
    case 'code':
      return [
        ['grant_type', 'authorization_code'],
        ['code', pick(codes.offline, codes.online, codes.offline, codes.online, codes.offline, other.codes.offline)],
        ['redirect_uri', redirectUri],
        ['code_verifier', verifier],
      ]
    case 'refresh': {
      const own = tokens.refresh_token ?? ''
      return [
        ['grant_type', 'refresh_token'],
        ['refresh_token', pick(own, own, own, own, own, other.tokens.refresh_token ?? '')],
        ...pick<Pair[]>([], [], [['scope', 'openid profile']], [['scope', 'openid']], []),
      ]
    }
    case 'authorize':
      return [
        ['client_id', world.applications[application].clientId],
        ['response_type', 'code'],
        ['redirect_uri', redirectUri],
        ['scope', pick<string>(scopes.online, scopes.offline, 'openid', 'openid profile email phone')],
        ['state', 'the state of the request'],
        ['nonce', nonce],
        ['code_challenge', challenge],
        ['code_challenge_method', 'S256'],
      ]
    case 'introspect': {
      const { access_token: access, refresh_token: refresh = '', id_token: id = '' } = tokens
      return [['token', pick(access, refresh, ownToken ?? access, other.tokens.access_token, access, id)]]
    }
  }
}
