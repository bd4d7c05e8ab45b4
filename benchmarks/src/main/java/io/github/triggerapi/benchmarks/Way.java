package io.github.triggerapi.benchmarks;

import java.util.function.Function;

/** The ways that are compared. */
public enum Way {
    CLIENT("this client", ClientCaller::new),
    OKHTTP("OkHttp + Gson by hand", OkHttpCaller::new),
    JDK("JDK HttpClient + Gson by hand", JdkCaller::new);

    /** What the others are measured by. */
    static final Way REFERENCE = OKHTTP;

    private final String title;
    private final Function<String, Caller> caller;

    Way(String title, Function<String, Caller> caller) {
        this.title = title;
        this.caller = caller;
    }

    String title() {
        return title;
    }

    /** @param url of the server, without a slash at its end */
    Caller caller(String url) {
        return caller.apply(url);
    }
}
