package az.dost.vahid.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.springframework.core.task.TaskDecorator;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Another thread begins with a request when the servlet's own has let go of it. Camel's platform-http gives the request to
 * its pool before the servlet has started asynchronous mode (Jakarta Servlet 6.0, section 2.3.3.4: a request is not safe for
 * threads); read at the same time by both, it was answered by an empty 200 once in some ten thousand.
 */
final class HandOver extends OncePerRequestFilter implements TaskDecorator {
    private static final String LET_GO = HandOver.class.getName();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        CountDownLatch letGo = new CountDownLatch(1);
        request.setAttribute(LET_GO, letGo);
        try {
            chain.doFilter(request, response);
        } finally {
            letGo.countDown();
        }
    }

    /** A task that was not given by a servlet's thread is as it was. */
    @Override
    public Runnable decorate(Runnable task) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null || !(request.getAttribute(LET_GO, RequestAttributes.SCOPE_REQUEST) instanceof CountDownLatch letGo)) {
            return task;
        }
        return () -> {
            try {
                letGo.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            task.run();
        };
    }
}
