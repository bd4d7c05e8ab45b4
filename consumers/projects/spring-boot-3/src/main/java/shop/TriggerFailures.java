package shop;

import io.github.triggerapi.client.error.ServerErrorException;
import io.github.triggerapi.client.error.TooManyRequestsException;
import io.github.triggerapi.client.error.TriggerConnectionException;
import io.github.triggerapi.client.error.TriggerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
class TriggerFailures {

    private static final Logger LOGGER = LoggerFactory.getLogger(TriggerFailures.class);

    /** Trigger.dev is not reachable, overloaded or broken: the request may succeed later. */
    @ExceptionHandler({TriggerConnectionException.class, TooManyRequestsException.class, ServerErrorException.class})
    ProblemDetail unavailable(TriggerException failure) {
        LOGGER.warn("Trigger.dev is not available: {}", failure.getMessage());
        return ProblemDetail.forStatus(HttpStatus.SERVICE_UNAVAILABLE);
    }

    /** Trigger.dev refused the call, for example because of the key: repeating it does not help. */
    @ExceptionHandler
    ProblemDetail refused(TriggerException failure) {
        LOGGER.error("Trigger.dev refused a call", failure);
        return ProblemDetail.forStatus(HttpStatus.BAD_GATEWAY);
    }
}
