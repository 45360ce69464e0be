import { ApiProblem } from "../problem.ts";

export interface SlotLimits {
  /** how many compute at once */
  readonly running: number;
  /** how many may wait */
  readonly waiting: number;
}

/** Something that waits for a slot. */
export interface Ticket {
  /** how many wait before it; 0 once it runs */
  ahead(): number;
}

interface Waiting extends Ticket {
  readonly start: () => void;
}

const FIRST_GUESS_MILLISECONDS = 2_000;

/** At most so many at once; the rest waits its turn or is refused. */
export class Slots {
  readonly #limits: SlotLimits;
  readonly #now: () => number;
  readonly #queue: Waiting[] = [];
  #running = 0;
  /** of what was computed lately: a moving mean */
  #milliseconds = FIRST_GUESS_MILLISECONDS;

  constructor(limits: SlotLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  /**
   * Runs work when it is its turn. The ticket is given at once.
   * @param signal leaves the queue, when it aborts before the turn has come
   * Errors: ApiProblem too-busy, at once; the reason of the signal; those of the work
   */
  take<T>(work: () => Promise<T>, signal: AbortSignal): { readonly ticket: Ticket; readonly result: Promise<T> } {
    const free = this.#running < this.#limits.running && this.#queue.length === 0;
    if (!free && this.#queue.length >= this.#limits.waiting) throw this.#tooBusy();
    if (free) return { ticket: { ahead: () => 0 }, result: this.#run(work) };
    let ticket: Waiting | undefined;
    const turn = new Promise<void>((resolve, reject) => {
      const entry: Waiting = {
        start: resolve,
        ahead: () => Math.max(0, this.#queue.indexOf(entry)),
      };
      ticket = entry;
      this.#queue.push(entry);
      signal.addEventListener(
        "abort",
        () => {
          const at = this.#queue.indexOf(entry);
          if (at < 0) return;
          this.#queue.splice(at, 1);
          reject(signal.reason);
        },
        { once: true },
      );
    });
    return { ticket: ticket!, result: turn.then(() => this.#run(work, true)) };
  }

  async #run<T>(work: () => Promise<T>, counted = false): Promise<T> {
    if (!counted) this.#running += 1;
    await undefined; // who asked gets the ticket before anything happens
    const begun = this.#now();
    try {
      return await work();
    } finally {
      this.#milliseconds += (this.#now() - begun - this.#milliseconds) / 4;
      this.#running -= 1;
      this.#next();
    }
  }

  #next(): void {
    while (this.#running < this.#limits.running) {
      const next = this.#queue.shift();
      if (next === undefined) return;
      this.#running += 1; // here and not when it starts, so that nobody takes the place meanwhile
      next.start();
    }
  }

  #tooBusy(): ApiProblem {
    const { running, waiting } = this.#limits;
    const seconds = Math.ceil((this.#milliseconds * (this.#queue.length + 1)) / running / 1000);
    const retry = Math.min(300, Math.max(1, seconds));
    const message = `${this.#running} are being computed and ${this.#queue.length} wait; at most ${running} and ${waiting} may`;
    const problem = { where: "server", message, remedy: `ask again in ${retry} s` };
    return new ApiProblem("too-busy", "The server is busy", [problem], { "retry-after": String(retry) });
  }
}
