package io.github.triggerapi.mock.internal.control;

import io.github.triggerapi.mock.fault.Fault.Kind;
import io.github.triggerapi.mock.internal.control.model.RequestInfo;
import io.github.triggerapi.mock.request.RecordedRequest;
import java.time.ZoneOffset;
import java.util.Locale;

/** Converts recorded requests to the models of the control API. */
final class RequestMapper {
    private RequestMapper() {}

    static RequestInfo of(RecordedRequest request) {
        Kind kind = request.faultKind();
        return RequestInfo.builder()
                .number(request.number())
                .time(request.time().atOffset(ZoneOffset.UTC))
                .method(request.method())
                .path(request.path())
                .verdict(verdict(request))
                .headers(request.headers())
                .body(request.bodyText())
                .bodyBytes(request.bodyBytes())
                .reason(request.reason())
                .runId(request.runId())
                .faultId(request.faultId())
                .faultKind(kind == null ? null : FaultMapper.name(kind))
                .status(request.status() == 0 ? null : Long.valueOf(request.status()))
                .build();
    }

    static String verdict(RecordedRequest request) {
        return request.verdict().name().toLowerCase(Locale.ROOT);
    }
}
