package io.github.triggerapi.contract.judge;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records exchanges with their violations. Thread-safe. */
public final class ExchangeLog {

    private final Judge judge;
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    public ExchangeLog(Judge judge) {
        this.judge = judge;
    }

    public void add(HttpMessage.Request request, HttpMessage.Response response) {
        exchanges.add(Exchange.of(judge, request, response));
    }

    /** Returns and removes the recorded exchanges, in the order of the responses. */
    public List<Exchange> take() {
        List<Exchange> taken = List.copyOf(exchanges);
        exchanges.removeAll(taken);
        return taken;
    }

    /** Returns the violations in the exchanges recorded since the last call of {@link #take}. */
    List<Violation> violations() {
        return exchanges.stream()
                .flatMap(exchange -> exchange.violations().stream())
                .toList();
    }
}
