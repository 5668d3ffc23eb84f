import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { temporaryDirectory } from '../setup/temporary.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))
const deploy = join(root, 'deploy')
const peers = join(root, 'test/peers')

let directory: Awaited<ReturnType<typeof temporaryDirectory>>
beforeAll(async () => {
  directory = await temporaryDirectory()
})
afterAll(() => directory.remove())

test('Prometheus reads the alert rules, and they ring when they should and not else', async () => {
  const { stdout } = await run('promtool', ['test', 'rules', 'prometheus/alerts.test.yaml'], { cwd: deploy })
  expect(stdout).toContain('SUCCESS')
})

test('every YAML file is clean', async () => {
  const rules = {
    'line-length': { max: 140 },
    'document-start': 'disable',
    braces: { 'max-spaces-inside': 1 },
    'comments-indentation': 'disable',
  }
  await run('yamllint', ['--strict', '-d', JSON.stringify({ extends: 'default', rules }), deploy])
})

test('Compose understands its file, and refuses to start without the secrets', async () => {
  const compose = (env: string) =>
    run('docker-compose', ['--env-file', env, '-f', join(deploy, 'compose.yaml'), 'config'])
  const [full, empty] = [join(directory.path, 'full.env'), join(directory.path, 'empty.env')]
  await writeFile(full, 'POSTGRES_PASSWORD=aa\nSECRET_KEY=bb\nPUBLIC_URL=https://accounts.example.com\n')
  await writeFile(empty, '')
  const { stdout } = await compose(full)
  const { services } = parse(stdout)
  expect(services.server).toMatchObject({ read_only: true, cap_drop: ['ALL'] })
  await expect(compose(empty)).rejects.toThrow('see the head of this file')
})

test('the Dockerfile has no fault that its linter knows, runs as nobody, and with the Node of the project', async () => {
  const { validate } = createRequire(join(peers, 'package.json'))('dockerfile-utils') as {
    validate(content: string): { message: string }[]
  }
  const dockerfile = await readFile(join(deploy, 'Dockerfile'), 'utf8')
  expect(validate(dockerfile).map(({ message }) => message)).toEqual([])
  expect(dockerfile).toMatch(/^USER 65532:65532$/m)
  const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  expect(dockerfile).toContain(`ARG NODE=${dependencies.node}\n`)
})

test('every Kubernetes manifest has the types of its API, and no field that it does not know', async () => {
  const folder = join(deploy, 'kubernetes')
  const sources: string[] = []
  for (const name of (await readdir(folder)).filter((file) => file !== 'kustomization.yaml')) {
    const { apiVersion, kind, ...rest } = parse(await readFile(join(folder, name), 'utf8'))
    const path = apiVersion === 'v1' ? 'core/v1' : apiVersion.replace('.k8s.io', '')
    const value = JSON.stringify({ apiVersion, kind, ...rest }, null, 2)
    sources.push(`// ${name}\n{ const it: import('kubernetes-types/${path}').${kind} = ${value}; void it }`)
  }
  expect(sources).toHaveLength(7)
  const file = join(peers, 'dist/manifests.ts')
  await mkdir(join(peers, 'dist'), { recursive: true })
  const program = async (text: string) => {
    await writeFile(file, `${text}\nexport {}\n`)
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const options = ['--noEmit', '--strict', '--module', 'esnext', '--moduleResolution', 'bundler', '--skipLibCheck']
    return run(process.execPath, [tsc, ...options, file])
  }
  await program(sources.join('\n'))
  // A field that is spelled wrong is found, so the check can fail.
  await expect(program(sources.join('\n').replace('"readinessProbe"', '"readynessProbe"'))).rejects.toThrow()
})

test('HAProxy takes its files without a warning', async () => {
  const certificate = join(directory.path, 'accounts.pem')
  const subject = ['-subj', '/CN=accounts.example.com', '-keyout', certificate, '-out', `${certificate}.crt`]
  await run('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', ...subject])
  await writeFile(certificate, [await readFile(certificate), await readFile(`${certificate}.crt`)].join(''))
  for (const file of ['haproxy/openaccount.cfg', 'patroni/haproxy.cfg']) {
    const here = join(directory.path, 'haproxy.cfg')
    await writeFile(
      here,
      (await readFile(join(deploy, file), 'utf8')).replace('/etc/haproxy/accounts.pem', certificate),
    )
    const { stdout, stderr } = await run('haproxy', ['-c', '-V', '-f', here], {
      env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
    })
    expect(stdout + stderr).not.toMatch(/WARNING|ALERT/)
    expect(stdout).toContain('Configuration file is valid')
  }
})

test('systemd takes the unit, and rates it as well locked up', async () => {
  // The program of the unit stands on no machine that only tests.
  const unit = await readFile(join(deploy, 'systemd/openaccount.service'), 'utf8')
  const here = join(directory.path, 'openaccount.service')
  await writeFile(here, unit.replaceAll('/opt/openaccount/node_modules/.bin/node', process.execPath))
  await run('systemd-analyze', ['verify', '--man=no', here])
  const { stdout } = await run('systemd-analyze', ['security', '--offline=yes', '--threshold=25', here])
  expect(stdout).toMatch(/exposure level .* OK/)
})
