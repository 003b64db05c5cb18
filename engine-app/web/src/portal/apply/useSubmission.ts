import { computed, ref, shallowRef } from 'vue'
import { Problem } from '@/http'
import { say } from '@/i18n'
import { submit, type Receipt } from '../api'
import { faultsOf } from '../form/questions'
import { elder } from '@/ui/elder'
import { keepFor } from '@/ui/kept'
import { to } from '../routes'
import { answered, pagesOf } from './pages'
import type { DraftEditing } from './useDraft'
import type { ScanTable } from '../counter/useScans'
import type { Uploads } from './useUploads'

export interface Blocker { text: string, to: string }
export interface Consent { code: string, name: string, materials: string[], departments: string[] }

/** The last step: what still blocks it, which licenses may be used by whom, and sending it exactly once. */
export function useSubmission(editing: DraftEditing, uploads: Uploads, table?: ScanTable) {
  const { id, form, answers, items, bundle } = editing
  const agreed = ref<string[]>([])
  const later = ref<string[]>([])
  const onPromise = ref<string[]>([])
  const confirmed = ref(false)
  const busy = ref(false)
  const problem = shallowRef<unknown>()
  const pages = computed(() => (form.value ? pagesOf(form.value, elder.value) : []))
  const key = keepFor<string>(`submission.${id}`)

  const consents = computed<Consent[]>(() => {
    const byType = new Map<string, Consent>()
    form.value?.materials.filter(material => material.status === 'EXEMPTED' && material.license).forEach(material => {
      const code = material.license!.type ?? material.key
      const consent = byType.get(code) ?? { code, name: material.license!.typeName, materials: [], departments: [] }
      consent.materials.push(material.name)
      consent.departments = [...new Set([...consent.departments, ...departmentsOf(material.items)])]
      byType.set(code, consent)
    })
    return [...byType.values()]
  })

  const departmentsOf = (variables: string[]) => bundle.value?.items.filter(item => variables.includes(item.variable) && items.value.includes(item.variable)).map(item => item.departmentName) ?? []

  const blockers = computed<Blocker[]>(() => {
    if (!form.value) return []
    const { materials } = form.value
    return [
      ...pages.value.flatMap(page => Object.values(faultsOf(page.fields, answered(page, answers))).map(text => ({ text, to: to.form(id, page.key) }))),
      ...uploads.unfinished.value.map(material => ({ text: say('portal.check.uploading', { name: nameOf(material) }), to: to.materials(id) })),
      ...(table?.uploads.unfinished.value ?? []).map(key => ({ text: say('portal.check.uploading', { name: table!.uploads.sending[key].file.name }), to: to.scans(id) })),
      ...(table?.saving.value === 'saved' || !table ? [] : [{ text: say('portal.counter.unsaved'), to: to.scans(id) }]),
      ...(table?.loose.value.length ? [{ text: say('portal.counter.looseBlocks', { count: table.loose.value.length }), to: to.scans(id) }] : []),
      ...materials.filter(material => material.required && material.status === 'NEEDED' && !promised(material)).map(material => ({ text: say('portal.check.missing', { name: material.name }), to: to.materials(id) })),
      ...consents.value.filter(consent => !agreed.value.includes(consent.code)).map(consent => ({ text: say('portal.check.notAgreed', { name: consent.name }), to: to.materials(id) })),
    ]
  })
  /** Promised for later, or not asked for because every item that needs it is decided on a promise. */
  const promised = (material: { key: string, items: string[] }) => later.value.includes(material.key) || material.items.every(item => onPromise.value.includes(item))
  const nameOf = (material: string) => form.value?.materials.find(each => each.key === material)?.name ?? material

  /** The server's faults, each with the page that asks for the field. */
  const refused = computed<Blocker[]>(() => (problem.value instanceof Problem ? problem.value.errors : []).map(({ field, message }) => {
    const page = pages.value.find(each => each.fields.some(candidate => candidate.key === field))
    return { text: message, to: page ? to.form(id, page.key) : to.materials(id) }
  }))

  async function send(): Promise<Receipt | undefined> {
    busy.value = true
    problem.value = undefined
    try {
      await editing.flush()
      const mine = key.read() ?? newKey()
      key.write(mine)
      const receipt = await submit(id, agreed.value, mine, { deferred: later.value, commitments: onPromise.value })
      key.forget()
      return receipt
    } catch (failure) {
      problem.value = failure
      if (failure instanceof Problem && failure.status === 422) key.forget()
    } finally {
      busy.value = false
    }
  }

  return { consents, agreed, later, onPromise, confirmed, blockers, refused, busy, problem, send }
}

const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
