package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.fault.Fault;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page of the server in a browser. */
@Tag("independent")
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class PageTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    /** Returns the names of fields that overlap the next field. */
    private static final String COVERED = """
            [...document.querySelectorAll('.fields')].filter((form) => form.checkVisibility()).flatMap((form) => {
              const boxes = [...form.elements].filter((one) => one.checkVisibility())
                .map((one) => [one.name, one.getBoundingClientRect()]);
              return boxes.filter(([name, box], at) => boxes.slice(at + 1).some(([, next]) =>
                box.right > next.left && box.bottom > next.top && box.top < next.bottom && box.left < next.right));
            }).map(([name]) => name)""";

    private static Browser browser;

    private MockServer server =
            MockServer.builder().clock(MockClock.stoppedAt(NOW)).stayQueued().start();

    @BeforeAll
    static void startBrowser(@TempDir Path profile) {
        browser = Browser.start(profile);
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void replace(MockServer other) {
        server.close();
        server = other;
    }

    private String trigger(String body) {
        return trigger(body, "tr_dev_1234");
    }

    private String trigger(String body, String key) {
        String statusAndBody = Caller.of(server)
                .header("Authorization", "Bearer " + key)
                .body(body)
                .statusAndBody();
        assertThat(statusAndBody).startsWith("200 ");
        return server.runs().get(server.runs().size() - 1).id();
    }

    @Test
    void explainsHowToTriggerARunAndShowsIt() {
        browser.open(server, "");
        browser.untilText("#first-run-command", "curl -X POST " + server.url() + "/api/v1/tasks/my-task/trigger");
        String id = trigger("{}");
        browser.untilText("#view-runs tbody", id);
        browser.until("document.getElementById('first-run').hidden");
        browser.until("document.getElementById('news').textContent === '1 new run'");
        server.task("my-task").completeAfter(Duration.ZERO);
        browser.untilText("#view-runs tbody", "Completed");
        browser.checkStaysAtHome();
    }

    @Test
    void closesItsConnectionWhenLeftAndReconnectsWhenBack() {
        // A browser opens six connections to a server.
        for (int left = 0; left < 7; left++) {
            browser.open(server, "runs");
            browser.untilText("#first-run", "No runs yet");
        }
        browser.leave();
        String id = trigger("{}");
        browser.back();
        browser.untilText("#view-runs tbody", id);
        browser.untilText("#link", "live");
        browser.until("document.getElementById('error').hidden");
    }

    @Test
    void aRunCanBeOpenedByKeyboardAndHasAnAddress() {
        trigger(
                "{\"payload\":{\"html\":\"<img src=x>\"},\"context\":{\"user\":7},\"options\":{\"tags\":[\"<b>tag</b>\"]}}");
        browser.open(server, "runs");
        browser.untilText("#view-runs tbody", "<b>tag</b>");
        String id = server.runs().get(0).id();
        browser.find("#view-runs tbody a").sendKeys(Keys.ENTER);
        browser.untilText("#run-parts", "<img src=x>");
        assertThat(browser.eval("location.hash")).isEqualTo("#/runs/" + id);
        browser.reload();
        browser.untilText("#run-parts", "<img src=x>");
        browser.click("#run-parts a[href*=requests]");
        browser.untilText("#request-parts", "Bearer tr_dev_***");
        assertThat(browser.eval("document.querySelectorAll('main img, main b').length"))
                .isEqualTo(0L);
        browser.back();
        browser.back();
        browser.untilText("#view-runs tbody", id);
        browser.find("#view-runs tbody a").sendKeys(Keys.ENTER);
        browser.until("document.activeElement.id === 'run-heading'");
        browser.back();
        browser.until("document.activeElement.hash === '#/runs/" + id + "'");
        browser.open(server, "runs/run_unknown");
        browser.untilText("#view-run", "There is no run run_unknown");
        browser.checkStaysAtHome();
    }

    @Test
    void aRunThatIsShownChangesAndIsRemoved() {
        String id = trigger("{\"options\":{\"delay\":\"1h\"}}");
        browser.open(server, "runs/" + id);
        browser.untilText("#run-heading", "Delayed");
        browser.untilText(".timeline", "delayed 0 ms so far");
        server.task("my-task").completeAfter(Duration.ofMinutes(2));
        server.clock().advance(Duration.ofMinutes(61));
        browser.untilText("#run-heading", "Executing");
        browser.untilText(".timeline", "executing 1 m so far");
        server.clock().advance(Duration.ofMinutes(1));
        browser.untilText("#run-heading", "Completed");
        browser.untilText(".timeline", "delayed 1 h");
        server.reset();
        browser.untilText("#view-run", "There is no run " + id);
    }

    @Test
    void triggersARunAgainAndCopiesItsRequest() {
        String body = "{\"payload\":\"it's\",\"options\":{\"tags\":[\"a\"]}}";
        String id = trigger(body);
        browser.open(server, "runs/" + id);
        browser.click("#run-actions [data-name^=Send]");
        browser.until("!['', '#/runs/" + id + "'].includes(location.hash)");
        browser.untilText("#run-parts", "Payload");
        assertThat(server.runs()).hasSize(2);
        assertThat(server.runs().get(1).payloadJson()).isEqualTo("\"it's\"");
        assertThat(server.runs().get(1).optionsJson())
                .isEqualTo(server.runs().get(0).optionsJson());
        assertThat(server.runs().get(1).environment()).isEqualTo("dev");
        browser.catchCopies();
        browser.click("#run-actions button:last-child");
        browser.until("window.copied");
        assertThat(browser.eval("window.copied").toString())
                .startsWith("curl -X POST " + server.url() + "/api/v1/tasks/my-task/trigger \\\n")
                .contains("-H 'Authorization: Bearer tr_dev_1'")
                .endsWith("--data-raw '" + body.replace("'", "'\\''") + "'");
    }

    @Test
    void theSameIdempotencyKeyTriggersTheSameRun() {
        browser.open(server, "runs/" + trigger("{\"options\":{\"idempotencyKey\":\"k\"}}"));
        browser.click("#run-actions [data-name^=Send]");
        browser.untilText("#notice", "Its idempotency key led to the same run");
        assertThat(server.runs()).hasSize(1);
    }

    @Test
    void asksForAKeyIfNotAllAreAccepted() {
        replace(MockServer.builder().stayQueued().keys("tr_dev_$&").start());
        String id = trigger("{}", "tr_dev_$&");
        browser.open(server, "runs/" + id);
        browser.click("#run-actions [data-name^=Send]");
        browser.untilText("#token-heading", "API key");
        browser.type("#token input", "tr_dev_$&");
        browser.press(Keys.ENTER);
        browser.until("!['', '#/runs/" + id + "'].includes(location.hash)");
        assertThat(server.runs()).hasSize(2);
    }

    @Test
    void cancelsReschedulesAndReplaysRuns() {
        String id = trigger("{\"payload\":7,\"options\":{\"delay\":\"1h\",\"tags\":[\"a\"]}}");
        browser.open(server, "runs/" + id);
        browser.click("#run-actions [data-name=Reschedule]");
        browser.type("#reschedule input", "soon");
        browser.press(Keys.ENTER);
        browser.untilText("#reschedule-problem", "must be a duration such as 1h42m");
        browser.type("#reschedule input", "2h");
        browser.press(Keys.ENTER);
        browser.until("!document.getElementById('reschedule').open");
        browser.untilText("#run-parts", "2026-11-24 02:00:00.000 UTC");
        browser.until("document.activeElement.textContent === 'Reschedule'");
        browser.click("#run-actions [data-name=\"Cancel run\"]");
        browser.untilText("#run-heading", "Canceled");
        assertThat(browser.eval("[...document.querySelectorAll('#run-actions button')].map((one) => one.textContent)"))
                .isEqualTo(List.of("Replay", "Send request again", "Copy as curl"));
        browser.click("#run-actions [data-name=Replay]");
        browser.untilText("#run-heading", "Queued");
        assertThat(server.runs()).extracting(Run::payloadJson).containsExactly("7", "7");
        browser.click("#run-parts a.tag");
        browser.untilText("#view-runs .total", "2 runs");
        assertThat(browser.eval("document.querySelector('#runs-filter [name=tag]').value"))
                .isEqualTo("a");
    }

    @Test
    void showsAFailedRunAmongItsRelatives() {
        String run = "{\"id\":\"%s\",\"task\":\"t\",\"environment\":\"dev\",\"number\":%d,\"version\":0,\"tags\":[],"
                + "\"queue\":\"task/t\",\"createdAt\":\"%s\",\"queuedAt\":\"%s\",\"status\":\"%s\"%s}";
        String failed =
                ",\"startedAt\":\"%1$s\",\"finishedAt\":\"%1$s\",\"error\":\"No stock\",\"errorName\":\"StockError\","
                        + "\"stackTrace\":\"at Stock.take\",\"attemptCount\":3,\"batchId\":\"batch_1\",\"metadata\":{\"step\":2}";
        String runs = String.join(
                ",",
                run.formatted("run_root", 1, NOW, NOW, "QUEUED", ""),
                run.formatted(
                        "run_mine",
                        4,
                        NOW,
                        NOW,
                        "FAILED",
                        failed.formatted(NOW) + ",\"rootRunId\":\"run_root\",\"parentRunId\":\"run_gone\",\"depth\":3"),
                run.formatted(
                        "run_child",
                        5,
                        NOW,
                        NOW,
                        "QUEUED",
                        ",\"rootRunId\":\"run_root\",\"parentRunId\":\"run_mine\",\"depth\":4"));
        assertThat(Caller.of(server)
                        .without("Authorization")
                        .method("PUT")
                        .path("/_mock/state")
                        .body("{\"format\":1,\"time\":\"%s\",\"runs\":[%s],\"limits\":[],\"requestKeys\":[]}"
                                .formatted(NOW, runs))
                        .statusAndBody())
                .isEqualTo("204 ");
        browser.open(server, "runs/run_mine");
        browser.untilText(".tree", "run_goneno longer kept");
        browser.untilText(".tree > li > .node", "Queuedtrun_root");
        browser.untilText(".tree > li > ul > li > .node", "1 run between");
        browser.untilText(".tree li:has(> .node strong) > ul", "run_child");
        browser.untilText("#run-parts", "StockError");
        browser.untilText("#run-parts", "\"step\": 2");
        assertThat(browser.eval("document.querySelector('#run-parts details').open"))
                .isEqualTo(false);
        server.cancel("run_child");
        browser.untilText(".tree li:has(> .node strong) > ul", "Canceled");
        browser.click("#run-actions .primary");
        browser.until("!location.hash.endsWith('run_mine')");
        assertThat(server.runs()).hasSize(4);
        browser.back();
        browser.click("#run-parts a[href*=batch_1]");
        browser.untilText("#view-runs .total", "1 of 4 runs");
    }

    @Test
    void pausesAndResumesAQueue() {
        trigger("{}");
        browser.open(server, "queues");
        browser.click("#queue-table button");
        browser.untilText("#queue-table tbody", "paused");
        browser.until("document.activeElement.textContent === 'Resume'");
        server.task("my-task").completeAfter(Duration.ZERO);
        assertThat(server.runs()).extracting(Run::status).containsExactly(RunStatus.QUEUED);
        browser.click("#queue-table button");
        browser.untilText("#queue-table", "No queue");
        assertThat(server.runs()).extracting(Run::status).containsExactly(RunStatus.COMPLETED);
    }

    @Test
    void filtersRuns() {
        String tagged =
                trigger("{\"options\":{\"tags\":[\"urgent\"],\"queue\":{\"name\":\"q\"},\"idempotencyKey\":\"k7\"}}");
        trigger("{\"options\":{\"delay\":\"1h\"}}");
        browser.open(server, "runs");
        browser.untilText("#view-runs .total", "2 runs");
        browser.click("#view-runs .folder");
        browser.type("#view-runs [name=tag]", "URG");
        browser.untilText("#view-runs .total", "1 of 2 runs");
        browser.untilText("#view-runs tbody", tagged);
        browser.type("#view-runs [name=key]", "k8");
        browser.untilText("#view-runs .empty", "No run matches the filter");
        browser.click("#view-runs [type=reset]");
        browser.untilText("#view-runs .total", "2 runs");
        browser.untilText("#view-runs .chip[data-value=DELAYED]", "Delayed 1");
        browser.untilText("#view-runs .chip[data-value=FAILED]", "Failed 0");
        browser.click("#view-runs .chip[data-value=QUEUED]");
        browser.untilText("#view-runs .total", "1 of 2 runs");
        browser.untilText("#view-runs tbody", tagged);
        browser.untilText("#view-runs .chip[data-value=DELAYED]", "Delayed 1");
        browser.click("#view-runs .chip[data-value=DELAYED]");
        browser.untilText("#view-runs .total", "2 runs");
    }

    @Test
    void hasFewElementsWithTenThousandRuns() {
        String runs = IntStream.rangeClosed(1, 10_000)
                .mapToObj(number -> ("{\"id\":\"run_%d\",\"task\":\"t\",\"environment\":\"dev\",\"status\":\"QUEUED\","
                                + "\"number\":%d,\"version\":0,\"tags\":[],\"queue\":\"task/t\",\"createdAt\":\"%s\","
                                + "\"queuedAt\":\"%s\"}")
                        .formatted(number, number, NOW, NOW))
                .collect(Collectors.joining(","));
        assertThat(Caller.of(server)
                        .without("Authorization")
                        .method("PUT")
                        .path("/_mock/state")
                        .body("{\"format\":1,\"time\":\"%s\",\"runs\":[%s],\"limits\":[],\"requestKeys\":[]}"
                                .formatted(NOW, runs))
                        .statusAndBody())
                .isEqualTo("204 ");
        browser.open(server, "runs");
        browser.untilText("#view-runs .total", "10,000 runs, 1 to 50");
        assertThat(browser.eval("document.querySelectorAll('#view-runs tbody tr').length"))
                .isEqualTo(50L);
        browser.find("#view-runs .pager button:last-of-type").click();
        browser.untilText("#view-runs .total", "51 to 100");
        browser.untilText("#view-runs tbody", "run_9901");
    }

    @Test
    void showsWhyRequestsWereRejectedOrFaulted() {
        Caller.of(server).body("[]").send();
        server.addFault(Fault.status(503).times(1));
        Caller.of(server).send();
        trigger("{}");
        server.clearFaults();
        browser.open(server, "requests");
        browser.untilText("#view-requests .total", "3 requests");
        browser.untilText("#view-requests tbody", "fault_1: respond with 503");
        browser.click("#view-requests .chip[data-value=rejected]");
        browser.untilText("#view-requests .total", "1 of 3 requests");
        browser.untilText("#view-requests tbody", "Validation error");
        browser.click("#view-requests tbody td.request");
        browser.untilText("#request-parts", "Validation error");
        browser.open(server, "requests/2");
        browser.untilText("#request-parts dl", "fault_1: respond with 503");
        browser.open(server, "requests/4");
        browser.untilText("#request-parts", "There is no request 4");
    }

    @Test
    void namesTheQueueOfARunOnlyIfItIsNotThatOfItsTask() {
        trigger("{}");
        browser.open(server, "runs");
        browser.untilText("#view-runs tbody", "my-task");
        assertThat(browser.eval("document.querySelectorAll('#view-runs .queue').length"))
                .isEqualTo(0L);
        trigger("{\"options\":{\"queue\":{\"name\":\"paid\"},\"concurrencyKey\":\"c1\"}}");
        browser.untilText("#view-runs .queue", "paid · c1");
    }

    @Test
    void showsTheLoadOfQueues() {
        trigger("{}");
        browser.open(server, "queues");
        browser.untilText("#queue-table tbody", "task/my-task");
        browser.until(
                "document.querySelector('#queue-chart svg')?.getAttribute('aria-label').includes('1 queued and 0')");
    }

    @Test
    void movesAStoppedClock() {
        browser.open(server, "clock");
        browser.untilText("#clock-time", "2026-11-24 00:00:00 UTC");
        browser.type("#clock-advance input", "1h42m");
        browser.click("#clock-advance button");
        browser.untilText("#clock-time", "2026-11-24 01:42:00 UTC");
        browser.type("#clock-set input", "2026-11-23T00:00:00Z");
        browser.click("#clock-set button");
        browser.untilText("#error p", "time");
        replace(MockServer.builder().start());
        browser.open(server, "clock");
        browser.untilText("#clock-description", "cannot be moved");
        browser.untilText("#clock-how", "--clock 2026-");
        browser.until("document.getElementById('clock-forms').hidden");
    }

    @Test
    void addsAndRemovesFaultsAndResets() {
        trigger("{}");
        browser.open(server, "faults");
        // It moves the buttons below it.
        browser.untilText("#fault-list", "No faults");
        browser.click("#usual-faults button");
        browser.click("#view-faults summary");
        assertThat(browser.eval(COVERED)).isEqualTo(List.of());
        browser.untilText("#fault-list", "503");
        assertThat(server.faults()).hasSize(1);
        browser.click("#fault-list li button");
        browser.untilText("#fault-list", "No faults");
        assertThat(server.faults()).isEmpty();
        browser.until("document.activeElement.id === 'faults-heading'");
        browser.click("#reset");
        browser.press(Keys.ESCAPE);
        browser.until("!document.getElementById('confirm').open");
        assertThat(server.runs()).hasSize(1);
        browser.click("#reset");
        browser.click("#confirm .danger");
        browser.open(server, "runs");
        browser.untilText("#first-run", "No runs yet");
        assertThat(server.runs()).isEmpty();
    }

    @Test
    void asksForTheControlTokenAndDoesNotStoreIt() {
        replace(MockServer.builder().controlToken("secret").start());
        browser.open(server, "runs");
        browser.click("#token input");
        browser.type("#token input", "wrong");
        browser.press(Keys.ENTER);
        browser.untilText("#token-heading", "Wrong control token");
        browser.type("#token input", "secret");
        browser.press(Keys.ENTER);
        browser.untilText("#first-run", "No runs yet");
        browser.untilText("#link", "live");
        trigger("{}");
        browser.untilText("#view-runs tbody", "my-task");
        assertThat(browser.eval("localStorage.length + sessionStorage.length + document.cookie.length"))
                .isEqualTo(0L);
    }

    @Test
    void showsBothDocumentsAndSendsRequests() {
        browser.open(server, "documents");
        browser.untilText("#viewer", "/api/v1/tasks");
        browser.click("#viewer .opblock-summary-control");
        browser.type("#viewer .parameters input", "my-task");
        browser.click("#viewer .execute");
        browser.untilText("#viewer .live-responses-table", "No authorization header provided");
        assertThat(server.requests()).hasSize(1);
        browser.click("[data-document=\"/_mock/openapi.yaml\"]");
        browser.untilText("#viewer", "Control API of a mock server");
        browser.untilText("#viewer", "/_mock/clock/advance");
        browser.checkStaysAtHome();
        String brightness = "getComputedStyle(document.querySelector('#viewer .info .title')).color.match(/\\d+/g)[0]";
        assertThat(browser.eval(brightness + " < 100")).isEqualTo(true);
        browser.dark(true);
        try {
            browser.until(brightness + " > 150");
        } finally {
            browser.dark(false);
        }
    }

    @Test
    void fitsAPhone() {
        String queue = "a-queue-of-which-the-name-is-much-longer-than-the-screen-of-a-phone-is-wide";
        trigger("{\"options\":{\"queue\":{\"name\":\"%s\"},\"concurrencyKey\":\"key\"}}".formatted(queue));
        browser.phone(360, 740);
        try {
            for (String view : new String[] {"runs", "requests", "queues", "clock", "faults"}) {
                browser.open(server, view);
                browser.untilText("#link", "live");
                browser.until("document.querySelector('nav [aria-current]').hash === '#/" + view + "'");
                if (view.equals("queues")) {
                    browser.untilText("#queue-choice", queue);
                    browser.untilText("#queue-chart", "executing");
                    assertThat(browser.eval(
                                    "document.querySelector('#queue-chart text').getBoundingClientRect().height > 10"))
                            .isEqualTo(true);
                }
                assertThat(browser.eval("[screen.width, document.documentElement.scrollWidth]"))
                        .as(view)
                        .isEqualTo(List.of(360L, 360L));
            }
            browser.open(server, "runs");
            browser.untilText("#view-runs tbody", queue);
            browser.phone(390, 844);
            assertThat(browser.eval(
                            "document.querySelector('#view-runs tbody tr').getBoundingClientRect().bottom < 500"))
                    .isEqualTo(true);
        } finally {
            browser.desktop();
        }
    }
}
