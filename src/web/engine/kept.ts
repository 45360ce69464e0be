/** The values made last, by key. */
export interface Kept<T> {
  /** what is kept of this key, or else what is made of it now; an error is not kept */
  of(key: string, make: () => T): T;
  get(key: string): T | undefined;
}

/** Keeps at most so many values and forgets the one that was asked for longest ago. */
export function createKept<T>(most: number, forgotten: (value: T) => void = () => {}): Kept<T> {
  const values = new Map<string, T>();
  const touch = (key: string, value: T) => {
    values.delete(key);
    values.set(key, value);
    const [oldest] = values;
    if (values.size <= most || oldest === undefined) return;
    values.delete(oldest[0]);
    forgotten(oldest[1]);
  };
  const get = (key: string) => {
    const value = values.get(key);
    if (value !== undefined) touch(key, value);
    return value;
  };
  return {
    get,
    of(key, make) {
      const value = get(key) ?? make();
      touch(key, value);
      return value;
    },
  };
}
