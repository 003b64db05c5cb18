import type { Tokens } from '@/ui/diagram/steps'
import type { Activity, InstancePage } from './api'

export interface Branch { activity: Activity, inner: Branch[] }

/** What was done inside what, in the order it began; whatever's scope is not recorded stands at the outside. */
export function treeOf(activities: Activity[]): Branch[] {
  const known = new Set(activities.map(activity => activity.id))
  const inside = (parent: string): Branch[] => activities.filter(activity => activity.parent === parent).map(activity => ({ activity, inner: inside(activity.id) }))
  return activities.filter(activity => !known.has(activity.parent)).map(activity => ({ activity, inner: inside(activity.id) }))
}

/** Where the instance is, for its picture. */
export function tokensOf({ activities, incidents }: Pick<InstancePage, 'activities' | 'incidents'>): Tokens {
  const ids = (of: Activity[]) => [...new Set(of.map(activity => activity.element))]
  return {
    waiting: ids(activities.filter(activity => !activity.endedAt)),
    passed: ids(activities.filter(activity => activity.endedAt && !activity.canceled)),
    failed: [...new Set(incidents.map(incident => incident.activityId))],
  }
}

/** The instances that the elements of this one called last, by element. */
export const callsOf = (activities: Activity[]) => Object.fromEntries(activities.filter(activity => activity.called).map(activity => [activity.element, activity.called!])) as Record<string, string>
