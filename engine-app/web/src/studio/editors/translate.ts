/** A bpmn.io `translate` module from a dictionary; what it does not know stays as it is. */
export const translateModule = (...dictionaries: Record<string, string>[]) => {
  const words = lowered(Object.assign({}, ...dictionaries) as Record<string, string>)
  return { translate: ['value', (text: string, values?: Record<string, unknown>) => translated(words, text, values)] }
}

/** bpmn.io writes “Call activity” here and “Call Activity” there. */
export const lowered = (words: Record<string, string>) => Object.fromEntries(Object.entries(words).map(([text, word]) => [text.toLowerCase(), word]))

export function translated(words: Record<string, string>, text: string, values: Record<string, unknown> = {}) {
  return (words[text.trim().toLowerCase()] ?? text).replace(/\{([^{}]+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
}

/**
 * form-js has no place for a dictionary: its words are replaced where they appear. What an author wrote is left alone,
 * because only whole labels of the editor are known.
 */
export function translateElements(root: HTMLElement, words: Record<string, string>) {
  const change = (node: Node) => {
    if (node instanceof Text) {
      const word = words[node.data.trim()]
      if (word && node.data.trim() !== word) node.data = word
    } else if (node instanceof HTMLElement) {
      for (const name of ['title', 'placeholder', 'aria-label', 'data-placeholder']) {
        const word = words[node.getAttribute(name)?.trim() ?? '']
        if (word) node.setAttribute(name, word)
      }
      node.childNodes.forEach(change)
    }
  }
  const watcher = new MutationObserver(changes => changes.forEach(({ type, target, addedNodes }) => {
    if (type === 'characterData') change(target)
    else if (type === 'attributes') change(target)
    else addedNodes.forEach(change)
  }))
  change(root)
  watcher.observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['title', 'placeholder', 'aria-label'] })
  return () => watcher.disconnect()
}
