package consumer;

import io.github.triggerapi.server.model.QueueOptions;
import io.github.triggerapi.server.model.TriggerTaskResponse;
import java.util.List;

/** Implements all operations of the interface but one. */
public class Reports implements ReportsApi {

    @Override
    public TriggerTaskResponse getReport(Long number, Long limit) {
        return TriggerTaskResponse.builder().id(number + "/" + limit).build();
    }

    @Override
    public QueueOptions createReport(QueueOptions body) {
        return body;
    }

    @Override
    public List<QueueOptions> listReports() {
        return List.of(QueueOptions.builder().name("a").build());
    }

    @Override
    public List<String> sortNames(List<String> body) {
        return body.stream().sorted().toList();
    }

    @Override
    public void deleteReport(Long number) {
        if (number > 100) {
            throw ReportsApi.deleteReport_202(
                    QueueOptions.builder().name("later").build()).header("Retry-After", 30);
        }
    }
}
