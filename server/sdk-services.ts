import { type CodeVerifierSettings, codeVerifiers } from './connectors/providers/code-verifiers.ts'
import { deriveKey } from './crypto/encryption.ts'
import type { TokenSigner } from './crypto/token-signer.ts'
import type { Db } from './db/schema.ts'
import { AppRegistration } from './domain/app-sign-in/app-registration.ts'
import { AppSessions, type SignIdToken } from './domain/app-sign-in/app-sessions.ts'
import { AppSignIn } from './domain/app-sign-in/app-sign-in.ts'
import { SignInSteps } from './domain/app-sign-in/sign-in-steps.ts'
import { SocialSignIn } from './domain/app-sign-in/social-sign-in.ts'
import type { CallingApplications } from './domain/applications/callers.ts'
import type { ApplicationDirectory } from './domain/applications/directory.ts'
import { BrowserSignIn } from './domain/browser-sign-in/browser-sign-in.ts'
import { type CaptchaLimits, Captchas, defaultCaptchaLimits } from './domain/captchas/captchas.ts'
import { PageCaptchas } from './domain/captchas/page-captchas.ts'
import { PuzzlePool } from './domain/captchas/pool.ts'
import { CaptchaWaits } from './domain/captchas/waits.ts'
import type { ExternalLogins } from './domain/external-logins/external-logins.ts'
import { Failure } from './domain/failure.ts'
import type { Notices } from './domain/messages/notices.ts'
import type { Passwords } from './domain/passwords/passwords.ts'
import type { SignInLimits } from './domain/sign-in/limits.ts'
import type { PasswordSignIn } from './domain/sign-in/password-sign-in.ts'
import { StepProofs } from './domain/sign-in-steps/step-proofs.ts'
import { CodeSignIn } from './domain/verification-codes/code-sign-in.ts'
import type { VerificationCodes } from './domain/verification-codes/verification-codes.ts'
import type { Logger } from './log/log.ts'
import type { EngineFace } from './oidc/faces/face.ts'

/** The services of apps that sign people in themselves (/api/v2/sdk/), and of the pages that have the same steps and captchas. */
export interface SdkDeps {
  readonly appRegistration: AppRegistration
  readonly appSessions: AppSessions
  readonly appSignIn: AppSignIn
  readonly browserSignIn: BrowserSignIn
  readonly captchas: Captchas
  readonly pageCaptchas: PageCaptchas
  readonly codeSignIn: CodeSignIn
  readonly signInSteps: SignInSteps
  readonly socialSignIn: SocialSignIn
}

/** What they are made from. */
export interface SdkParts {
  db: Db
  secret: Buffer
  demo: boolean
  log: Logger
  providers: CodeVerifierSettings
  /** Of the OneAccess issuer. */
  face: EngineFace
  signer: TokenSigner
  directory: ApplicationDirectory
  applications: CallingApplications
  notices: Notices
  signIn: PasswordSignIn
  codes: VerificationCodes
  passwords: Passwords
  logins: ExternalLogins
  signInLimits: SignInLimits
  captchaLimits: CaptchaLimits | undefined
}

/** Makes them once, and what draws captchas in advance. */
export function createSdkServices(parts: SdkParts): { deps: SdkDeps; puzzles: PuzzlePool } {
  const { db, notices, applications, codes, logins, log } = parts
  const puzzles = new PuzzlePool()
  const limits = parts.captchaLimits ?? defaultCaptchaLimits
  const appSessions = new AppSessions({ db, notices, applications, signIdToken: idTokenSigner(parts) })
  const codeSignIn = new CodeSignIn({ db, codes })
  const proofs = new StepProofs({ db, passwords: parts.passwords, codes })
  const appSignIn = new AppSignIn({ db, sessions: appSessions, passwords: parts.signIn, codes: codeSignIn })
  const captchas = new Captchas({ db, pool: puzzles, limits })
  const deps = {
    appRegistration: new AppRegistration(codes, appSignIn),
    appSessions,
    appSignIn,
    browserSignIn: new BrowserSignIn({ db, notices, passwords: parts.signIn, codeSignIn, codes, proofs }),
    codeSignIn,
    captchas,
    pageCaptchas: new PageCaptchas(captchas, new CaptchaWaits(db, limits)),
    signInSteps: new SignInSteps(appSignIn, proofs),
    socialSignIn: new SocialSignIn({
      db,
      key: deriveKey(parts.secret, 'app-social-accounts'),
      signIn: appSignIn,
      logins,
      codes,
      providers: codeVerifiers(parts.providers, parts.demo),
      limits: parts.signInLimits,
      log,
    }),
  }
  return { deps, puzzles }
}

/** ID tokens of apps are those of the OneAccess issuer: whoever reads one of those reads these (OpenID Connect Core section 2). */
function idTokenSigner({ face, signer, directory }: SdkParts): SignIdToken {
  return async (clientId, user) => {
    const application = await directory.find(clientId)
    if (!application) throw new Failure('id_token_not_made')
    const iat = Math.floor(Date.now() / 1000)
    const claims = face.claims(user, new Set(['openid']), 'userinfo')
    const times = { iat, exp: iat + face.lifetimes.idToken }
    const token = { ...claims, ...times, iss: face.issuer, aud: clientId }
    return signer.sign(application.idTokenSigningAlgorithm, undefined, token).catch((cause: unknown) => {
      throw new Failure('id_token_not_made', [], { cause })
    })
  }
}
