import type { Problem } from '@contract'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'

interface Raised {
  problem: Problem
  /** What raised it, for instance a command; its next success clears the problem. */
  source: string
}

const rank = { error: 0, warning: 1, info: 2 }

/** Everything that is wrong now, in one place, worst first. */
export const useProblems = defineStore('problems', () => {
  const raised = shallowRef<readonly Raised[]>([])
  const list = computed(() =>
    raised.value.map((entry) => entry.problem).sort((a, b) => rank[a.severity] - rank[b.severity]),
  )

  /** A second problem with the same id takes the first one's place. */
  function raise(problem: Problem, source = 'engine'): void {
    const others = raised.value.filter((entry) => entry.problem.id !== problem.id)
    raised.value = [...others, { problem, source }]
  }

  function solve(id: string): void {
    raised.value = raised.value.filter((entry) => entry.problem.id !== id)
  }

  function solveFrom(source: string): void {
    if (raised.value.some((entry) => entry.source === source))
      raised.value = raised.value.filter((entry) => entry.source !== source)
  }

  return { list, raise, solve, solveFrom }
})
