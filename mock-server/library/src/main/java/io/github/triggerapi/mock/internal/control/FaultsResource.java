package io.github.triggerapi.mock.internal.control;

import io.github.triggerapi.mock.fault.ActiveFault;
import io.github.triggerapi.mock.internal.control.api.FaultsApi;
import io.github.triggerapi.mock.internal.control.model.FaultEntry;
import io.github.triggerapi.mock.internal.control.model.FaultList;
import io.github.triggerapi.mock.internal.control.model.FaultRule;
import io.github.triggerapi.mock.internal.fault.ActiveFaults;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;

/** Shows, adds and removes faults. */
final class FaultsResource implements FaultsApi {
    /** The maximum number of faults, because each request is compared with all of them. */
    private static final int MAX_FAULTS = 1000;

    private final ActiveFaults faults;

    FaultsResource(ActiveFaults faults) {
        this.faults = faults;
    }

    @Override
    public FaultList listFaults() {
        return FaultList.builder()
                .faults(faults.all().stream().map(FaultsResource::entry).toList())
                .build();
    }

    @Override
    public FaultEntry addFault(FaultRule rule) {
        if (faults.all().size() >= MAX_FAULTS) {
            throw new RejectedRequestException(
                    409, "There are %d faults already; remove some first".formatted(MAX_FAULTS));
        }
        try {
            return entry(faults.add(FaultMapper.fault(rule)));
        } catch (IllegalArgumentException e) {
            throw new RejectedRequestException(400, "Validation error: " + e.getMessage());
        }
    }

    @Override
    public void removeFault(String id) {
        if (!faults.remove(id)) {
            throw new RejectedRequestException(404, "Fault \"" + id + "\" not found");
        }
    }

    @Override
    public void clearFaults() {
        faults.clear();
    }

    private static FaultEntry entry(ActiveFault active) {
        return FaultEntry.builder()
                .id(active.id())
                .applied(active.applied())
                .exhausted(active.isExhausted())
                .fault(FaultMapper.of(active.fault()))
                .build();
    }
}
