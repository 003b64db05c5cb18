import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { post } from '@/http'

/** Whether this browser knows passkeys. */
export const supported = typeof globalThis.PublicKeyCredential === 'function'

/** The device makes a key and we keep its public half; the password is shown again before. */
export async function addPasskey(label: string, password: string) {
  const optionsJSON = await post<PublicKeyCredentialCreationOptionsJSON>('/api/account/passkeys/options', { password })
  const { startRegistration } = await import('@simplewebauthn/browser')
  await post('/api/account/passkeys', { label, credential: await startRegistration({ optionsJSON }) })
}

/** The device shows that it has a key; what it says is for the server to judge. */
export async function proof(): Promise<unknown> {
  const optionsJSON = await post<PublicKeyCredentialRequestOptionsJSON>('/api/session/passkey/options', {})
  const { startAuthentication } = await import('@simplewebauthn/browser')
  return startAuthentication({ optionsJSON })
}

/** Somebody closed the device's window or let it time out: no fault, nothing to tell the server. */
export const isDeclined = (failure: unknown) => failure instanceof Error && ['NotAllowedError', 'AbortError'].includes(failure.name)
