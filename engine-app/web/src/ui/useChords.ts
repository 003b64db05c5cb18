import { onScopeDispose } from 'vue'
import { keysOn } from './useKeys'

type Acts = Record<string, () => void>
/** Pages within pages: of two that know a chord the inner one acts. */
const known: Acts[] = []

function press(event: KeyboardEvent) {
  if (!keysOn.value || event.altKey || event.shiftKey || event.isComposing || event.defaultPrevented || document.querySelector('dialog[open]')) return
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  const chord = event.ctrlKey || event.metaKey ? `Ctrl+${key}` : key
  const act = [...known].reverse().find(acts => chord in acts)?.[chord]
  if (!act) return
  event.preventDefault()
  if (!event.repeat) act()
}

/** Acts by F2 or Ctrl+M and the like, also while somebody is typing; on a Mac ⌘ stands for Ctrl. Switched off with the single keys. */
export function useChords(acts: Acts) {
  if (!known.length) window.addEventListener('keydown', press)
  known.push(acts)
  onScopeDispose(() => {
    known.splice(known.indexOf(acts), 1)
    if (!known.length) window.removeEventListener('keydown', press)
  })
}
