import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { Problem } from '@/http'
import { session, sessionAgain } from '@/session'
import type { Subject } from '../SubjectPick.vue'
import { prepare, takeOver, type Intake, type KeptForm } from './api'
import { Shelf } from './shelf'

/** Taking in without the network: what is prepared, what waits, and handing it over, one by one, when the network is back. */
export function useOffline() {
  const shelf = shallowRef<Shelf>()
  const forms = shallowRef<KeptForm[]>([])
  const intakes = shallowRef<Intake[]>([])
  const online = ref(navigator.onLine)
  const sending = ref<{ id: string, share: number }>()
  /** Whether who is signed in is whose key lies here: only they can hand it over. */
  const mine = computed(() => online.value && !!shelf.value && session.person?.username === shelf.value.clerk.username)
  const waiting = computed(() => intakes.value.filter(intake => intake.state === 'WAITING' || intake.state === 'REFUSED'))
  /** Only here, and only on the network's own pages, can a browser seal something. */
  const able = window.isSecureContext && 'indexedDB' in window && !!window.crypto?.subtle

  async function load() {
    if (!able) return
    const person = session.person
    shelf.value = await Shelf.open(person ? { username: person.username, name: person.name, region: person.region ?? '' } : null)
    await refresh()
    if (mine.value) void sync()
  }

  async function refresh() {
    if (!shelf.value) return
    forms.value = (await shelf.value.forms()).sort((one, other) => one.name.localeCompare(other.name, 'zh'))
    intakes.value = await shelf.value.intakes()
  }

  async function prepareForm(subject: Subject, region: string, regionName: string) {
    await shelf.value!.keepForm(await prepare(subject, region, regionName))
    await refresh()
  }
  async function dropForm(form: KeptForm) {
    await shelf.value!.dropForm(form)
    await refresh()
  }

  function begin(form: KeptForm): Intake {
    const now = new Date()
    return {
      id: crypto.randomUUID(), provisionalNo: numberOf(form.region, now), form: form.bundle, name: form.name, region: form.region, person: { name: '', idNo: '', phone: '', verified: false, seen: 'EYES' },
      answers: {}, items: form.whole.items.filter(item => !item.optional).map(item => item.variable), licenses: false, files: [], takenAt: now.toISOString(), state: 'WRITING',
    }
  }

  let keeping = Promise.resolve()
  /** One after the other, so that an older state never overwrites a newer one. */
  function keep(intake: Intake): Promise<void> {
    const now = JSON.parse(JSON.stringify(intake)) as Intake
    intakes.value = [now, ...intakes.value.filter(one => one.id !== now.id)].sort((one, other) => other.takenAt.localeCompare(one.takenAt))
    keeping = keeping.then(() => shelf.value!.keep(now))
    return keeping
  }
  async function drop(intake: Intake) {
    await keeping
    await shelf.value!.drop(intake)
    await refresh()
  }

  let running: Promise<void> | undefined
  /** Hands over what waits; a refused one stays with its reason and goes again when it is corrected. */
  const sync = (only?: Intake) => (running ??= alone(() => handOver(only)).finally(() => { running = undefined }))

  async function handOver(only?: Intake) {
    await keeping
    await refresh() // another tab may have handed some over
    for (const intake of intakes.value.filter(one => (only ? one.id === only.id : one.state === 'WAITING'))) {
      sending.value = { id: intake.id, share: 0 }
      try {
        const files = await Promise.all(intake.files.map(file => shelf.value!.file(file)))
        const { applicationNo, fullNo, paper } = await takeOver(intake, files, share => { sending.value = { id: intake.id, share } })
        await Promise.all(intake.files.map(file => shelf.value!.dropFile(file)))
        await keep({ ...intake, answers: {}, files: [], refused: undefined, state: 'DONE', receipt: { applicationNo, fullNo: fullNo ?? null, paper: paper ?? null } })
      } catch (failure) {
        const said = failure instanceof Problem ? failure : new Problem(-1, 'unexpected', '', '', '')
        if (said.status === 0 || said.status === 401 || said.status >= 500) break // it waits for the network, the sign-in or the server
        await keep({ ...intake, state: 'REFUSED', refused: { detail: said.detail || String(failure), errors: said.errors } })
      } finally {
        sending.value = undefined
      }
    }
  }

  const back = async () => {
    online.value = true
    if (!session.person) await sessionAgain()
    if (mine.value) void sync()
  }
  const away = () => { online.value = false }
  window.addEventListener('online', back)
  window.addEventListener('offline', away)
  onScopeDispose(() => {
    window.removeEventListener('online', back)
    window.removeEventListener('offline', away)
  })

  return { able, shelf, forms, intakes, waiting, online, mine, sending, load, prepareForm, dropForm, begin, keep, drop, sync }
}

/** One tab at a time; the server makes one application of it anyhow. */
const alone = (work: () => Promise<void>): Promise<void> => (navigator.locks ? navigator.locks.request('onevisit.offline', work) : work())

/** L, the region, the minute, and four signs that are not taken for one another. */
function numberOf(region: string, at: Date): string {
  const signs = 'ACDEFGHJKLMNPQRTUVWXY34679'
  const minute = at.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).replace(/\D/g, '').slice(0, 12)
  return `L${region}-${minute}-${[...crypto.getRandomValues(new Uint8Array(4))].map(byte => signs[byte % signs.length]).join('')}`
}
