import { stepsIn, type Step } from '@/ui/diagram/steps'
import type { Instance } from '../api'

/** One process in words, with the called process of each call activity. */
export const stepsOf = (xml: string, instance: Instance, instances: Instance[]): Step[] =>
  stepsIn(xml, instance, (activity, calledElement) => calledBy(activity, calledElement, instance, instances)?.id ?? null)

/** The instance that a call activity started: by the activity itself, or by the process where that is not known. */
export function calledBy(activity: string, calledElement: string | null, parent: Instance, instances: Instance[]) {
  const children = instances.filter(child => child.parentId === parent.id)
  const named = children.filter(child => child.callActivityId)
  if (named.length) return named.filter(child => child.callActivityId === activity).at(-1)
  return calledElement ? children.find(child => child.processKey === calledElement) : undefined
}

/** From the application's process down to this one. */
export function pathTo(id: string | undefined, instances: Instance[]): Instance[] {
  const path: Instance[] = []
  for (let at = instances.find(one => one.id === id); at && !path.includes(at); at = instances.find(one => one.id === at!.parentId)) path.unshift(at)
  return path
}

/** Where to look first: the one asked for, else something failed, else the newest still running, else the first. */
export function firstToShow(asked: string | undefined, no: string, instances: Instance[]): Instance | undefined {
  return instances.find(one => one.id === asked)
    ?? instances.find(one => one.businessKey === no && one.failed.length)
    ?? instances.find(one => one.businessKey === no)
    ?? instances[0]
}
