import { connect as connectClear, type Socket } from 'node:net'
import { hostname } from 'node:os'
import { connect as connectSecure } from 'node:tls'
import type { SyslogTarget } from '../../config/audit.ts'
import type { AuditDestination, AuditEvent } from '../../domain/audit-export/audit-export.ts'

/** Facility 13, "log audit", severity 6, "informational" (RFC 5424 section 6.2.1). */
const priority = 13 * 8 + 6
/** For a batch, from the connection to the receiver's end of it, in milliseconds. */
const patience = 10_000
/** How long the receiver is left with the last byte before it is told that there is no more, in milliseconds. */
const digestion = 200

/**
 * A syslog server (RFC 5424 over TLS, RFC 5425, or over TCP, RFC 6587 section 3.4.1). The protocol acknowledges nothing. So a batch has a
 * connection of its own and counts when the receiver has ended its side behind ours: by then its system has every byte, and it has read
 * to the end. Of a receiver that is killed the system ends the side too, whatever it had read and not written; but hardly ever in the moment that
 * lies behind our end, which comes a while after the last byte.
 */
export function syslogDestination({ name, secure, host, port }: SyslogTarget): AuditDestination {
  return {
    target: name,
    deliver: (events) =>
      new Promise((resolve, reject) => {
        const socket: Socket = secure ? connectSecure({ host, port, servername: host }) : connectClear({ host, port })
        const limit = setTimeout(() => socket.destroy(new Error('the syslog server does not answer')), patience)
        let end: NodeJS.Timeout | undefined
        let ended = false
        socket.once('error', reject)
        socket.once('end', () => {
          ended = true
          socket.end()
        })
        socket.once('close', () => {
          clearTimeout(limit)
          clearTimeout(end)
          if (ended && socket.writableFinished && sent) resolve()
          else reject(new Error('the syslog server has ended the connection before everything was sent'))
        })
        let sent = false
        // What it says is nothing to us; unread it would keep the end from coming.
        socket.resume()
        socket.once(secure ? 'secureConnect' : 'connect', () => {
          socket.write(Buffer.concat(events.map(frame)), () => {
            end = setTimeout(() => socket.end(() => (sent = !ended)), digestion)
          })
        })
      }),
  }
}

/** One message behind its length (RFC 5425 section 4.3). */
function frame(event: AuditEvent): Buffer {
  // PRINTUSASCII, 32 characters at most (section 6.2.7); the message is JSON, so that no element of structured data needs a number of ours.
  const id = event.action.replace(/[^\x21-\x7e]/g, '_').slice(0, 32)
  const message = `<${priority}>1 ${event.at} ${node} openaccount - ${id} - ${JSON.stringify(event)}`
  return Buffer.from(`${Buffer.byteLength(message)} ${message}`)
}
const node =
  hostname()
    .replace(/[^\x21-\x7e]/g, '_')
    .slice(0, 255) || '-'
