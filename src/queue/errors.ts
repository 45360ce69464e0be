import { StoreError } from "../store/errors.ts";

/** The queue could not do its work: no Redis, no worker, a job that fails again and again. */
export class QueueError extends StoreError {
  override readonly name = "QueueError";
}
