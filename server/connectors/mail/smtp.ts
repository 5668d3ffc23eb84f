import { connect } from 'node:net'
import { createTransport } from 'nodemailer'
import { type Connector, DeliveryError } from '../../domain/messages/connectors.ts'

/** Milliseconds that a mail server may take to greet, and to go on. */
const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }
/** Milliseconds that one mail may take in all: whoever answers byte by byte never stands still. */
const longestMail = 60_000

/** What a mail server is asked with. */
export interface SmtpSettings {
  /** `smtps:` or `smtp:`, with user and password. */
  readonly url: string
  /** Whether a server of `smtp:` has to offer STARTTLS. */
  readonly tls: 'required' | 'off'
  readonly from: string
}

/** Sends mail over SMTP (RFC 5321), one connection a mail. */
export function smtpConnector({ url, tls, from }: SmtpSettings): Connector {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const place = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || (secure ? 465 : 587) }
  const transport = createTransport({
    ...place,
    // A connection of our own, as nodemailer's has no end in all.
    getSocket: (_options, done) => {
      const connection = connect({ ...place, signal: AbortSignal.timeout(longestMail) })
      connection.once('error', done)
      connection.once('connect', () => done(null, { connection }))
    },
    secure,
    requireTLS: !secure && tls === 'required',
    ignoreTLS: !secure && tls === 'off',
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    tls: { minVersion: 'TLSv1.2' },
    disableFileAccess: true,
    disableUrlAccess: true,
    ...limits,
  })
  return {
    send: async ({ to }, { subject, text }) => {
      // RFC 3834 section 5: nobody answers it by machine.
      const headers = { 'Auto-Submitted': 'auto-generated' }
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text, headers }).catch(refused)
    },
  }
}

/** What the server said is left out: it repeats the recipient. */
function refused(error: unknown): never {
  const { code = 'unknown', responseCode } = error as { code?: string; responseCode?: number }
  const answer = responseCode === undefined ? code : `${code} ${responseCode}`
  // Of 5yz (RFC 5321 section 4.2.1) only what is said of this mail will be said again.
  const permanent = (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode ?? 0) >= 500
  throw new DeliveryError(`the mail server did not take a mail (${answer})`, { permanent })
}
