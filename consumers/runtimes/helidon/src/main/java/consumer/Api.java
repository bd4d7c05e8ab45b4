package consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Application;
import java.util.Set;

@ApplicationScoped
public class Api extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(Gateway.class, Reports.class, Setup.class);
    }
}
