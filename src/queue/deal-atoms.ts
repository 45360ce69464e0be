/** A worker as far as dealing goes. */
export interface Dealt {
  readonly id: string;
  /** threads */
  readonly size: number;
}

/**
 * Deals a plan's atoms to workers, in proportion to their threads. An atom stays where it is, or goes where it was made
 * ready before, as long as that worker has no more than its part: to make one ready takes as long as a thousand clearings.
 * @param now the worker of each atom until now, or undefined
 * @param had workers that have made the atom ready
 *
 * @returns the worker of each atom; undefined where there are no workers
 */
export function dealAtoms(
  workers: readonly Dealt[],
  now: readonly (string | undefined)[],
  had: (atom: number) => ReadonlySet<string>,
): (string | undefined)[] {
  const threads = workers.reduce((sum, { size }) => sum + size, 0);
  const parts = new Map(workers.map(({ id, size }) => [id, Math.ceil((now.length * size) / threads)]));
  const left = new Map(parts);
  const take = (id: string | undefined): string | undefined => {
    const room = id === undefined ? 0 : (left.get(id) ?? 0);
    if (id === undefined || room <= 0) return undefined;
    left.set(id, room - 1);
    return id;
  };
  const stays = now.map((id) => take(id));
  const returns = stays.map((id, atom) => {
    if (id !== undefined) return id;
    const known = workers.find((w) => had(atom).has(w.id) && left.get(w.id)! > 0);
    return take(known?.id);
  });
  // the emptiest in proportion, the first of equals
  const emptiest = () =>
    workers.reduce<Dealt | undefined>((best, worker) => {
      const share = ({ id }: Dealt) => left.get(id)! / parts.get(id)!;
      return left.get(worker.id)! > 0 && (!best || share(worker) > share(best)) ? worker : best;
    }, undefined);
  return returns.map((id) => id ?? take(emptiest()?.id));
}
