import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '../../generated/account.ts'
import { drawProfileImage } from '../../server/domain/profile-images/draw.ts'
import { eraseUsers } from '../../server/domain/users/deletion.ts'
import { ask, auditOf, type Envelope, personToken } from '../support/api.ts'
import { contractFetch } from '../support/contract-fetch.ts'
import { coloursAt, noise, plain, redAndBlue } from '../support/pictures.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

type UserBasic = components['schemas']['UserBasic']

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const password = 'Password.of.the.test.1'
const scope = 'openid profile ZMS.Basic ZMS.UserBasic.Write'

/** A person of their own, so that tests leave each other alone. */
async function person() {
  const userName = `person-${crypto.randomUUID().slice(0, 8)}`
  const id = await server.addUser({ userName, password })
  const token = await personToken(server, scope, userName, password)
  const upload = async (content: Buffer, name = 'me.png', type = 'image/png') => {
    const body = new FormData()
    body.append('file', new File([new Uint8Array(content)], name, { type }))
    const answer = await contractFetch(`${server.issuer}/api/v1.0/user/profileImage`, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${token}`, 'X-L': 'en' },
    })
    const envelope = (await answer.json()) as Envelope<UserBasic>
    return { status: answer.status, headers: answer.headers, error: envelope.error, user: envelope.data?.[0] }
  }
  const read = async (path: string) =>
    (await ask<Envelope<Record<string, unknown>>>(server, 'GET', path, { token })).body
  return {
    id,
    token,
    upload,
    /** Uploads what is taken. @returns the stored picture and its address */
    set: async (content: Buffer) => {
      const { status, user } = await upload(content)
      expect(status).toBe(200)
      const address = user?.profileImage ?? ''
      return { address, picture: Buffer.from(await (await contractFetch(address)).arrayBuffer()) }
    },
    profileImage: async () => (await read('/api/v1.0/user/basic')).data[0]?.profileImage,
    counts: async () => (await read('/api/v1.0/user/modifyCounts')).data[0],
  }
}

/** The files of all people. */
async function stored(): Promise<string[]> {
  return (await readdir(join(server.dataDir, 'files/profile-images')).catch(() => [])).sort()
}

/** The names of a person's pictures, and whether each is to go. */
function rowsOf(userId: string) {
  return server.database.db
    .selectFrom('profileImages')
    .select(['name', sql<boolean>`expires_at is not null`.as('goes')])
    .where('userId', '=', userId)
    .execute()
}

/** What the job does when the time of everything of a person that is to go is over. */
async function collectLater(userId: string): Promise<void> {
  await server.database.db
    .updateTable('profileImages')
    .set({ expiresAt: sql`now() - interval '1 second'` })
    .where('userId', '=', userId)
    .where('expiresAt', 'is not', null)
    .execute()
  await server.app.services.deps.profileImages.collect()
}

const nameOf = (address: unknown) => String(address).split('/').at(-1) ?? ''
const red = [expect.closeTo(255, -1.7), expect.closeTo(0, -1), expect.closeTo(0, -1)]
const blue = [expect.closeTo(0, -1), expect.closeTo(0, -1), expect.closeTo(255, -1.7)]

describe('a picture', () => {
  test.each(['png', 'jpeg', 'webp'] as const)(
    'in %s is drawn anew and told everywhere by its address',
    async (format) => {
      const { id, token, set, profileImage, counts } = await person()
      const { address, picture } = await set(await (await redAndBlue(300, 200)).toFormat(format).toBuffer())
      expect(address).toMatch(new RegExp(`^${server.issuer}/api/v1.0/profileImages/[\\w-]{32}\\.webp$`))
      expect(await sharp(picture).metadata()).toMatchObject({ format: 'webp', width: 512, height: 512, space: 'srgb' })
      expect(
        await coloursAt(picture, [
          [0.1, 0.5],
          [0.9, 0.5],
        ]),
      ).toEqual([red, blue])
      expect(await profileImage()).toBe(address)
      const claims = await ask<{ picture: string }>(server, 'GET', '/connect/userinfo', { token })
      expect(claims.body.picture).toBe(address)
      expect(await counts()).toMatchObject({ profileImage: 1 })
      const [event] = (await auditOf(server, id)).slice(-1)
      expect(event).toMatchObject({ action: 'user.changed', actorId: id, details: { changed: ['profileImage'] } })
    },
  )

  test('stands upright, whichever way the camera was held', async () => {
    const { set } = await person()
    const lying = await (await redAndBlue(40, 20)).jpeg({ quality: 100 }).withMetadata({ orientation: 6 }).toBuffer()
    const { picture } = await set(lying)
    expect(
      await coloursAt(picture, [
        [0.5, 0.1],
        [0.5, 0.9],
      ]),
    ).toEqual([red, blue])
    expect((await sharp(picture).metadata()).orientation).toBeUndefined()
  })

  test('of red in CMYK is red', async () => {
    const { set } = await person()
    const cmyk = await plain(60, 60, 'red').removeAlpha().toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer()
    expect((await sharp(cmyk).metadata()).space).toBe('cmyk')
    expect(await coloursAt((await set(cmyk)).picture, [[0.5, 0.5]])).toEqual([
      [expect.toSatisfy((r: number) => r > 220), ...red.slice(1)],
    ])
  })

  test('that is clear stays clear', async () => {
    const { set } = await person()
    const { picture } = await set(await plain(60, 60, { r: 0, g: 0, b: 0, alpha: 0 }).png().toBuffer())
    expect((await coloursAt(picture, [[0.5, 0.5]]))[0]?.[3]).toBe(0)
  })

  test('keeps nothing of the file: not what the camera wrote, not what somebody appended', async () => {
    const { set } = await person()
    const file = await noise(300, 300)
      .withExif({
        IFD0: { Copyright: 'of-the-camera' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100' },
      })
      .jpeg()
      .toBuffer()
    expect(file.includes('of-the-camera')).toBe(true)
    const { picture } = await set(Buffer.concat([file, Buffer.from('<script>appended()</script>')]))
    expect(picture.includes('of-the-camera') || picture.includes('appended')).toBe(false)
    const { exif, icc, xmp, iptc } = await sharp(picture).metadata()
    expect([exif, icc, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined])
  })

  test('of an animation is its first frame', async () => {
    const { set } = await person()
    const frames = Buffer.concat([
      Buffer.alloc(7500, Buffer.from([255, 0, 0])),
      Buffer.alloc(7500, Buffer.from([0, 0, 255])),
    ])
    const raw = { width: 50, height: 100, channels: 3, pageHeight: 50 } as const
    const { picture } = await set(
      await sharp(frames, { raw })
        .webp({ loop: 0, delay: [100, 100] })
        .toBuffer(),
    )
    expect((await sharp(picture).metadata()).pages).toBeUndefined()
    expect(await coloursAt(picture, [[0.5, 0.5]])).toEqual([red])
  })

  test('is what is in the file, whatever it is called', async () => {
    const { upload } = await person()
    const jpeg = await plain(60, 60, 'red').jpeg().toBuffer()
    expect((await upload(jpeg, '../../etc/passwd.svg', 'text/html')).status).toBe(200)
  })
})

describe('what is no picture', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
  const refused: Readonly<Record<string, () => Promise<Buffer>>> = {
    'an SVG with a script, called a.png': async () => Buffer.from(svg),
    'half a JPEG': async () => {
      const whole = await noise(400, 400).jpeg().toBuffer()
      return whole.subarray(0, whole.length / 2)
    },
    'half a PNG': async () => {
      const whole = await noise(400, 400).png().toBuffer()
      return whole.subarray(0, whole.length / 2)
    },
    'half a WebP': async () => {
      const whole = await noise(400, 400).webp().toBuffer()
      return whole.subarray(0, whole.length / 2)
    },
    'the beginning of a PNG': async () => (await plain(9, 9, 'red').png().toBuffer()).subarray(0, 20),
    'a GIF': () => plain(9, 9, 'red').gif().toBuffer(),
    'a TIFF': () => plain(9, 9, 'red').tiff().toBuffer(),
    nothing: async () => Buffer.alloc(0),
    'a text': async () => Buffer.from('<?php phpinfo(); ?>'),
    'a picture that is too long': () => plain(8193, 8, 'red').png().toBuffer(),
    'a picture that is a bomb': () =>
      sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: 'red' } })
        .png()
        .toBuffer(),
    'a text in the shell of a WebP': async () => Buffer.from(`RIFF\x20\0\0\0WEBPVP8 ${svg}`, 'latin1'),
  }

  test.each(Object.keys(refused))('(%s) is refused, and leaves everything as it is', async (what) => {
    const { id, upload, set, profileImage } = await person()
    const { address } = await set(await plain(60, 60, 'red').png().toBuffer())
    const before = await stored()
    expect(await upload((await refused[what]?.()) as Buffer, 'a.png')).toMatchObject({
      status: 422,
      error: 'ImageNotReadable',
    })
    expect(await stored()).toEqual(before)
    expect(await profileImage()).toBe(address)
    expect(await rowsOf(id)).toHaveLength(1)
  })

  test('is refused by its size before anything looks at it', async () => {
    const { upload } = await person()
    expect(await upload(Buffer.alloc(5_242_881))).toMatchObject({ status: 413, error: 'PayloadTooLarge' })
  })
})

describe('another picture', () => {
  test('has another address, and the one before goes a day later', async () => {
    const { id, set, profileImage } = await person()
    const file = await plain(60, 60, 'red').png().toBuffer()
    const [first, second] = [await set(file), await set(file)]
    expect(second.address).not.toBe(first.address)
    await server.app.services.deps.profileImages.collect()
    expect((await contractFetch(first.address)).status).toBe(200)
    await collectLater(id)
    expect((await contractFetch(first.address)).status).toBe(404)
    expect((await contractFetch(second.address)).status).toBe(200)
    expect(await profileImage()).toBe(second.address)
    expect(await rowsOf(id)).toEqual([{ name: nameOf(second.address), goes: false }])
  })

  test('of 32 at once leaves one, and no file besides', async () => {
    const { id, upload, profileImage, counts } = await person()
    const before = await stored()
    const file = await plain(60, 60, 'red').png().toBuffer()
    const answers = await Promise.all(Array.from({ length: 32 }, () => upload(file)))
    expect(answers.map(({ status }) => status)).toEqual(Array(32).fill(200))
    const rows = await rowsOf(id)
    expect([rows.length, rows.filter(({ goes }) => !goes).length]).toEqual([32, 1])
    expect(await counts()).toMatchObject({ profileImage: 32 })
    await collectLater(id)
    const left = await rowsOf(id)
    expect(left).toEqual([{ name: nameOf(await profileImage()), goes: false }])
    expect(await stored()).toEqual([...before, ...left.map(({ name }) => name)].sort())
  })

  test('is refused with 429 where somebody has fifty already', async () => {
    const { id, upload } = await person()
    const names = Array.from({ length: 50 }, (_, n) => `${String(n).padStart(32, 'x')}.webp`)
    const expiresAt = new Date(Date.now() + 60_000)
    await server.database.db
      .insertInto('profileImages')
      .values(names.map((name) => ({ name, userId: id, expiresAt })))
      .execute()
    const answer = await upload(await plain(60, 60, 'red').png().toBuffer())
    expect(answer).toMatchObject({ status: 429, error: 'TooManyRequests' })
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await rowsOf(id)).toHaveLength(50)
  })

  test('of 60 that are drawn at once waits for its turn, or is told to come back', async () => {
    const file = await noise(1000, 1000).jpeg().toBuffer()
    const drawn = await Promise.allSettled(Array.from({ length: 60 }, () => drawProfileImage(file, 'one')))
    const refusals = drawn.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
    expect(refusals.length).toBeGreaterThanOrEqual(19)
    expect(refusals.length).toBeLessThan(60)
    for (const refusal of refusals) expect(refusal).toMatchObject({ kind: 'too_many_requests', retryAfter: 5 })
  })
})

describe('no file is left over', () => {
  test('when the database fails after the file was written', async () => {
    const { id, upload, set, profileImage } = await person()
    const { address } = await set(await plain(60, 60, 'red').png().toBuffer())
    const before = await stored()
    await sql`create function fail() returns trigger language plpgsql as $$ begin raise 'of the test'; end $$`.execute(
      server.database.db,
    )
    await sql`create trigger fail before update of profile_image on users for each row execute function fail()`.execute(
      server.database.db,
    )
    try {
      expect((await upload(await plain(60, 60, 'blue').png().toBuffer())).status).toBe(500)
    } finally {
      await sql`drop function fail cascade`.execute(server.database.db)
    }
    expect(await stored()).toEqual(before)
    expect(await rowsOf(id)).toEqual([{ name: nameOf(address), goes: false }])
    expect(await profileImage()).toBe(address)
  })

  test('when the server died between the file and its commit', async () => {
    const { id } = await person()
    const name = `${'d'.repeat(32)}.webp`
    const expiresAt = new Date(Date.now() + 60_000)
    await server.database.db.insertInto('profileImages').values({ name, userId: id, expiresAt }).execute()
    await writeFile(join(server.dataDir, 'files/profile-images', name), 'half a file')
    await server.app.services.deps.profileImages.collect()
    expect(await stored()).toContain(name)
    await collectLater(id)
    expect(await stored()).not.toContain(name)
    expect(await rowsOf(id)).toEqual([])
  })

  test('when a user is deleted', async () => {
    const { id, set } = await person()
    const file = await plain(60, 60, 'red').png().toBuffer()
    const pictures = [await set(file), await set(file)]
    await server.database.db.transaction().execute((trx) => eraseUsers(trx, {}, [id]))
    await server.app.services.deps.profileImages.collect()
    for (const { address } of pictures) {
      expect((await contractFetch(address)).status).toBe(404)
      expect(await stored()).not.toContain(nameOf(address))
    }
  })
})

describe('a stored picture', () => {
  test('is read by anybody, kept for a year, and nothing in it runs', async () => {
    const { set } = await person()
    const { address } = await set(await plain(60, 60, 'red').png().toBuffer())
    const answer = await contractFetch(address)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      etag: `"${nameOf(address)}"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
    })
    const length = (await answer.arrayBuffer()).byteLength
    expect(answer.headers.get('content-length')).toBe(String(length))
    const head = await fetch(address, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String(length), ''])
  })

  test('is not sent again to who has it', async () => {
    const { set } = await person()
    const { address } = await set(await plain(60, 60, 'red').png().toBuffer())
    const etag = `"${nameOf(address)}"`
    for (const known of [etag, `W/${etag}`, `"another", ${etag}`, '*']) {
      const answer = await contractFetch(address, { headers: { 'if-none-match': known } })
      expect([known, answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([known, 304, etag, ''])
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    }
    expect((await contractFetch(address, { headers: { 'if-none-match': '"another"' } })).status).toBe(200)
  })

  test.each([
    [`${'A'.repeat(32)}.webp`, 404],
    ['short.webp', 400],
    [`${'A'.repeat(32)}.png`, 400],
    ['..%2F..%2F..%2Fetc%2Fpasswd', 400],
    [`${'A'.repeat(31)}%00.webp`, 400],
  ])('of the name %s is not there', async (name, status) => {
    const answer = await contractFetch(`${server.issuer}/api/v1.0/profileImages/${name}`)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test('is no answer of JSON: what names a content that a caller has is answered all the same', async () => {
    const { token } = await person()
    const headers = { 'if-none-match': '*' }
    expect((await ask(server, 'GET', '/api/v1.0/user/basic', { token, headers })).status).toBe(200)
  })
})
