package io.github.triggerapi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.contract.code.SwaggerSpec;
import io.swagger.v3.oas.models.info.Info;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The lock of the vendored document describes it. */
class LockTest {

    @Test
    void lockDescribesTheDocument() {
        VendoredDocument.assumeInUse();
        Properties lock = VendoredDocument.lock();
        Info info = SwaggerSpec.parse(SwaggerSpec.yaml()).openApi().getInfo();

        assertThat(lock.getProperty("title")).isEqualTo(info.getTitle());
        assertThat(lock.getProperty("version")).isEqualTo(info.getVersion());
        assertThat(lock.getProperty("source")).as("addresses or files").isNotBlank();
        assertThat(lock.getProperty("taken")).matches("\\d{4}-\\d{2}-\\d{2}");
    }
}
