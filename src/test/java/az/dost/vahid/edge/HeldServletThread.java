package az.dost.vahid.edge;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Enumeration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * The servlet's thread, held up where it is about to let the request go on without it, as a busy machine holds it up now and
 * then; and whether another thread came to the request in that time.
 */
final class HeldServletThread {
    static final String HEADER = "X-Held";
    private static final int HELD_MS = 500;
    private volatile boolean met;

    /** Since it was asked last. */
    boolean met() {
        boolean was = met;
        met = false;
        return was;
    }

    @Bean
    FilterRegistrationBean<Filter> held() {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> chain.doFilter(
                ((HttpServletRequest) request).getHeader(HEADER) == null ? request : new Held((HttpServletRequest) request), response));
        filter.setAsyncSupported(true);
        return filter;
    }

    private final class Held extends HttpServletRequestWrapper {
        private final Thread servlet = Thread.currentThread();
        private final CountDownLatch others = new CountDownLatch(1);
        private volatile boolean letGo;

        private Held(HttpServletRequest request) {
            super(request);
        }

        @Override
        public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
            try {
                met |= others.await(HELD_MS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            AsyncContext context = super.startAsync(request, response);
            letGo = true;
            return context;
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
            if (!letGo && Thread.currentThread() != servlet) {
                others.countDown();
            }
        }
    }
}
