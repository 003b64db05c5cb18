import type { RouteRecordRaw } from 'vue-router'
import { addTexts } from '@/i18n'
import texts from '@/locales/zh-CN/account.json'

addTexts('account', texts)

export const routes: RouteRecordRaw[] = [
  { path: '/account', meta: { signedIn: true }, component: () => import('./AccountPage.vue') },
  { path: '/account/register', component: () => import('./RegisterPage.vue') },
  { path: '/account/reset', component: () => import('./ResetPage.vue') },
  { path: '/account/finish', meta: { signedIn: true }, component: () => import('./FinishPage.vue') },
  { path: '/account/seen', meta: { roles: ['CLERK' as const] }, component: () => import('./SeenPage.vue') },
  { path: '/account/mandates', meta: { roles: ['CITIZEN' as const] }, component: () => import('@/agency/MandatesPage.vue') },
  { path: '/account/window-mandates', meta: { roles: ['CLERK' as const] }, component: () => import('@/agency/WindowMandatePage.vue') },
  { path: '/account/officers', meta: { roles: ['SYSTEM_ADMIN' as const, 'SECURITY_ADMIN' as const, 'AUDITOR' as const] }, component: () => import('./OfficersPage.vue') },
  { path: '/account/clients', meta: { roles: ['SYSTEM_ADMIN' as const] }, component: () => import('./ClientsPage.vue') },
]
