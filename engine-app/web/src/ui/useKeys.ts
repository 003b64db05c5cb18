import { onScopeDispose, ref } from 'vue'

const KEY = 'onevisit.keys'
const TOGETHER = 1500
const stored = () => { try { return localStorage.getItem(KEY) !== 'off' } catch { return true } }

/** Whether single letters act (WCAG 2.1.4 asks that they can be switched off). */
export const keysOn = ref(stored())

export function setKeys(on: boolean) {
  keysOn.value = on
  try { localStorage.setItem(KEY, on ? 'on' : 'off') } catch { /* The choice then lasts until the page is left. */ }
}

/** Acts by key, or by two keys one after the other ("g t"); never while somebody is typing or a dialog is open. */
export function useKeys(acts: Record<string, () => void>) {
  const firsts = new Set(Object.keys(acts).filter(key => key.includes(' ')).map(key => key.split(' ')[0]))
  let before = ''
  let timer = 0

  function press(event: KeyboardEvent) {
    const at = event.target as HTMLElement
    const typing = at.closest('input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable=true], dialog')
    if (!keysOn.value || typing || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return
    if (event.key === 'Enter' && at.closest('a, button, input, summary, [role=tab]')) return
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const act = acts[before ? `${before} ${key}` : key]
    window.clearTimeout(timer)
    before = !act && firsts.has(key) ? key : ''
    if (before) timer = window.setTimeout(() => { before = '' }, TOGETHER)
    if (!act) return
    event.preventDefault()
    act()
  }
  window.addEventListener('keydown', press)
  onScopeDispose(() => {
    window.clearTimeout(timer)
    window.removeEventListener('keydown', press)
  })
}
