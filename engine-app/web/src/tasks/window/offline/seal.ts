/** Something sealed: useless without the clerk's key, and of no use for anything but what it was sealed as. */
export interface Sealed { iv: Uint8Array<ArrayBuffer>, data: ArrayBuffer }

/** The key as the server gives it, taken over so that no page can ever read it again. */
export const importKey = (base64: string) =>
  crypto.subtle.importKey('raw', Uint8Array.from(atob(base64), sign => sign.charCodeAt(0)), 'AES-GCM', false, ['encrypt', 'decrypt'])

const named = (name: string) => new TextEncoder().encode(name)

export async function sealBytes(key: CryptoKey, name: string, plain: ArrayBuffer): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: named(name) }, key, plain) }
}
export const openBytes = (key: CryptoKey, name: string, { iv, data }: Sealed) => crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: named(name) }, key, data)

export const seal = (key: CryptoKey, name: string, value: unknown) => sealBytes(key, name, new TextEncoder().encode(JSON.stringify(value)).buffer as ArrayBuffer)
export const open = async <T>(key: CryptoKey, name: string, sealed: Sealed) => JSON.parse(new TextDecoder().decode(await openBytes(key, name, sealed))) as T
