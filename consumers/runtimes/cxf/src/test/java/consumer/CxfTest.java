package consumer;

import io.github.triggerapi.server.runtime.TriggerApiFeature;
import java.net.ServerSocket;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.validation.JAXRSBeanValidationInvoker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class CxfTest extends RequestsTest {

    private static Server server;
    private static String url;

    @BeforeAll
    static void start() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            url = "http://127.0.0.1:" + free.getLocalPort();
        }
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setAddress(url);
        factory.setResourceClasses(Gateway.class, Reports.class);
        factory.setProvider(new TriggerApiFeature(key -> key.equals("tr_dev_1234")));
        factory.setInvoker(new JAXRSBeanValidationInvoker());
        server = factory.create();
    }

    @AfterAll
    static void stop() {
        server.destroy();
    }

    @Override
    String url() {
        return url;
    }
}
