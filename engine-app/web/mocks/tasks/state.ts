import type { Ask, Copy, Ended, Kept, Note, TaskRow } from '@/tasks/api'
import type { Said } from '@/ui/TalkList.vue'
import type { SavedView } from '@/tasks/list/views'
import type { Light } from '@/ui/LightBadge.vue'
import { presentPerson } from '../fixtures/session'
import { Refused } from '../server'

const row = (id: string, itemName: string, applicantName: string, light: Light, remainingDays: number | null, more: Partial<TaskRow> = {}): TaskRow => ({
  id, key: 'departmentReview', name: '部门审查决定', subjectNo: null, applicationNo: `A4301002026030200471${id}0`, caseNo: `4301002026030200471${id}043`, bundleName: '新生儿出生一件事', itemName, applicantName,
  departmentName: '医疗保障局', light, dueAt: remainingDays === null ? null : '2026-03-11T09:00:00Z', remainingDays, createdAt: '2026-03-02T01:40:00Z', assignee: null, assigneeName: null, unread: false, waitsFor: null, askedOfMe: false, ...more,
})
const benefit = '生育医疗费用报销及生育津贴'
const heWei = { assignee: 'approver.insurance', assigneeName: '何伟' }
const atFirst = (): TaskRow[] => [
  row('101', benefit, '林**', 'RED', -4, heWei),
  row('102', benefit, '陈*', 'YELLOW', -1, { unread: true }),
  row('103', benefit, '赵*', 'BLUE', 2, { assignee: 'tang.li', assigneeName: '唐莉' }),
  row('104', benefit, '李*', 'NONE', 5, { unread: true }),
  row('105', benefit, '吴**', 'NONE', 6),
  row('106', benefit, '黄*', 'NONE', 7),
  row('201', '差评：生育登记', '实名评价人', 'YELLOW', null, { key: 'contactRater', name: '联系评价人', subjectNo: 'R4301022026030200471183', applicationNo: null, caseNo: null, bundleName: '', dueAt: '2026-03-11T09:00:00Z', departmentName: '卫生健康委员会', ...heWei }),
  row('107', '生育保险参保登记', '郑*', 'NONE', 8, { ...heWei, name: '审查决定', urgedAt: '2026-03-04T01:10:00Z' }),
  row('108', '城乡居民基本医疗保险参保登记', '曾**', 'NONE', 0, { assignee: 'wang.jianguo', assigneeName: '王建国' }),
  row('109', '城乡居民基本医疗保险参保登记', '罗*', 'NONE', 9, heWei),
]
const opinion = (id: number, kind: Ask['kind'], of: [string, string], by: [string, string], more: Partial<Ask> = {}): Ask => ({
  id, kind, askedBy: by[0], askedByName: by[1], askedOf: of[0], askedOfName: of[1], question: '请核对住院费用清单与票据是否一致。', askedAt: '2026-03-04T02:00:00Z', answeredAt: null, agrees: null, opinion: null, withdrawnAt: null, ...more,
})

export const state = {
  rows: [] as TaskRow[],
  done: [] as TaskRow[],
  asks: {} as Record<string, Ask[]>,
  copies: {} as Record<string, Copy[]>,
  notes: {} as Record<string, Note[]>,
  talk: {} as Record<string, Said[]>,
  ended: {} as Record<string, Ended>,
  /** Answers that wait to be countersigned, or came back. */
  kept: {} as Record<string, Kept>,
  paused: new Set<string>(),
  views: [] as SavedView[],
  /** Tasks that somebody else ends while they are being written. */
  overtaken: new Set<string>(),
}

/** The tasks of a fresh morning, or so many of them. */
export function startTasks(count = 0) {
  state.rows = count ? many(count) : atFirst()
  state.done = [row('90', benefit, '周*', 'NONE', 3, heWei), row('91', benefit, '孙**', 'NONE', 4, heWei)]
  state.asks = {
    108: [opinion(8, 'BEFORE', ['approver.insurance', '何伟'], ['wang.jianguo', '王建国'])],
    109: [
      opinion(9, 'JOINT', ['li.xiao', '李晓'], ['approver.insurance', '何伟']),
      opinion(10, 'JOINT', ['zhou.min', '周敏'], ['approver.insurance', '何伟'], { answeredAt: '2026-03-04T06:20:00Z', agrees: false, opinion: '缺少定点医疗机构的费用明细，建议补正后再审。' }),
    ],
  }
  state.copies = { 105: [{ username: 'approver.insurance', name: '何伟', byName: '唐莉', words: '费用票据的式样有变，请留意。', at: '2026-03-04T03:00:00Z', seen: false }] }
  state.talk = { 101: [{ id: 'said-1', caseNo: null, name: '陈静', byApplicant: true, text: '请问津贴什么时候到账？', at: '2026-03-04T01:00:00Z' }] }
  state.notes = { 101: [{ id: 1, name: '唐莉', stepName: '部门初审', at: '2026-03-03T07:20:00Z', text: '申请人来电说明，产检费用另行申报。' }] }
  state.ended = { 90: { at: '2026-03-04T05:00:00Z', byName: '何伟', outcome: 'grant', reason: '材料齐全，符合规定。', answers: { outcome: 'grant', opinion: '材料齐全，符合规定。' } }, 91: { at: '2026-03-03T05:00:00Z', byName: null, outcome: '', reason: '', answers: {} } }
  state.kept = {}
  state.paused = new Set(['106'])
  state.overtaken = new Set(['107'])
  const columns: SavedView['columns'] = ['person', 'step', 'number', 'due', 'holder']
  state.views = [
    { id: 1, name: '红牌优先', query: { view: 'all', light: 'RED', q: '', sort: 'due' }, columns, shared: true, mine: false, ownerName: '周红' },
    { id: 2, name: '津贴待领', query: { view: 'group', light: '', q: '津贴', sort: 'created' }, columns: ['person', 'due'], shared: false, mine: true, ownerName: '何伟' },
  ]
}

/** So many tasks come in that are due before all others. */
export function arrive(count: number) {
  const fresh = Array.from({ length: count }, (_, at) => row(String(900 + at), benefit, '新**', 'RED', -900 + at, { unread: true }))
  state.rows = [...fresh, ...state.rows]
}

export const depart = (count: number) => { state.rows = state.rows.slice(count) }

const surnames = '林陈赵李吴黄郑曾罗周孙王'
const many = (count: number) => Array.from({ length: count }, (_, at) => row(String(100_001 + at), benefit, `${surnames[at % surnames.length]}*`, (['RED', 'YELLOW', 'BLUE'] as const)[Math.floor(at / 10)] ?? 'NONE', at - 20, { unread: at % 7 === 0 }))

export const me = () => ({ assignee: presentPerson()!.username, assigneeName: presentPerson()!.name })
export const isMine = (row: TaskRow) => row.assignee === presentPerson()?.username
export const asksOf = (id: string) => state.asks[id] ?? []
const stillOpen = (ask: Ask) => !ask.answeredAt && !ask.withdrawnAt
export const openAsks = (id: string) => asksOf(id).filter(stillOpen)
export const blockingAsks = (id: string) => openAsks(id).filter(ask => ask.kind !== 'AFTER')

/** The row as the officer present sees it. */
export function seen(row: TaskRow): TaskRow {
  const names = blockingAsks(row.id).map(ask => ask.askedOfName)
  return { ...row, waitsFor: names.length ? `等待 ${names.join('、')} 的意见` : null, askedOfMe: openAsks(row.id).some(ask => ask.askedOf === presentPerson()?.username) }
}

export const isDone = (id: string) => state.done.some(each => each.id === id)
export const find = (id: string) => [...state.rows, ...state.done].find(each => each.id === id) ?? gone(404, 'task-unknown', '没有找到这项任务，或它不属于您的岗位。')
export function end(id: string) {
  state.done = [...state.rows.filter(each => each.id === id), ...state.done]
  state.rows = state.rows.filter(each => each.id !== id)
}

export function gone(status: number, code: string, detail: string, extras: object = {}): never {
  throw new Refused(status, code, detail, extras)
}

startTasks()
