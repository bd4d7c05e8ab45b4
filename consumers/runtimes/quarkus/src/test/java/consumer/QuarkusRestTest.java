package consumer;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusRestTest extends RequestsTest {

    @TestHTTPResource
    String url;

    @Override
    String url() {
        return url.replaceFirst("/$", "");
    }
}
