import type { Role } from '@/session'

export interface Entry { to: string, text: string, roles?: Role[] }

/** The doors of the house; each shows only to those who may pass it. */
export const doors: Entry[] = [
  { to: '/', text: 'shell.home' },
  { to: '/items', text: 'shell.items' },
  { to: '/applications', text: 'shell.applications', roles: ['CITIZEN'] },
  { to: '/messages', text: 'shell.messages', roles: ['CITIZEN'] },
  { to: '/licenses', text: 'shell.licenses', roles: ['CITIZEN'] },
  { to: '/orders', text: 'shell.orders', roles: ['CITIZEN'] },
  { to: '/tasks/intake', text: 'shell.intake', roles: ['AGENT'] },
  { to: '/tasks', text: 'shell.tasks', roles: ['CLERK', 'APPROVER', 'HEAD', 'AGENT', 'LINE_OFFICE', 'SUPERVISOR'] },
  { to: '/tasks/visits/new', text: 'shell.noteVisit', roles: ['AGENT'] },
  { to: '/tasks/visit-code', text: 'shell.visitCode', roles: ['CLERK', 'APPROVER'] },
  { to: '/cards', text: 'shell.cards', roles: ['APPROVER', 'HEAD'] },
  { to: '/payment-orders', text: 'shell.payments', roles: ['APPROVER', 'HEAD', 'SUPERVISOR'] },
  { to: '/tasks/hours', text: 'shell.hours', roles: ['HEAD'] },
  { to: '/tasks/queue', text: 'shell.queue', roles: ['CLERK'] },
  { to: '/tasks/window', text: 'shell.window', roles: ['CLERK'] },
  { to: '/tasks/help', text: 'shell.helping', roles: ['CLERK'] },
  { to: '/account/seen', text: 'shell.seen', roles: ['CLERK'] },
  { to: '/cockpit', text: 'shell.cockpit', roles: ['SUPERVISOR', 'OPERATOR'] },
  { to: '/tasks/halls', text: 'shell.halls', roles: ['SUPERVISOR', 'OPERATOR'] },
  { to: '/messages', text: 'shell.messages', roles: ['APPROVER', 'HEAD', 'SUPERVISOR'] },
  { to: '/account/officers', text: 'shell.officers', roles: ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR'] },
  { to: '/account/clients', text: 'shell.clients', roles: ['SYSTEM_ADMIN'] },
  { to: '/studio', text: 'shell.studio', roles: ['ANALYST'] },
]

/** Where each role begins its day. */
export function startOf(roles: Role[]) {
  if (roles.includes('CITIZEN')) return '/'
  if (roles.includes('SUPERVISOR')) return '/cockpit'
  return doors.find(door => door.roles?.some(role => roles.includes(role)))?.to ?? '/'
}
