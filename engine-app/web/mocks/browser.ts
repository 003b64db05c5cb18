import { allRoutes } from './routes'
import { serve } from './server'
import { pretendEvents, tellChanged } from './events'
import { arrive, depart, startTasks } from './tasks/state'
import { enterAs } from './fixtures/session'

const KEY = 'onevisit.mock.person'

/** `npm run dev:mocked`: no server needed; `?as=clerk` (or any demo account) enters as that person, `?tasks=10000` gives them so many tasks. */
export function mockTheServer() {
  const query = new URLSearchParams(location.search)
  const asked = query.get('as')
  if (asked !== null) sessionStorage.setItem(KEY, asked)
  enterAs(sessionStorage.getItem(KEY) ?? 'chen.jing')
  startTasks(Number(query.get('tasks') ?? 0))
  pretendEvents()
  // For stories in a browser: tasks come in at the head of the list, or leave it.
  addEventListener('mock-arrival', () => {
    arrive(2)
    tellChanged()
  })
  addEventListener('mock-departure', () => {
    depart(2)
    tellChanged()
  })
  serve(allRoutes, 60)
}
