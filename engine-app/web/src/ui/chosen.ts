import { ref } from 'vue'

/** One of several looks of the pages, the first by default; the choice stays in this browser, or until the page is left where the browser keeps nothing. */
export function chosen<T extends string>(name: string, looks: readonly T[], apply: (look: T) => void) {
  const key = `onevisit.${name}`
  const look = ref<T>(looks[0])
  try {
    look.value = looks.find(each => each === localStorage.getItem(key)) ?? looks[0]
  } catch {
    // Storage is forbidden here.
  }
  apply(look.value as T)

  function choose(other: T) {
    apply(look.value = other)
    try {
      localStorage.setItem(key, other)
    } catch {
      // It holds until the page is left.
    }
  }
  return { look, choose }
}
