import { Problem } from '@/http'
import { KEYS } from '@/session'
import { sealingKey, type Clerk, type Intake, type KeptFile, type KeptForm } from './api'
import { importKey, open, openBytes, seal, sealBytes, type Sealed } from './seal'
import { browserStore, type Store } from './store'

interface KeptKey { clerk: Clerk, key: CryptoKey }
interface Kept { id: string, owner: string, sealed: Sealed }

/** A database of its own, which signing out deletes: without the key what lies on the shelf is noise. */
const keys = browserStore(KEYS, ['keys'])
const things = browserStore('onevisit.window', ['forms', 'intakes', 'files'])

/** What a window keeps on this computer: forms as they are, and what people told and handed in only sealed. */
export class Shelf {
  private constructor(readonly clerk: Clerk, private readonly key: CryptoKey, private readonly store: Store) {}

  /** With the network the key comes from the server, for who is signed in; without it, from the last time. */
  static async open(signedIn: Clerk | null, store = things, keyStore = keys): Promise<Shelf | undefined> {
    if (signedIn) {
      try {
        const kept: KeptKey = { clerk: signedIn, key: await importKey((await sealingKey()).key) }
        await keyStore.put('keys', 'mine', kept)
        return new Shelf(kept.clerk, kept.key, store)
      } catch (failure) {
        if (!(failure instanceof Problem) || failure.status !== 0) throw failure
      }
    }
    const kept = await keyStore.get<KeptKey>('keys', 'mine')
    return kept && (!signedIn || kept.clerk.username === signedIn.username) ? new Shelf(kept.clerk, kept.key, store) : undefined
  }

  forms = () => this.store.all<KeptForm>('forms')
  keepForm = (form: KeptForm) => this.store.put('forms', `${form.bundle} ${form.region}`, form)
  dropForm = (form: KeptForm) => this.store.remove('forms', `${form.bundle} ${form.region}`)

  async intakes(): Promise<Intake[]> {
    const mine = (await this.store.all<Kept>('intakes')).filter(kept => kept.owner === this.clerk.username)
    const opened = await Promise.all(mine.map(kept => open<Intake>(this.key, kept.id, kept.sealed)))
    return opened.sort((one, other) => other.takenAt.localeCompare(one.takenAt))
  }

  async keep(intake: Intake) {
    const kept: Kept = { id: intake.id, owner: this.clerk.username, sealed: await seal(this.key, intake.id, intake) }
    await this.store.put('intakes', intake.id, kept)
  }

  async drop(intake: Intake) {
    await Promise.all(intake.files.map(file => this.dropFile(file)))
    await this.store.remove('intakes', intake.id)
  }

  async keepFile(material: string, file: File): Promise<KeptFile> {
    const key = crypto.randomUUID()
    await this.store.put('files', key, await sealBytes(this.key, key, await file.arrayBuffer()))
    return { key, material, name: file.name, type: file.type, size: file.size }
  }

  async file({ key, name, type }: KeptFile): Promise<File> {
    const sealed = await this.store.get<Sealed>('files', key)
    if (!sealed) throw new Problem(-1, 'file-missing', '', '', '')
    return new File([await openBytes(this.key, key, sealed)], name, { type })
  }

  dropFile = ({ key }: KeptFile) => this.store.remove('files', key)
}
