import { computed, onScopeDispose, reactive, type InjectionKey } from 'vue'
import { Problem } from '@/http'
import { say } from '@/i18n'
import type { Upload } from '../api'
import { faultsOfPicture, type Fault } from './quality'

/** `more`: what was chosen together with the file, as further pages of the same paper. */
export interface Sending { file: File, more: File[], share: number, problem?: unknown }
type Send<T> = (material: string, file: File, progress: (share: number) => void, signal: AbortSignal, more: File[]) => Promise<T>

/** The files on their way, by material: each with its own progress, its own failure and its own retry. */
export function useUploads<T = Upload>(send: Send<T>, arrived: (material: string, answer: T) => void | Promise<void>) {
  const sending = reactive<Record<string, Sending>>({})
  const faults = reactive<Record<string, Fault[]>>({})
  const ways = new Map<string, AbortController>()

  async function start(material: string, file: File, accept = '', more: File[] = []) {
    ways.get(material)?.abort()
    const way = new AbortController()
    ways.set(material, way)
    sending[material] = { file, more, share: 0 }
    faults[material] = []
    void Promise.all([file, ...more].map(faultsOfPicture)).then(all => [...new Set(all.flat())]).then(found => { if (ways.get(material) === way) faults[material] = found })
    try {
      for (const each of [file, ...more]) check(each, accept)
      const document = await send(material, file, share => { if (sending[material]) sending[material].share = share }, way.signal, more)
      await arrived(material, document)
      if (ways.get(material) === way) delete sending[material]
    } catch (failure) {
      if (way.signal.aborted) return
      sending[material] = { file, more, share: 0, problem: failure }
    }
  }

  const retry = (material: string, accept?: string) => start(material, sending[material].file, accept, sending[material].more)

  function cancel(material: string) {
    ways.get(material)?.abort()
    ways.delete(material)
    delete sending[material]
  }

  onScopeDispose(() => ways.forEach(way => way.abort()))
  return { sending, faults, start, retry, cancel, unfinished: computed(() => Object.keys(sending)) }
}

export type Uploads = ReturnType<typeof useUploads>
export const uploadsKey: InjectionKey<Uploads> = Symbol('uploads')

function check(file: File, accept: string) {
  if (file.size === 0) throw new Problem(422, 'document-empty', '', say('portal.upload.empty', { name: file.name }), '')
  const kinds = accept.split(',').map(kind => kind.trim()).filter(Boolean)
  if (kinds.length && file.type && !kinds.includes(file.type)) throw new Problem(422, 'document-kind', '', say('portal.upload.kind', { name: file.name, kinds: kindNames(accept) }), '')
}

/** PNG、JPEG、PDF */
export const kindNames = (accept: string) => accept.split(',').map(kind => kind.trim().replace(/^.*\//, '').replace(/^\./, '').toUpperCase()).filter(Boolean).join('、')
