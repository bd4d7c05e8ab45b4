package io.github.triggerapi.benchmarks;

import java.util.function.Function;

/** The implementations to compare. */
public enum Implementation {
    CLIENT("this client", ClientTrigger::new),
    OKHTTP("OkHttp + Gson, handwritten", OkHttpTrigger::new),
    JDK("JDK HttpClient + Gson, handwritten", JdkTrigger::new);

    /** The implementation that the others are compared with. */
    static final Implementation REFERENCE = OKHTTP;

    private final String title;
    private final Function<String, TaskTrigger> factory;

    Implementation(String title, Function<String, TaskTrigger> factory) {
        this.title = title;
        this.factory = factory;
    }

    String title() {
        return title;
    }

    /** @param url the URL of the server without trailing slash */
    TaskTrigger create(String url) {
        return factory.apply(url);
    }
}
