// Computes how many runs were queued and executing over time.

// Returns points {at, queued, executing} in order of time. Each is valid until the next one.
export function load(runs, now) {
  const changes = [];
  const from = (start, end, queued, executing) => {
    if (start !== undefined) {
      changes.push([Date.parse(start), queued, executing]);
      if (end !== undefined) {
        changes.push([Date.parse(end), -queued, -executing]);
      }
    }
  };
  for (const run of runs) {
    from(run.queuedAt, run.startedAt ?? run.finishedAt, 1, 0);
    from(run.startedAt, run.finishedAt, 0, 1);
  }
  changes.sort((one, other) => one[0] - other[0]);
  const points = [];
  let queued = 0;
  let executing = 0;
  for (const [at, moreQueued, moreExecuting] of changes) {
    queued += moreQueued;
    executing += moreExecuting;
    if (points.at(-1)?.at === at) {
      points.pop();
    }
    points.push({at, queued, executing});
  }
  if (points.length && now > points.at(-1).at) {
    points.push({at: now, queued, executing});
  }
  return points;
}

// Returns the maximum of each visible step, so that short peaks are not lost.
export function steps(points, many) {
  const start = points[0].at;
  const span = points.at(-1).at - start || 1;
  const found = Array.from({length: many}, () => undefined);
  let before = {queued: 0, executing: 0};
  let next = 0;
  return found.map((none, step) => {
    const end = step === many - 1 ? Infinity : start + (span * (step + 1)) / many;
    const most = {...before};
    for (; next < points.length && points[next].at < end; next++) {
      before = points[next];
      most.queued = Math.max(most.queued, before.queued);
      most.executing = Math.max(most.executing, before.executing);
    }
    return most;
  });
}
