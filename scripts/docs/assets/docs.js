// What the docs do beyond being read: search, copy buttons, a menu that is closed on small screens. All of it is optional.
{
  const { body, documentElement } = document
  const language = documentElement.lang.slice(0, 2)

  try {
    localStorage.setItem('language', language)
  } catch {
    // Storage may be switched off.
  }

  const menu = document.querySelector('.menu')
  if (matchMedia('(max-width: 62rem)').matches) menu.open = false
  // Scrolls the menu only, not the page: where the page starts is decided by its address.
  else menu.scrollTop = (menu.querySelector('[aria-current]')?.offsetTop ?? 0) - menu.clientHeight / 3

  // The other language opens at the same place.
  const other = document.querySelector('a.language')
  other.addEventListener('click', () => {
    other.hash = location.hash
  })

  // Where a server shows the docs itself, the samples call that server.
  if (location.protocol.startsWith('http') && location.pathname.startsWith('/docs/')) {
    for (const sample of document.querySelectorAll('pre, code')) {
      const texts = document.createTreeWalker(sample, NodeFilter.SHOW_TEXT)
      while (texts.nextNode()) {
        texts.currentNode.data = texts.currentNode.data.replaceAll('http://localhost:3000', location.origin)
      }
    }
  }

  const words = language === 'zh' ? { copy: '复制', copied: '已复制' } : { copy: 'Copy', copied: 'Copied' }
  if (navigator.clipboard) {
    for (const block of document.querySelectorAll('pre')) {
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'copy'
      button.textContent = words.copy
      button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(block.textContent)
        button.textContent = words.copied
        setTimeout(() => {
          button.textContent = words.copy
        }, 1500)
      })
      const holder = document.createElement('div')
      holder.className = 'copyable'
      block.replaceWith(holder)
      holder.append(block, button)
    }
  }

  const search = document.querySelector('.search')
  const input = search.querySelector('input')
  const list = search.querySelector('ul')
  let entries

  async function load() {
    entries ??= await fetch(body.dataset.index).then((answer) => answer.json())
    return entries
  }

  // A hit in the title counts most, one in the address or the second line less, one in the text least.
  function rank(entry, terms) {
    let sum = 0
    for (const term of terms) {
      if (entry.title.toLowerCase().includes(term)) sum += 4
      else if (entry.detail.toLowerCase().includes(term)) sum += 2
      else if (entry.words.toLowerCase().includes(term)) sum += 1
      else return 0
    }
    return sum
  }

  function row(entry) {
    const link = document.createElement('a')
    link.href = body.dataset.root + entry.url
    link.textContent = entry.title
    const detail = document.createElement('small')
    detail.textContent = entry.detail
    link.append(detail)
    const item = document.createElement('li')
    item.append(link)
    return item
  }

  async function show() {
    const terms = input.value.toLowerCase().split(/\s+/).filter(Boolean)
    if (terms.length === 0) return list.replaceChildren()
    const found = (await load())
      .map((entry) => ({ entry, points: rank(entry, terms) }))
      .filter(({ points }) => points > 0)
      .sort((a, b) => b.points - a.points)
      .slice(0, 12)
    list.replaceChildren(...found.map(({ entry }) => row(entry)))
    if (found.length === 0) {
      const nothing = document.createElement('li')
      nothing.textContent = body.dataset.nothing
      list.append(nothing)
    }
  }

  // The index cannot be read from a file: address, so the box stays away there.
  if (location.protocol !== 'file:') {
    search.hidden = false
    input.addEventListener('input', show)
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') list.querySelector('a')?.click()
      if (event.key === 'ArrowDown') {
        event.preventDefault()
        list.querySelector('a')?.focus()
      }
    })
    search.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return
      input.value = ''
      list.replaceChildren()
    })
    list.addEventListener('click', () => list.replaceChildren())
    document.addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.target.matches('input, textarea')) return
      event.preventDefault()
      input.focus()
    })
  }
}
