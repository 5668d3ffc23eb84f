// Moves the piece of a captcha with its slider, and lets it be pulled itself. Without this script the slider's handle shows the place.

const slider = document.querySelector('input[data-picture-width]')
const piece = document.querySelector('.captcha__piece')
if (slider && piece) {
  const width = Number(slider.dataset.pictureWidth)
  const show = () => {
    piece.style.left = `${(slider.value / width) * 100}%`
  }
  slider.addEventListener('input', show)
  // A browser that comes back to the page may have kept the value.
  show()

  let grip
  piece.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    piece.setPointerCapture(event.pointerId)
    grip = { from: event.clientX, value: Number(slider.value) }
    slider.focus()
  })
  piece.addEventListener('pointermove', ({ clientX }) => {
    if (!grip) return
    // The picture may be shown in another width than its own.
    const scale = width / piece.parentElement.clientWidth
    slider.value = Math.round(grip.value + (clientX - grip.from) * scale)
    show()
  })
  for (const over of ['pointerup', 'pointercancel']) {
    piece.addEventListener(over, () => {
      grip = undefined
    })
  }
}

// Says when a wait in place of the picture is over.
const wait = document.querySelector('[data-wait-seconds]')
if (wait) {
  setTimeout(() => {
    wait.textContent = wait.dataset.waitOver
  }, wait.dataset.waitSeconds * 1000)
}
