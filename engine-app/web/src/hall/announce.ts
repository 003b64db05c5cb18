import { ref, watch } from 'vue'
import { say } from '@/i18n'
import { useSpeech } from '@/ui/speech'
import type { Called } from './api'

/** A012 → A 0 1 2: read digit by digit. */
const spelled = (no: string) => [...no].join(' ')
const key = (call: Called) => `${call.no} ${call.window} ${call.calls}`

/** Reads every new call aloud, one after the other, once somebody has switched it on (a browser asks for that). What was called before is not read again. */
export function useAnnouncer() {
  const { able, speaking, speak } = useSpeech()
  const on = ref(false)
  const waiting: string[] = []
  let heard: Set<string> | undefined

  function hear(calls: Called[]) {
    const now = calls.filter(call => !call.serving)
    const fresh = heard ? now.filter(call => !heard!.has(key(call))) : []
    heard = new Set([...(heard ?? []), ...now.map(key)])
    if (!on.value) return
    fresh.reverse().forEach(call => waiting.push(say('hall.display.say', { no: spelled(call.no), window: call.window })))
    next()
  }

  function next() {
    const text = speaking.value ? undefined : waiting.shift()
    if (text) speak([text, text])
  }
  watch(speaking, busy => { if (!busy) next() })
  return { able, on, hear }
}
