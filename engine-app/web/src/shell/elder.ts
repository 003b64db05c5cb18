import { ref } from 'vue'

const KEY = 'onevisit.elder'

/** 适老版: the same pages with larger type and targets; the choice stays in this browser. */
export const elder = ref(remembered())

export function setElder(on: boolean) {
  elder.value = on
  apply()
  try {
    localStorage.setItem(KEY, on ? 'yes' : 'no')
  } catch {
    // A browser that keeps nothing still shows the larger type until the page is left.
  }
}

function remembered() {
  try {
    return localStorage.getItem(KEY) === 'yes'
  } catch {
    return false
  }
}

function apply() {
  document.documentElement.toggleAttribute('data-elder', elder.value)
}

apply()
