/** Takes from the designer what the conventions do not allow, so that nobody draws what the check then refuses. */
type Entries = Record<string, unknown>
interface Group { id: string, entries?: { id: string }[] }
interface Registry { registerProvider(...args: unknown[]): void }

const LATE = 100

const TOOLS_OFF = ['create.participant-expanded', 'create.data-object', 'create.data-store', 'create.group', 'create.subprocess-expanded-adhoc']
const REPLACEMENTS_OFF = /script|send|manual|signal|escalation|compensation|link|complex|ad-?hoc|transaction|cancel|instantiat|conditional-(start|intermediate|boundary|non)|message-(end|intermediate-throw)|collapsed|undefined|toggle-(loop|parallel|sequential)/i
const APPENDED_OFF = new Set(['append.condition-intermediate-event', 'append.signal-intermediate-event', 'append.compensation-activity'])

const GROUPS = new Set([
  'general', 'documentation', 'timer', 'message', 'error',
  'CamundaPlatform__HistoryCleanup', 'CamundaPlatform__UserAssignment', 'CamundaPlatform__Form', 'CamundaPlatform__Implementation',
  'CamundaPlatform__Input', 'CamundaPlatform__Output', 'CamundaPlatform__InMapping', 'CamundaPlatform__OutMapping', 'CamundaPlatform__BusinessKey',
  'CamundaPlatform__CallActivity', 'CamundaPlatform__Condition', 'CamundaPlatform__AsynchronousContinuations',
])
const ENTRIES_OFF = new Set(['assignee', 'candidateUsers', 'dueDate', 'followUpDate', 'priority', 'exclusive', 'retryTimeCycle', 'isForCompensation'])

export const allowedTools = (entries: Entries) => without(entries, name => TOOLS_OFF.includes(name))
export const allowedReplacements = (entries: Entries) => without(entries, name => REPLACEMENTS_OFF.test(name))
export const allowedAppends = (entries: Entries) => without(entries, name => APPENDED_OFF.has(name))
export const allowedGroups = (groups: Group[]) => groups
  .filter(group => GROUPS.has(group.id) || group.id.startsWith('ElementTemplates__'))
  .map(group => (group.entries ? { ...group, entries: group.entries.filter(entry => !ENTRIES_OFF.has(entry.id)) } : group))

function without(entries: Entries, off: (name: string) => boolean): Entries {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => !off(name)))
}

function Restricted(palette: Registry, popupMenu: Registry, contextPad: Registry, propertiesPanel: Registry) {
  palette.registerProvider(LATE, { getPaletteEntries: () => allowedTools })
  popupMenu.registerProvider('bpmn-replace', LATE, { getPopupMenuEntries: () => allowedReplacements, getPopupMenuHeaderEntries: () => allowedReplacements })
  contextPad.registerProvider(LATE, { getContextPadEntries: () => allowedAppends })
  propertiesPanel.registerProvider(LATE, { getGroups: () => allowedGroups })
}
Restricted.$inject = ['palette', 'popupMenu', 'contextPad', 'propertiesPanel']

export const restrictedModule = { __init__: ['restricted'], restricted: ['type', Restricted] }
