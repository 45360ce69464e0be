import { hasEnded, type OpenJob, shownJob } from "./job.ts";

const HEARTBEAT_MILLISECONDS = 15_000;

/** A job's progress as server-sent events; ends with the job, or when who listens is gone. */
export function progressStream(job: OpenJob, signal: AbortSignal): Response {
  const encoder = new TextEncoder();
  let stop = () => {};
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let beat: ReturnType<typeof setInterval> | undefined;
        let closed = false;
        stop = () => {
          if (closed) return;
          closed = true;
          clearInterval(beat);
          job.listeners.delete(tell);
          signal.removeEventListener("abort", stop);
          controller.close();
        };
        const tell = () => {
          const name = hasEnded(job) ? job.state : "progress";
          // a reader that is slower than the job gets what is new when it reads on
          if (name !== "progress" || (controller.desiredSize ?? 0) > 0)
            controller.enqueue(encoder.encode(`event: ${name}\ndata: ${JSON.stringify(shownJob(job))}\n\n`));
          if (hasEnded(job)) stop();
        };
        job.listeners.add(tell);
        signal.addEventListener("abort", stop);
        beat = setInterval(() => controller.enqueue(encoder.encode(":\n\n")), HEARTBEAT_MILLISECONDS);
        beat.unref();
        if (signal.aborted) stop();
        else tell();
      },
      cancel: () => stop(),
    },
    new CountQueuingStrategy({ highWaterMark: 16 }),
  );
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    },
  });
}
