import { ClientAuthentication } from './auth/client-authentication.ts'
import type { Config } from './config/config.ts'
import { identityProviders } from './connectors/providers/identity-providers.ts'
import { WeComHttp } from './connectors/providers/wecom.ts'
import { openStorage } from './connectors/storage/storage.ts'
import { deriveKey } from './crypto/encryption.ts'
import { LoginEncryption } from './crypto/login-encryption.ts'
import { TokenSigner } from './crypto/token-signer.ts'
import type { DatabaseConnection } from './db/connect.ts'
import type { Replica } from './db/replica.ts'
import { directOperations } from './direct/operations.ts'
import { AccessCredentials } from './domain/access-credentials/access-credentials.ts'
import { AccountClosures } from './domain/account-centre/closures.ts'
import { gatherOwnData } from './domain/account-centre/own-data.ts'
import { OwnSessions } from './domain/account-centre/own-sessions.ts'
import { PasswordResets } from './domain/account-centre/password-resets.ts'
import { PasswordProofs } from './domain/account-centre/proofs.ts'
import { Registrations, registrationRules } from './domain/account-centre/registrations.ts'
import type { Actor } from './domain/actor.ts'
import { Allowances } from './domain/allowances/allowances.ts'
import { ApplicationAccounts } from './domain/application-side/application-accounts.ts'
import { ApplicationOrganizations } from './domain/application-side/application-organizations.ts'
import { ApplicationRoles } from './domain/application-side/application-roles.ts'
import { CallingApplications } from './domain/applications/callers.ts'
import { ClientSecrets } from './domain/applications/client-secrets.ts'
import { ApplicationDirectory } from './domain/applications/directory.ts'
import { SignatureKeys } from './domain/applications/signature-keys.ts'
import { Entrances } from './domain/browser-sign-in/entrances.ts'
import type { CaptchaLimits } from './domain/captchas/captchas.ts'
import { Corps } from './domain/corps/corps.ts'
import { CorpEvents } from './domain/corps/events.ts'
import { LinkVault } from './domain/corps/links.ts'
import { CorpRefresh } from './domain/corps/refresh.ts'
import { ExportDownloads } from './domain/exports/downloading.ts'
import { UserExports } from './domain/exports/exports.ts'
import { ExportMaking } from './domain/exports/making.ts'
import { ExternalLogins } from './domain/external-logins/external-logins.ts'
import { ExternalSignIn } from './domain/external-sign-in/external-sign-in.ts'
import type { Jobs } from './domain/jobs.ts'
import { defaultKeySchedule, KeyRing, type KeySchedule } from './domain/keys/key-ring.ts'
import { LoginRecords } from './domain/login-records/login-records.ts'
import type { Connectors } from './domain/messages/connectors.ts'
import { Delivery } from './domain/messages/delivery.ts'
import { Messages } from './domain/messages/messages.ts'
import { Notices } from './domain/messages/notices.ts'
import { OemUsers } from './domain/oem-users/oem-users.ts'
import { DepartmentChains } from './domain/organizations/department-chains.ts'
import { Organizations } from './domain/organizations/organizations.ts'
import { Passwords } from './domain/passwords/passwords.ts'
import { ProfileImages } from './domain/profile-images/profile-images.ts'
import { ProviderTokens } from './domain/providers/provider-tokens.ts'
import { WeComClient } from './domain/providers/wecom-client.ts'
import { RoleGroupChanges } from './domain/role-groups/changes.ts'
import { RoleGroups } from './domain/role-groups/role-groups.ts'
import { defaultMessageBeat, MessageStreams } from './domain/service-messages/message-streams.ts'
import { ServiceMessages } from './domain/service-messages/service-messages.ts'
import { Guesses } from './domain/sign-in/guesses.ts'
import { defaultSignInLimits, deviceCodeLimits, type SignInLimits } from './domain/sign-in/limits.ts'
import { PasswordSignIn } from './domain/sign-in/password-sign-in.ts'
import { Accounts } from './domain/users/account.ts'
import { UserAdministration } from './domain/users/administration.ts'
import { ManagedUsers } from './domain/users/managed-users.ts'
import { UserProvisioning } from './domain/users/provisioning.ts'
import { Users } from './domain/users/users.ts'
import { type SendLimits, sendLimits } from './domain/verification-codes/limits.ts'
import { OwnContacts } from './domain/verification-codes/own-contacts.ts'
import { VerificationCodes } from './domain/verification-codes/verification-codes.ts'
import { Cas } from './federation/cas/cas.ts'
import { casTeller } from './federation/cas/logout-request.ts'
import { Saml } from './federation/saml/saml.ts'
import type { Logger } from './log/log.ts'
import { logoutPost } from './logout-post.ts'
import { sendLogoutTokens } from './oidc/backchannel.ts'
import { Engines } from './oidc/engines.ts'
import type { EngineName } from './oidc/faces/face.ts'
import { createSdkServices } from './sdk-services.ts'
import { demoNumbers } from './seed/demo.ts'
import { BrowserSessions } from './sign-on/browser-sessions.ts'
import { BrowserTickets } from './sign-on/browser-tickets.ts'
import { Interactions } from './sign-on/interactions.ts'
import { RequestTokens } from './sign-on/request-tokens.ts'
import { type PostToApplication, SessionEnds } from './sign-on/session-ends.ts'
import { SignInVisits } from './sign-on/sign-in-visits.ts'
import { Visitors } from './sign-on/visitors.ts'

/** What the services are made from. */
export interface ServiceSettings {
  config: Config
  database: DatabaseConnection
  /** What reads where it may be late, if there is one; it is the caller's to close. */
  replica?: Replica | undefined
  /** The installation's secret, of which every purpose gets a key of its own. */
  secret: Buffer
  log: Logger
  jobs: Jobs
  /** What sends messages, outside demo mode. */
  connectors: Connectors
  signInLimits?: SignInLimits
  sendLimits?: SendLimits
  captchaLimits?: CaptchaLimits
  keySchedule?: KeySchedule
  /** Milliseconds between two looks at the open message streams. */
  messageBeat?: number
}

/** The services of a server and the two things that change while it runs. */
export type Services = Awaited<ReturnType<typeof createServices>>

/** The services that handlers call. */
export type Deps = Services['deps']

/** Makes every service once: the only place that wires them. */
export async function createServices(settings: ServiceSettings) {
  const { config, database, replica, secret, log, jobs, connectors } = settings
  const { db } = database
  const origin = config.publicUrl
  const stateKey = deriveKey(secret, 'browser-state')
  const rotationKey = deriveKey(secret, 'refresh-token-rotation')
  const keysAtRest = deriveKey(secret, 'keys-at-rest')

  const keyRing = await KeyRing.open({
    db,
    secret: keysAtRest,
    schedule: settings.keySchedule ?? defaultKeySchedule,
  })
  const signer = new TokenSigner()
  const applications = new ApplicationDirectory(db)
  const accounts = new Accounts(db)
  const entrances = new Entrances(db)
  const organizations = new Organizations(db)
  const files = await openStorage(config)
  const messageKey = deriveKey(secret, 'messages-at-rest')
  const messages = new Messages({ db, key: messageKey, jobs, connectors, keep: config.seed === 'demo' })
  const notices = new Notices(messages)
  const signIn = new PasswordSignIn(db, settings.signInLimits ?? defaultSignInLimits, notices)
  const passwords = new Passwords(db, config.passwordHistory, notices)
  const users = new Users(db, organizations, notices, passwords)
  const verificationCodes = new VerificationCodes({
    db,
    key: deriveKey(secret, 'verification-codes'),
    messages,
    limits: settings.sendLimits ?? sendLimits(config.verificationCodesPerDay),
    countries: config.smsCountries,
    sampleNumbers: new Set(config.seed === 'demo' ? demoNumbers : []),
  })
  const clientSecrets = new ClientSecrets(db)
  const requestTokens = new RequestTokens(origin, deriveKey(secret, 'request-tokens'))
  const signInVisits = new SignInVisits(requestTokens, applications)
  const samlKey = deriveKey(secret, 'saml-requests')
  const outgoing = logoutPost(config)
  const post: PostToApplication = (...request) => outgoing.tell(...request)
  const saml: Saml = new Saml({ db, applications, keyRing, origin, key: samlKey, sessionEnds: () => sessionEnds, post })
  const sessionEnds: SessionEnds = new SessionEnds(
    db,
    {
      oidc: (party) => sendLogoutTokens(engines, party),
      cas: casTeller(post),
      saml: saml.tell,
    },
    ({ protocol, clientId }, err) => log.warn({ err, protocol, clientId }, 'the end of a session was not taken'),
  )
  const engines = new Engines(origin, {
    db,
    clientSecrets,
    applications,
    accounts,
    entrances,
    keyRing,
    signer,
    signIn,
    requestTokens,
    sessionEnds,
    leave: saml.leave,
    post,
    stateKey,
    rotationKey,
    log,
  })
  const browserSessions = new BrowserSessions(() => engines.account.provider().Session, origin, stateKey, saml.leave)
  const visitors = new Visitors(db)
  const externalLogins = new ExternalLogins(db, notices)
  const vault = new LinkVault(deriveKey(secret, 'provider-secrets'))
  const providerTokens = new ProviderTokens(db, deriveKey(secret, 'provider-tokens'))
  const weCom = new WeComClient(new WeComHttp(config.weComApiUrl), providerTokens)
  const corpEvents = new CorpEvents({ db, vault, jobs, log })
  const callingApplications = new CallingApplications(db, clientSecrets, config.tenantId)
  const sdk = createSdkServices({
    db,
    secret,
    demo: config.seed === 'demo',
    log,
    providers: config,
    face: engines.oneaccess.face,
    signer,
    directory: applications,
    applications: callingApplications,
    notices,
    signIn,
    codes: verificationCodes,
    passwords,
    logins: externalLogins,
    signInLimits: settings.signInLimits ?? defaultSignInLimits,
    captchaLimits: settings.captchaLimits,
  })
  const clients = new ClientAuthentication(applications, clientSecrets)
  return {
    engines,
    /** Makes what answers the ordinary requests of an issuer in its engine's place. */
    direct: (name: EngineName) => {
      const { face, accessTokens } = engines[name]
      return directOperations({ face, db, applications, clients, accessTokens, signer, rotationKey, stateKey })
    },
    keyRing,
    puzzles: sdk.puzzles,
    weCom,
    /** Sends what `deps.messages` posts. */
    delivery: new Delivery({ db, key: messageKey, connectors, log }),
    deviceCodes: new Guesses(db, 'device-code', deviceCodeLimits),
    deps: {
      ...sdk.deps,
      accessCredentials: new AccessCredentials(db),
      accounts,
      allowances: new Allowances(db),
      applicationAccounts: new ApplicationAccounts(db),
      applicationOrganizations: new ApplicationOrganizations(db),
      applicationRoles: new ApplicationRoles(db),
      applications,
      browserSessions,
      cas: new Cas({ db, applications, entrances, visitors, visits: signInVisits, sessions: browserSessions }),
      callingApplications,
      closures: new AccountClosures(db, config.accountClosureDays),
      entrances,
      browserTickets: new BrowserTickets(requestTokens),
      exportDownloads: new ExportDownloads(db, files),
      exportMaking: new ExportMaking(db, files, replica),
      externalLogins,
      externalSignIn: new ExternalSignIn({
        db,
        key: deriveKey(secret, 'external-sign-ins'),
        callbackUrl: `${origin}/Account/ExternalLogin/Callback`,
        providers: identityProviders(config, weCom),
        logins: externalLogins,
        limits: settings.signInLimits ?? defaultSignInLimits,
        log,
      }),
      departmentChains: new DepartmentChains(db, log),
      corpEvents,
      corpRefresh: new CorpRefresh({ db, vault, weCom, events: corpEvents, log }),
      corps: new Corps(db, vault),
      interactions: new Interactions([engines.account.interactions, engines.oneaccess.interactions, signInVisits]),
      loginEncryption: new LoginEncryption(keyRing.loginKey()),
      managedUsers: new ManagedUsers(db),
      messages,
      notices,
      ownContacts: new OwnContacts(users, verificationCodes),
      loginRecords: new LoginRecords(db),
      oemUsers: new OemUsers(db),
      organizations,
      ownData: (by: Actor, userId: string) => gatherOwnData(db, by, userId),
      ownSessions: new OwnSessions(db),
      passwordResets: new PasswordResets(verificationCodes, passwords),
      passwords,
      registrations: new Registrations(db, verificationCodes, registrationRules(config)),
      proofs: new PasswordProofs(db),
      messageStreams: new MessageStreams(db, log, settings.messageBeat ?? defaultMessageBeat),
      profileImages: new ProfileImages({ db, files, address: `${origin}/api/v1.0/profileImages/` }),
      requestTokens,
      roleGroupChanges: new RoleGroupChanges(db),
      roleGroups: new RoleGroups(db),
      saml,
      serviceMessages: new ServiceMessages(db),
      sessionEnds,
      signatureKeys: new SignatureKeys(db, keysAtRest),
      signIn,
      signInVisits,
      userAdministration: new UserAdministration({ db, users, passwords, externalLogins, notices }),
      userProvisioning: new UserProvisioning({ db, users, passwords }),
      userExports: new UserExports({
        ...{ db, jobs, files, messages },
        approval: config.exportApproval,
        address: `${origin}/usercenter/exports/`,
      }),
      users,
      verificationCodes,
      visitors,
    },
  }
}
