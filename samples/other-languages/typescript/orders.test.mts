// Tests an application in TypeScript with the mock server.
//
// Start the server (mock-server/standalone/trigger-mock), then run: npm ci && npm test

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

const apiUrl = process.env.TRIGGER_API_URL ?? "http://127.0.0.1:8030";
const secretKey = process.env.TRIGGER_SECRET_KEY ?? "tr_dev_1234";

/** What becomes of runs; the first outcome that applies to a run and has runs left counts. */
interface Outcome {
  payload?: unknown;
  times?: number;
  millis?: number;
  output?: unknown;
  error?: string;
  stayQueued?: true;
}

interface Run {
  id: string;
  status: "DELAYED" | "QUEUED" | "EXECUTING" | "COMPLETED" | "FAILED" | "EXPIRED";
  payload: { order: string };
  output?: unknown;
  error?: string;
}

/** Returns the JSON of the response, undefined if it has no body. */
async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(apiUrl + path, {
    method,
    headers: { Authorization: `Bearer ${secretKey}`, "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  assert.ok(response.ok, `${method} ${path}: ${response.status} ${text}`);
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

/** Part of the application: triggers a task and returns the id of its run. */
async function ship(order: string): Promise<string> {
  const run = await send<{ id: string }>("POST", "/api/v1/tasks/ship-order/trigger", { payload: { order } });
  return run.id;
}

/** Sets what becomes of the runs of the task. */
async function plan(...outcomes: Outcome[]): Promise<void> {
  await send("PUT", "/_mock/tasks/ship-order", { outcomes });
}

/** Returns the runs once none of them can go on by itself. */
async function runs(): Promise<Run[]> {
  await send("GET", "/_mock/idle?timeout=5000");
  return (await send<{ runs: Run[] }>("GET", "/_mock/runs?task=ship-order")).runs;
}

beforeEach(() => send("POST", "/_mock/reset"));

test("an order is shipped", async () => {
  await plan({ output: { parcel: 1 } });

  const id = await ship("4711");

  const [run, ...others] = await runs();
  assert.deepEqual(others, []);
  assert.equal(run?.id, id);
  assert.deepEqual(run?.payload, { order: "4711" });
  assert.equal(run?.status, "COMPLETED");
  assert.deepEqual(run?.output, { parcel: 1 });
});

test("the first attempts fail", async () => {
  await plan({ error: "No stock", times: 2 }, { output: "shipped" });

  for (let attempt = 0; attempt < 3; attempt++) {
    await ship("4711");
  }

  assert.deepEqual(
    (await runs()).map((run) => [run.status, run.error]),
    [["FAILED", "No stock"], ["FAILED", "No stock"], ["COMPLETED", undefined]],
  );
});

test("the outcome depends on the payload", async () => {
  await plan(
    { payload: { order: "4711" }, error: "No stock" },
    { payload: { order: "4712" }, stayQueued: true },
    { output: "shipped" },
  );

  for (const order of ["4711", "4712", "4713"]) {
    await ship(order);
  }

  const statuses = Object.fromEntries((await runs()).map((run) => [run.payload.order, run.status]));
  assert.deepEqual(statuses, { "4711": "FAILED", "4712": "QUEUED", "4713": "COMPLETED" });
});
