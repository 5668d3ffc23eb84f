// Adds a button that shows what was typed. It is made here and not in the page, so that without scripts the form keeps one button.

for (const input of document.querySelectorAll('input[data-password-toggle]')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'reveal'
  button.setAttribute('aria-controls', input.id)

  const show = (visible) => {
    input.type = visible ? 'text' : 'password'
    const label = visible ? input.dataset.hideLabel : input.dataset.showLabel
    button.setAttribute('aria-label', label)
    button.title = label
    button.classList.toggle('reveal--on', visible)
  }

  button.addEventListener('click', () => show(input.type === 'password'))
  // Browsers offer to remember a form by its password field, and keep plain text fields in their history.
  input.form?.addEventListener('submit', () => show(false))
  show(false)
  input.after(button)
}
