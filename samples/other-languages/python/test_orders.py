"""Tests an application in Python with the mock server. The standard library is enough.

Start the server (mock-server/standalone/trigger-mock), then run:

    python3 -m unittest -v test_orders.py
"""

import json
import os
import unittest
import urllib.parse
import urllib.request

API_URL = os.environ.get("TRIGGER_API_URL", "http://127.0.0.1:8030")
SECRET_KEY = os.environ.get("TRIGGER_SECRET_KEY", "tr_dev_1234")


def send(method, path, body=None):
    """Returns the JSON of the response, None if it has no body. Raises an HTTPError for an error."""
    request = urllib.request.Request(
        API_URL + path,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": "Bearer " + SECRET_KEY, "Content-Type": "application/json"},
        method=method,
    )
    with urllib.request.urlopen(request, timeout=10) as response:
        text = response.read()
        return json.loads(text) if text else None


def ship(order):
    """Part of the application: triggers a task and returns the id of its run."""
    run = send("POST", "/api/v1/tasks/ship-order/trigger", {"payload": {"order": order}})
    return run["id"]


class OrdersTest(unittest.TestCase):
    def setUp(self):
        send("POST", "/_mock/reset")

    def plan(self, *outcomes):
        """Sets what becomes of the runs of the task."""
        send("PUT", "/_mock/tasks/ship-order", {"outcomes": list(outcomes)})

    def runs(self, **parameters):
        """Returns the runs once none of them can go on by itself."""
        send("GET", "/_mock/idle?timeout=5000")
        query = urllib.parse.urlencode({"task": "ship-order", **parameters})
        return send("GET", "/_mock/runs?" + query)["runs"]

    def test_order_is_shipped(self):
        self.plan({"output": {"parcel": 1}})

        run = ship("4711")

        (found,) = self.runs()
        self.assertEqual(run, found["id"])
        self.assertEqual({"order": "4711"}, found["payload"])
        self.assertEqual("COMPLETED", found["status"])
        self.assertEqual({"parcel": 1}, found["output"])

    def test_first_attempts_fail(self):
        self.plan({"error": "No stock", "times": 2}, {"output": "shipped"})

        for _ in range(3):
            ship("4711")

        self.assertEqual(["FAILED", "FAILED", "COMPLETED"], [run["status"] for run in self.runs()])
        self.assertEqual(["No stock", "No stock"], [run["error"] for run in self.runs(status="FAILED")])

    def test_outcome_depends_on_the_payload(self):
        self.plan(
            {"payload": {"order": "4711"}, "error": "No stock"},
            {"payload": {"order": "4712"}, "stayQueued": True},
            {"output": "shipped"},
        )

        statuses = {}
        for order in ("4711", "4712", "4713"):
            ship(order)
        for run in self.runs():
            statuses[run["payload"]["order"]] = run["status"]

        self.assertEqual({"4711": "FAILED", "4712": "QUEUED", "4713": "COMPLETED"}, statuses)


if __name__ == "__main__":
    unittest.main()
