package io.github.triggerapi.mock.internal.control;

import io.github.triggerapi.mock.fault.Fault;
import io.github.triggerapi.mock.fault.Fault.Kind;
import io.github.triggerapi.mock.internal.control.model.FaultRule;
import io.github.triggerapi.mock.internal.control.model.FaultRuleKind;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts faults to and from the models of the control API. */
final class FaultMapper {
    private static final Map<Kind, FaultRuleKind> NAMES = Map.of(
            Kind.STATUS, FaultRuleKind.STATUS,
            Kind.DELAY, FaultRuleKind.DELAY,
            Kind.CUT_CONNECTION, FaultRuleKind.CUT_CONNECTION,
            Kind.CUT_RESPONSE, FaultRuleKind.CUT_RESPONSE,
            Kind.RATE_LIMIT, FaultRuleKind.RATE_LIMIT);

    private FaultMapper() {}

    /** Returns the name of a kind in the control API. */
    static String name(Kind kind) {
        return NAMES.get(kind).value();
    }

    static FaultRule of(Fault fault) {
        FaultRule.Builder rule = FaultRule.builder().kind(NAMES.get(fault.kind()));
        if (fault.kind() == Kind.STATUS) {
            rule.status(fault.status());
        }
        if (fault.kind() == Kind.DELAY || fault.kind() == Kind.RATE_LIMIT) {
            rule.millis(fault.duration().toMillis());
        }
        if (!fault.headers().isEmpty()) {
            rule.headers(fault.headers());
        }
        fault.task().ifPresent(rule::task);
        fault.times().ifPresent(rule::times);
        if (fault.probability() < 1) {
            rule.probability(fault.probability()).seed(fault.seed());
        }
        return rule.build();
    }

    /** @throws IllegalArgumentException if members do not fit together */
    static Fault fault(FaultRule rule) {
        Fault fault = bare(rule);
        if (rule.headers() != null) {
            for (Map.Entry<String, String> header : rule.headers().entrySet()) {
                fault = fault.header(header.getKey(), header.getValue());
            }
        }
        if (rule.task() != null) {
            fault = fault.forTask(rule.task());
        }
        if (rule.times() != null) {
            fault = fault.times(rule.times().intValue());
        }
        Long seed = rule.seed();
        if (rule.probability() != null) {
            fault = fault.probability(rule.probability().doubleValue(), seed == null ? 0 : seed);
        }
        return fault;
    }

    private static Fault bare(FaultRule rule) {
        FaultRuleKind kind = rule.kind();
        if (kind.equals(FaultRuleKind.STATUS)) {
            return Fault.status((int) required(rule.status(), "status", kind));
        }
        if (kind.equals(FaultRuleKind.DELAY)) {
            return Fault.delay(Duration.ofMillis(required(rule.millis(), "millis", kind)));
        }
        if (kind.equals(FaultRuleKind.RATE_LIMIT)) {
            return Fault.rateLimit(Duration.ofMillis(required(rule.millis(), "millis", kind)));
        }
        return kind.equals(FaultRuleKind.CUT_RESPONSE) ? Fault.cutResponse() : Fault.cutConnection();
    }

    private static long required(@Nullable Long value, String member, FaultRuleKind kind) {
        if (value == null) {
            throw new IllegalArgumentException("is required for the kind " + kind.value() + " at \"" + member + "\"");
        }
        return value;
    }
}
