package io.github.triggerapi.contract.judge;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what has passed, each exchange with what a judge says of it. Safe for use by several threads. */
public final class ExchangeLog {

    private final Judge judge;
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    public ExchangeLog(Judge judge) {
        this.judge = judge;
    }

    public void add(HttpMessage.Request request, HttpMessage.Response response) {
        exchanges.add(Exchange.of(judge, request, response));
    }

    /** What has passed since the last call, in the order of the responses. */
    public List<Exchange> take() {
        List<Exchange> taken = List.copyOf(exchanges);
        exchanges.removeAll(taken);
        return taken;
    }

    /** Every violation of what has passed since the last call of {@link #take}. */
    List<Violation> violations() {
        return exchanges.stream()
                .flatMap(exchange -> exchange.violations().stream())
                .toList();
    }
}
