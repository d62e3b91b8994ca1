package az.dost.vahid.edge.server;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Enumeration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Whether requests with its header were looked at, and whether by a thread that is not the servlet's own. */
final class OtherThreads {
    static final String HEADER = "tracestate";
    private volatile boolean looked;
    private volatile boolean met;

    boolean looked() {
        return looked;
    }

    boolean met() {
        return met;
    }

    @Bean
    FilterRegistrationBean<Filter> watched() {
        FilterRegistrationBean<Filter> filter =
                new FilterRegistrationBean<>((request, response, chain) -> chain.doFilter(
                        ((HttpServletRequest) request).getHeader(HEADER) == null
                                ? request
                                : new Watched((HttpServletRequest) request),
                        response));
        filter.setAsyncSupported(true);
        return filter;
    }

    private final class Watched extends HttpServletRequestWrapper {
        private final Thread servlet = Thread.currentThread();

        private Watched(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            look();
            return super.getHeaderNames();
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            look();
            return super.getInputStream();
        }

        private void look() {
            looked = true;
            met |= Thread.currentThread() != servlet;
        }
    }
}
