// Calls an operation from its page. Where it may call is said by the server that shows the page; a page without such a server
// calls nobody. Credentials stay in this tab, and each address has its own.

const form = document.querySelector('form.try')
const { elements } = form
const words = JSON.parse(document.body.dataset.words)
const [status, received] = [form.querySelector('[role=status]'), form.querySelector('.received')]
const bodies = JSON.parse(form.dataset.bodies)
/** How the contract writes the content of a file. */
const BINARY = '(binary)'
/** As much of an answer as is shown. */
const MOST = 200_000

const secrets = [...form.querySelectorAll('[data-credential]')]
const key = () => `try ${elements.at.value}`

function keep(change, place = key()) {
  const kept = { ...JSON.parse(sessionStorage.getItem(place) ?? '{}'), ...change }
  sessionStorage.setItem(place, JSON.stringify(kept))
}

function fillSecrets() {
  const kept = JSON.parse(sessionStorage.getItem(key()) ?? '{}')
  for (const input of secrets) input.value = kept[input.name] ?? ''
}

function headersOf() {
  const headers = new Headers()
  const given = Object.fromEntries(secrets.map(({ name, value }) => [name, value.trim()]))
  if (given.client)
    headers.set(
      'Authorization',
      `Basic ${btoa(`${encodeURIComponent(given.client)}:${encodeURIComponent(given.secret)}`)}`,
    )
  if (given.bearer) headers.set('Authorization', `Bearer ${given.bearer}`)
  if (given.signature) headers.set('X-signature', given.signature)
  if (given.state) headers.set('X-state-token', given.state)
  for (const { name, value } of placed('header')) headers.set(name, value)
  return headers
}

/** The parameters of one place that have a value. */
function placed(place) {
  return [...form.querySelectorAll(`[data-place="${place}"]`)].filter(({ value }) => value !== '')
}

function addressOf() {
  let path = form.dataset.path
  for (const { name, value } of placed('path')) path = path.replace(`{${name}}`, encodeURIComponent(value))
  const url = new URL(path, elements.at.value)
  for (const { name, value } of placed('query')) url.searchParams.append(name, value)
  return url
}

/** The body in its media type; a form is typed as one `name=value` a line. */
function bodyOf(headers) {
  if (!elements.body) return undefined
  const { mediaType } = bodies[elements.example?.value ?? 0]
  const text = elements.body.value
  if (mediaType.includes('json')) {
    headers.set('Content-Type', mediaType)
    return text
  }
  const pairs = text
    .split('\n')
    .filter(Boolean)
    .map((line) => [line.split('=', 1)[0], line.slice(line.indexOf('=') + 1)])
  if (mediaType !== 'multipart/form-data') return new URLSearchParams(pairs)
  const data = new FormData()
  for (const [name, value] of pairs)
    data.append(name, value === BINARY ? (elements.file.files[0] ?? new Blob()) : value)
  return data
}

/** What the next call to the same address may need is kept as if it had been typed. */
function learn(answer, place) {
  const { access_token: bearer, state_token: state } = Object(answer)
  if (typeof bearer === 'string') keep({ bearer }, place)
  if (typeof state === 'string') keep({ state }, place)
}

async function textOf(response, place) {
  const type = response.headers.get('content-type') ?? ''
  if (!/json|text|xml|yaml|csv|javascript|^$/.test(type))
    return `(${type}, ${(await response.arrayBuffer()).byteLength} ${words.bytes})`
  const text = await response.text()
  try {
    const answer = JSON.parse(text)
    learn(answer, place)
    return JSON.stringify(answer, null, 2)
  } catch {
    return text
  }
}

/** Shown as text, whatever it is: nothing of an answer becomes a part of this page. */
function show(line, text) {
  status.textContent = line
  received.hidden = text === ''
  received.querySelector('code').textContent = text.length > MOST ? `${text.slice(0, MOST)}…` : text
}

async function send() {
  const headers = headersOf()
  const begin = performance.now()
  const place = key()
  show(words.waiting, '')
  try {
    const response = await fetch(addressOf(), {
      method: form.dataset.method,
      headers,
      body: bodyOf(headers),
      // A session of this browser is no credential of this form.
      credentials: 'omit',
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
    })
    if (response.type === 'opaqueredirect') return show(words.leadsElsewhere, '')
    const lines = [...response.headers].map(([name, value]) => `${name}: ${value}`)
    const text = await textOf(response, place)
    show(
      `${response.status} · ${Math.round(performance.now() - begin)} ms`,
      [lines.join('\n'), text].filter(Boolean).join('\n\n'),
    )
  } catch (error) {
    show(`${words.notReached} ${error.message}`, '')
  }
}

/** Where calls may go: the answer of the server that shows this page, `self` being the server itself. */
async function allowed() {
  const answer = await fetch(new URL('../calls.json', import.meta.url)).catch(() => undefined)
  const { addresses = [] } = answer?.ok ? await answer.json() : {}
  return addresses.map((address) => (address === 'self' ? location.origin : address))
}

const addresses = await allowed()
for (const address of addresses) elements.at.add(new Option(address, address))
if (addresses.length > 0) {
  const { base } = document.documentElement.dataset
  if (addresses.includes(base)) elements.at.value = base
  fillSecrets()
  form.hidden = false
}
elements.at.addEventListener('change', fillSecrets)
for (const input of secrets) input.addEventListener('input', () => keep({ [input.name]: input.value.trim() }))
elements.example?.addEventListener('change', ({ target }) => {
  elements.body.value = bodies[target.value].text
})
elements.body?.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit()
})
form.addEventListener('submit', (event) => {
  event.preventDefault()
  send()
})
