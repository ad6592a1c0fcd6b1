/** Gives way to keys, clicks and frames that wait: after some milliseconds, later where the browser has nothing to do. */
export function createPause(): () => Promise<void> {
  const leastMs = 8;
  // A key that comes in the middle waits this long, far below what anybody notices.
  const mostMs = 16;
  let until = 0;
  return async () => {
    if (performance.now() < until) return;
    const idleMs = await new Promise<number>((resolve) => {
      if (typeof requestIdleCallback === "function")
        requestIdleCallback((deadline) => resolve(deadline.timeRemaining()), { timeout: 2_000 });
      else setTimeout(() => resolve(0), 0);
    });
    until = performance.now() + Math.min(mostMs, Math.max(leastMs, idleMs));
  };
}
