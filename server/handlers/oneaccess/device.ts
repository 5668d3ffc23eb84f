import type { Device } from '../../domain/captchas/captchas.ts'

/** What the headers of every call below /api/v2/sdk/ say of the device (section 1.2). */
interface DeviceHeaders {
  readonly 'X-device-fingerprint': string
}

/** The device of a call, at the application that it names. */
export const device = ({ clientId }: { readonly clientId: string }, headers: DeviceHeaders): Device => ({
  clientId,
  fingerprint: headers['X-device-fingerprint'],
})
