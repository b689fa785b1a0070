/** Who wants to be told; a listener is taken off by what `add` returns. */
export class Listeners<T extends unknown[], R = void> {
  private readonly all = new Set<(...told: T) => R>()

  add(listener: (...told: T) => R): () => void {
    this.all.add(listener)
    return () => void this.all.delete(listener)
  }

  tell(...told: T): R[] {
    return [...this.all].map((listener) => listener(...told))
  }
}
