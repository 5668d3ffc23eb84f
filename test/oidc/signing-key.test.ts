import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { twoNumbers } from '../../server/crypto/ecdsa-signature.ts'
import { SigningKey } from '../../server/oidc/signing-key.ts'

const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })

test('a signature with ES256 is two numbers of 32 bytes, whatever they begin with', async () => {
  const key = new SigningKey({ ...jwk, kid: 'a', alg: 'ES256' })
  const verifying = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const
  let withLeadingZero = 0
  for (let n = 0; n < 2_000; n += 1) {
    const data = Buffer.from(`content ${n}`)
    const signature = await key.sign(data)
    expect(signature).toHaveLength(64)
    expect(verify('sha256', data, verifying, signature)).toBe(true)
    if (signature[0] === 0 || signature[32] === 0) withLeadingZero += 1
  }
  expect(withLeadingZero).toBeGreaterThan(0)
})

test('numbers shorter than 32 bytes are filled up in front', () => {
  const der = Buffer.from([0x30, 7, 0x02, 2, 0x00, 0x80, 0x02, 1, 0x05])
  const numbers = Buffer.alloc(64)
  numbers[31] = 0x80
  numbers[63] = 0x05
  expect(twoNumbers(der)).toEqual(numbers)
})
