/** Brings an element into sight and lets it glow for a moment. */
export function flash(element: Element | null | undefined) {
  if (!element) return
  element.scrollIntoView({ block: 'center', inline: 'center' })
  element.classList.add('flashed')
  window.setTimeout(() => element.classList.remove('flashed'), 2500)
}
