// What the docs do beyond being read: colours, addresses in samples, copy buttons, a menu that is closed on small screens, and
// what is loaded for the search and for calls. All of it is optional.
{
  const { body, documentElement } = document
  const language = documentElement.lang.slice(0, 2)
  const words = JSON.parse(body.dataset.words)

  /** What is kept in this browser; storage may be switched off. */
  const kept = {
    get(name) {
      try {
        return localStorage.getItem(name)
      } catch {
        return null
      }
    },
    set(name, value) {
      try {
        if (value) localStorage.setItem(name, value)
        else localStorage.removeItem(name)
      } catch {
        // Then it holds for this page.
      }
    },
  }
  kept.set('language', language)

  const menu = document.querySelector('.menu')
  menu.dataset.ready = ''
  if (matchMedia('(max-width: 62rem)').matches) menu.open = false
  // Scrolls the menu only, not the page: where the page starts is decided by its address.
  else menu.scrollTop = (menu.querySelector('[aria-current]')?.offsetTop ?? 0) - menu.clientHeight / 3

  // The other language opens at the same place.
  const other = document.querySelector('a.language')
  other.addEventListener('click', () => {
    other.hash = location.hash
  })

  const theme = document.querySelector('#theme')
  theme.value = documentElement.dataset.theme ?? ''
  theme.addEventListener('change', () => {
    kept.set('theme', theme.value)
    if (theme.value) documentElement.dataset.theme = theme.value
    else delete documentElement.dataset.theme
  })

  // Samples name this server in the text; every place of it, so that another address can stand there.
  const SERVER = 'http://localhost:3000'
  const MOCK = 'http://localhost:4010'
  const isServed = location.protocol.startsWith('http') && location.pathname.startsWith('/docs/')
  const places = []
  for (const sample of document.querySelectorAll('pre, code')) {
    const texts = document.createTreeWalker(sample, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { currentNode: node } = texts
      if (node.data.includes(SERVER)) places.push({ node, text: node.data })
    }
  }

  const chooser = document.querySelector('#base')
  const here = isServed ? location.origin : SERVER
  const own = kept.get('base')
  const option = (value, name) => chooser.add(new Option(name, value))
  option(here, `${isServed ? words.thisServer : words.server} ${here}`)
  option(MOCK, `${words.mock} ${MOCK}`)
  if (own && own !== here && own !== MOCK) option(own, own)
  option('', words.ownAddress)
  chooser.value = own ?? here

  function useBase(base) {
    for (const { node, text } of places) node.data = text.replaceAll(SERVER, base)
    documentElement.dataset.base = base
    document.dispatchEvent(new CustomEvent('base'))
  }

  /** An origin, from what somebody typed. */
  function originOf(text) {
    try {
      const { origin, protocol } = new URL(text.trim())
      return /^https?:$/.test(protocol) ? origin : undefined
    } catch {
      return undefined
    }
  }

  chooser.addEventListener('change', () => {
    const current = documentElement.dataset.base
    if (chooser.value === '') {
      const chosen = originOf(prompt(words.askAddress, current) ?? '') ?? current
      if (![...chooser.options].some(({ value }) => value === chosen)) {
        chooser.add(new Option(chosen, chosen), chooser.options[chooser.options.length - 1])
      }
      chooser.value = chosen
    }
    kept.set('base', chooser.value === here ? '' : chooser.value)
    useBase(chooser.value)
  })
  useBase(chooser.value)

  const settings = document.querySelector('.settings')
  settings.hidden = false
  document.addEventListener('click', ({ target }) => {
    if (!settings.contains(target)) settings.open = false
  })
  settings.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return
    settings.open = false
    settings.querySelector('summary').focus()
  })

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

  // A page that was opened as a file may load no modules and fetch nothing.
  if (location.protocol !== 'file:') {
    import('./search-box.js')
    if (document.querySelector('form.try')) import('./try-it.js')
  }
}
