import { computed, onScopeDispose, shallowRef } from 'vue'

/** A Chinese voice of this device; one that sends what it reads to somebody else's server is never used. */
const voice = shallowRef<SpeechSynthesisVoice>()
/** What is being read, if anything is. */
const now = shallowRef<symbol>()
const synthesis = () => (typeof SpeechSynthesisUtterance === 'undefined' ? undefined : window.speechSynthesis)

function find() {
  const fitting = synthesis()?.getVoices().filter(each => each.localService && /^(zh|cmn)\b/i.test(each.lang.replace('_', '-'))) ?? []
  voice.value = fitting.find(each => /CN|Hans/i.test(each.lang)) ?? fitting[0]
}
synthesis()?.addEventListener?.('voiceschanged', find)
window.addEventListener('pagehide', hush)

/** Says nothing more, whoever speaks. */
export function hush() {
  if (!now.value) return
  now.value = undefined
  synthesis()?.cancel()
}

/** Reads texts aloud when asked to, one thing at a time, and is silent once its asker is gone. Not `able` where the browser has no Chinese voice. */
export function useSpeech() {
  const mine = shallowRef<symbol>()
  const speaking = computed(() => !!mine.value && mine.value === now.value)
  find()

  function speak(texts: string[]) {
    hush()
    const turn = now.value = mine.value = Symbol('turn')
    const said = texts.filter(text => text.trim())
    said.forEach((text, at) => {
      const utterance = new SpeechSynthesisUtterance(text)
      utterance.lang = 'zh-CN'
      utterance.voice = voice.value ?? null
      utterance.rate = 0.9
      utterance.onend = utterance.onerror = () => { if (now.value === turn && at === said.length - 1) now.value = undefined }
      synthesis()!.speak(utterance)
    })
  }
  onScopeDispose(() => { if (speaking.value) hush() })
  return { able: computed(() => !!voice.value), speaking, speak }
}
