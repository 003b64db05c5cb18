import { onScopeDispose, ref } from 'vue'

const KEY = 'onevisit.keys'
const stored = () => { try { return localStorage.getItem(KEY) !== 'off' } catch { return true } }

/** Whether single letters act on the worklist (WCAG 2.1.4 asks that they can be switched off). */
export const keysOn = ref(stored())

export function setKeys(on: boolean) {
  keysOn.value = on
  try { localStorage.setItem(KEY, on ? 'on' : 'off') } catch { /* The choice then lasts until the page is left. */ }
}

/** Acts by key, never while somebody is typing or a dialog is open. */
export function useKeys(acts: Record<string, () => void>) {
  function press(event: KeyboardEvent) {
    const at = event.target as HTMLElement
    const typing = at.closest('input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable=true], dialog')
    if (!keysOn.value || typing || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'Enter' && at.closest('a, button, input, summary, [role=tab]')) return
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  window.addEventListener('keydown', press)
  onScopeDispose(() => window.removeEventListener('keydown', press))
}
