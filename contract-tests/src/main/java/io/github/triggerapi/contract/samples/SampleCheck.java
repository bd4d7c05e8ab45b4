package io.github.triggerapi.contract.samples;

import io.github.triggerapi.contract.judge.Exchange;
import io.github.triggerapi.contract.judge.HttpMessage.Request;
import io.github.triggerapi.contract.judge.HttpMessage.Response;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.Operation;
import io.github.triggerapi.contract.report.CheckResult;
import io.github.triggerapi.contract.report.Problem;
import io.github.triggerapi.contract.samples.CodeSamples.Sample;
import io.github.triggerapi.contract.samples.Interpreters.Interpreter;
import io.github.triggerapi.contract.samples.Interpreters.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Runs the code samples of the document against the mock server: they send what the document allows, and it is accepted. */
public final class SampleCheck implements AutoCloseable {

    public static final String NAME = "code samples";

    /** A sample takes its key from the environment, where it does not name one. */
    private static final Pattern KEY = Pattern.compile("Bearer \\$\\{?(\\w+)|environ\\[['\"](\\w+)");

    private final Judge judge;
    private final Function<Request, Response> server;
    private final BiFunction<Operation, JsonNode, Request> requests;
    private final String key;
    private final boolean programs;
    private final JudgingProxy proxy;

    /**
     * A check.
     *
     * @param server answers requests
     * @param requests gives a good request for an operation, with a body of one's own
     * @param key lets requests in, where they need one
     * @param programs whether samples are run that are programs, with what they may do on this computer
     */
    public SampleCheck(
            Judge judge,
            Function<Request, Response> server,
            BiFunction<Operation, JsonNode, Request> requests,
            String key,
            boolean programs) {
        this.judge = judge;
        this.server = server;
        this.requests = requests;
        this.key = key;
        this.programs = programs;
        this.proxy = new JudgingProxy(judge, server);
    }

    @Override
    public void close() {
        proxy.close();
    }

    /** Checks the samples of one operation. */
    public CheckResult run(Operation operation) {
        long start = System.nanoTime();
        List<Problem> problems = new ArrayList<>();
        Set<String> notes = new TreeSet<>();
        int cases = 0;
        for (Sample sample : CodeSamples.of(judge.document(), operation)) {
            cases += run(operation, sample, problems, notes) ? 1 : 0;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new CheckResult(operation.place(), NAME, cases, took, problems, List.copyOf(notes));
    }

    private boolean run(Operation operation, Sample sample, List<Problem> problems, Set<String> notes) {
        if (Interpreters.runs(sample.language())) {
            if (!programs) {
                notes.add("not run: " + sample.language() + ", as programs of this document are not to be");
                return false;
            }
            Optional<Interpreter> interpreter = Interpreters.of(sample.language());
            if (interpreter.isEmpty()) {
                notes.add("not run: " + sample.language() + ", as there is no program for it on this computer");
                return false;
            }
            program(sample, interpreter.get(), problems);
            return true;
        }
        Optional<JsonNode> body = takesPayload(operation) ? CodeSamples.triggered(sample) : Optional.empty();
        if (body.isEmpty()) {
            boolean unread = takesPayload(operation) && sample.source().contains(".trigger(");
            notes.add("not run: " + sample.language()
                    + (unread ? ", whose arguments are no literals that can be read" : ", which needs an SDK"));
            return false;
        }
        Request request = requests.apply(operation, body.get());
        judge(sample, Exchange.of(judge, request, server.apply(request)), problems);
        return true;
    }

    /** Whether the SDK has {@code trigger} for an operation: it sends payload and options. */
    private boolean takesPayload(Operation operation) {
        return operation.bodies().values().stream()
                .map(schema -> judge.document().target(schema))
                .map(schema -> judge.document().at(schema + "/properties"))
                .anyMatch(properties -> properties.has("payload") && properties.has("options"));
    }

    private void program(Sample sample, Interpreter interpreter, List<Problem> problems) {
        Map<String, String> environment = new TreeMap<>();
        KEY.matcher(sample.source())
                .results()
                .map(name -> name.group(1) == null ? name.group(2) : name.group(1))
                .forEach(name -> environment.put(name, key));
        Outcome outcome = Interpreters.run(interpreter, redirected(sample.source()), environment);
        List<Exchange> exchanges = proxy.takeExchanges();
        if (outcome.exitCode() != 0 || exchanges.isEmpty()) {
            problems.add(Problem.inDocument("#" + sample.pointer() + ": the sample ends with the exit code "
                    + outcome.exitCode() + " and has sent " + exchanges.size() + " requests: "
                    + outcome.output().strip()));
        }
        exchanges.forEach(exchange -> judge(sample, exchange, problems));
    }

    /** The sample as it stands, but for the server. */
    private String redirected(String source) {
        String redirected = source;
        for (JsonNode server : judge.document().at("/servers")) {
            String url = server.path("url").asString("").replaceAll("/+$", "");
            // Another one would be found inside of what it is not.
            if (url.matches("https?://.+")) {
                redirected = redirected.replace(url, proxy.url().toString());
            }
        }
        return redirected;
    }

    private static void judge(Sample sample, Exchange exchange, List<Problem> problems) {
        String where = "#" + sample.pointer() + ": ";
        String request = exchange.request().text();
        String response = exchange.response().text();
        if (!exchange.requestFaults().isEmpty()) {
            String message = where + exchange.requestFaults().get(0);
            problems.add(new Problem(message, request, response, true));
        } else if (exchange.response().status() / 100 != 2
                || !exchange.responseFaults().isEmpty()) {
            String message =
                    where + "the mock server answers " + exchange.response().status() + " " + exchange.responseFaults();
            problems.add(new Problem(message, request, response, false));
        }
    }
}
