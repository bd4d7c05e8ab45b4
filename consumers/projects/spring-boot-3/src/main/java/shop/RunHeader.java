package shop;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Names the client in responses. As a filter, it is created with the web server, before most beans. */
@Component
class RunHeader implements Filter {

    private final Shipping shipping;

    RunHeader(Shipping shipping) {
        this.shipping = shipping;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ((HttpServletResponse) response).setHeader("x-shipping", shipping.getClass().getSimpleName());
        chain.doFilter(request, response);
    }
}
