// Sends the form marked data-auto-submit as if its first button had been pressed. Without this script the person presses it.

const form = document.querySelector('form[data-auto-submit]')
if (form) form.requestSubmit(form.querySelector('button[type="submit"]'))
