package io.github.triggerapi.mock.internal.control;

import io.github.triggerapi.mock.internal.control.api.ListRequestsParameters;
import io.github.triggerapi.mock.internal.control.api.RequestsApi;
import io.github.triggerapi.mock.internal.control.model.RequestPage;
import io.github.triggerapi.mock.internal.control.model.VerdictFilter;
import io.github.triggerapi.mock.internal.log.RequestLog;
import io.github.triggerapi.mock.request.RecordedRequest;
import java.util.List;

/** Shows recorded requests. */
final class RequestsResource implements RequestsApi {
    private final RequestLog log;

    RequestsResource(RequestLog log) {
        this.log = log;
    }

    @Override
    public RequestPage listRequests(ListRequestsParameters parameters) {
        VerdictFilter verdict = parameters.verdict();
        String after = parameters.after();
        int size = PageSize.size(parameters.limit());
        // One more than the page has tells whether there is a next page.
        List<RecordedRequest> found = log.list(
                request -> verdict == null || verdict.value().equals(RequestMapper.verdict(request)),
                after == null ? 0 : Long.parseLong(after),
                size + 1);
        List<RecordedRequest> shown = found.subList(0, Math.min(size, found.size()));
        return RequestPage.builder()
                .requests(shown.stream().map(RequestMapper::of).toList())
                .next(found.size() > size ? String.valueOf(shown.get(size - 1).number()) : null)
                .build();
    }
}
