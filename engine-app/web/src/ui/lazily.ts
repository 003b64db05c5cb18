import { defineAsyncComponent, h, type AsyncComponentLoader, type Component } from 'vue'
import { Problem } from '@/http'
import LoadingLines from './LoadingLines.vue'
import ProblemBox from './ProblemBox.vue'

/** A heavy part that is fetched when it is first needed: lines while it comes, words if it does not. */
export const lazily = (loader: AsyncComponentLoader): Component => defineAsyncComponent({
  loader,
  loadingComponent: LoadingLines,
  errorComponent: () => h(ProblemBox, { problem: new Problem(0, 'offline', '', '', '') }),
  delay: 0,
  onError: (_failure, retry, fail, attempts) => (attempts < 3 ? retry() : fail()),
})
