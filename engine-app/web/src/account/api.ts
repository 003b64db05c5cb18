import { del, get, post, put } from '@/http'
import type { Post, Role } from '@/session'

export interface Own { name: string, kind: 'NATURAL' | 'LEGAL' | 'STAFF' | 'MACHINE', level: number, idNo: string | null, phone: string | null, secondFactor: boolean, recoveryCodes: number, secondFactorRequired: boolean }
export interface SignedIn { handle: string, device: string, address: string, since: string, lastSeen: string, thisOne: boolean }
export interface Passkey { id: string, label: string, created: string, lastUsed: string | null }
export interface Enrolment { secret: string, address: string, picture: string }
export interface Officer { username: string, name: string, posts: Post[], department: string | null, region: string, enabled: boolean, secondFactor: boolean }
export interface Client { clientId: string, name: string, scopes: string[], redirectUris: string[], ownKey: boolean, enabled: boolean, secrets: number, secretSince: string | null, oldSecretUntil: string | null }
export interface Registration { name: string, idNo: string, phone: string, code: string, password: string, agreed: boolean }
export type Purpose = 'REGISTER' | 'RESET'

export const own = (signal?: AbortSignal) => get<Own>('/api/account', { signal })
export const askCode = (phone: string, purpose: Purpose) => post<{ seconds: number, hint: string }>('/api/account/codes', { phone, purpose })
export const register = (wanted: Registration) => post<void>('/api/account/registration', wanted)
export const resetPassword = (phone: string, code: string, password: string) => post<void>('/api/account/password-reset', { phone, code, password })
export const changePassword = (current: string, password: string) => put<void>('/api/account/password', { current, password })
export const beginEnrolment = (password: string) => post<Enrolment>('/api/account/second-factor', { password })
export const confirmEnrolment = (code: string) => put<{ codes: string[] }>('/api/account/second-factor', { code })
export const newRecoveryCodes = (password: string) => post<{ codes: string[] }>('/api/account/recovery-codes', { password })
export const signedIn = (signal?: AbortSignal) => get<SignedIn[]>('/api/account/sessions', { signal })
export const endSession = (handle: string) => del<void>(`/api/account/sessions/${handle}`)
export const endAllSessions = () => del<void>('/api/account/sessions')
export const passkeys = (signal?: AbortSignal) => get<Passkey[]>('/api/account/passkeys', { signal })
export const removePasskey = (id: string, password: string) => del<void>(`/api/account/passkeys/${id}`, { body: { password } })
export const officers = (words: string, signal?: AbortSignal) => get<Officer[]>(`/api/accounts?q=${encodeURIComponent(words)}`, { signal })
export const openAccount = (officer: { username: string, name: string, idNo: string, department: string | null, region: string }) => post<{ password: string }>('/api/accounts', officer)
export const newPassword = (username: string) => post<{ password: string }>(`/api/accounts/${username}/password`)
export const tellIdNo = (username: string, idNo: string) => put<void>(`/api/accounts/${username}/id-no`, { idNo })
export const enableAccount = (username: string, enabled: boolean) => put<void>(`/api/accounts/${username}/enabled`, { enabled })
export interface WantedPost { roles: Role[], department: string | null, region: string, title: string, from: string | null, until: string | null }
export const givePost = (username: string, wanted: WantedPost) => post<void>(`/api/accounts/${username}/posts`, wanted)
export const takePost = (username: string, id: number) => del<void>(`/api/accounts/${username}/posts/${id}`)
export const removeSecondFactor = (username: string) => del<void>(`/api/accounts/${username}/second-factor`)
export interface Directory { regions: { code: string, name: string }[], departments: { code: string, name: string }[] }
export const directory = (signal?: AbortSignal) => get<Directory>('/api/directory', { signal })
export const checkRealName = () => post<void>('/api/account/real-name')
export const confirmSeen = (seen: { name: string, idNo: string, phone: string }) => post<void>('/api/real-names', seen)
export const clients = (signal?: AbortSignal) => get<Client[]>('/api/clients', { signal })
export const openClient = (client: { clientId: string, name: string, scopes: string[], redirectUris: string[], jwks: string | null }) => post<void>('/api/clients', client)
export const newSecret = (clientId: string) => post<{ secret: string }>(`/api/clients/${clientId}/secrets`)
export const enableClient = (clientId: string, enabled: boolean) => put<void>(`/api/clients/${clientId}/enabled`, { enabled })
export const replaceSigningKey = (reason: string) => post<void>('/api/clients/signing-key', { reason })
