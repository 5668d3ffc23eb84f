// The search box: the index is fetched and made when somebody turns to it.
import MiniSearch from './minisearch.js'
import { createSearch } from './search.js'

const { body } = document
const box = document.querySelector('.search')
const input = box.querySelector('input')
const list = box.querySelector('ul')

let find
/** The search of this language; the same for all who ask while it is being made. */
function load() {
  find ??= fetch(body.dataset.index)
    .then((answer) => answer.json())
    .then((entries) => createSearch(MiniSearch, entries))
  return find
}

function row(hit) {
  const link = document.createElement('a')
  link.href = body.dataset.root + hit.id
  link.textContent = hit.title
  const detail = document.createElement('small')
  detail.textContent = hit.detail
  link.append(detail)
  const item = document.createElement('li')
  item.append(link)
  return item
}

async function show() {
  const query = input.value
  const hits = query.trim() === '' ? [] : (await load())(query)
  // Somebody typed on while the index was made.
  if (query !== input.value) return
  list.replaceChildren(...hits.map(row))
  if (hits.length === 0 && query.trim() !== '') {
    const nothing = document.createElement('li')
    nothing.textContent = body.dataset.nothing
    list.append(nothing)
  }
}

function clear() {
  input.value = ''
  list.replaceChildren()
  input.focus()
}

/** The hit above or below the one that has the focus; above the first one is the box. */
function step(by) {
  const links = [...list.querySelectorAll('a')]
  const next = links.indexOf(document.activeElement) + by
  if (next < 0) input.focus()
  else links[next]?.focus()
}

box.hidden = false
input.addEventListener('focus', load)
input.addEventListener('input', show)
input.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.isComposing) list.querySelector('a')?.click()
})
box.addEventListener('keydown', (event) => {
  if (event.isComposing) return
  if (event.key === 'Escape') clear()
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  event.preventDefault()
  step(event.key === 'ArrowDown' ? 1 : -1)
})
list.addEventListener('click', () => list.replaceChildren())
document.addEventListener('click', (event) => {
  if (!box.contains(event.target)) list.replaceChildren()
})
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target.matches('input, textarea, select')) return
  event.preventDefault()
  input.focus()
})
