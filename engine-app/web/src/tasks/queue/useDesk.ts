import { computed, watch, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import { eventsOf } from '@/hall/api'
import { useSending } from '@/ui/faults'
import { useLive } from '@/ui/useLive'
import { useLoad } from '@/ui/useLoad'
import { act, callNext, desk, setWindow, transfer, type Act, type WindowState } from './api'

/** The queue at a clerk's window: what is there, and everything they do with it. One act at a time; each is seen at once. */
export function useDesk(hall: Ref<string>) {
  const router = useRouter()
  const { value, state, problem, load } = useLoad(signal => desk(hall.value, signal))
  const { busy, problem: refused, sending } = useSending()
  const current = computed(() => value.value?.current ?? null)
  const mine = computed(() => value.value?.windows.find(window => window.no === value.value?.mine))
  watch(hall, () => void load(), { immediate: true })

  async function doing(what: () => Promise<unknown>) {
    if (busy.value) return
    await sending(async () => { await what() })
    await load()
  }
  const set = (no: number, to: WindowState) => doing(() => setWindow(value.value!.hall!, no, to))
  const next = () => doing(callNext)
  const withCurrent = (what: Act, ...states: string[]) => async () => {
    const ticket = current.value
    if (ticket && states.includes(ticket.state)) await doing(() => act(ticket.id, what))
  }
  const again = withCurrent('call', 'CALLED')
  const miss = withCurrent('miss', 'CALLED')
  const done = withCurrent('done', 'SERVING')
  const recall = (id: string) => doing(() => act(id, 'recall'))
  const handOn = (id: string, window: number) => doing(() => transfer(id, window))

  /** Serving begins where the application is taken in: the ticket goes along. */
  async function start() {
    const ticket = current.value
    if (!ticket || !['CALLED', 'SERVING'].includes(ticket.state)) return
    if (ticket.state === 'CALLED') await doing(() => act(ticket.id, 'start'))
    if (!refused.value) await router.push(`/tasks/window?ticket=${ticket.id}`)
  }
  return { value, state, problem, load, busy, refused, current, mine, set, next, again, miss, start, done, recall, handOn, doing }
}

/** Looks again whenever the queue of that hall moved. */
export const useHallLive = (hall: string, changed: () => void) => useLive(eventsOf(hall), changed)
