package io.github.triggerapi.server.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/** An error such as is generated, with bounds that the vendored document has nowhere. */
public final class BoundedError {

    @JsonProperty("error")
    @Size(min = 5, max = 8)
    private String error;

    @JsonProperty(value = "code", required = true)
    @Min(1)
    @Max(99)
    private Long code;

    @JsonProperty(value = "above", required = true)
    @Min(1000)
    private Long above;

    @JsonProperty(value = "rate", required = true)
    @DecimalMin(value = "0", inclusive = false)
    @DecimalMax(value = "2.5", inclusive = false)
    private BigDecimal rate;
}
