package az.dost.vahid.edge.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpConsumer;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.LoggingExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Camel's platform-http, but a request is served in the servlet's own thread. Camel's own engine gives it to a pool,
 * waits there, and has the servlet container dispatch it once more for the answer: two hand-overs more, and the request
 * in two threads at once until the servlet's has started asynchronous mode (Jakarta Servlet 6.0, section 2.3.3.4,
 * forbids it; decision 84).
 *
 * @param getServerPort where the server listens
 */
public record ServletThreadEngine(int getServerPort) implements PlatformHttpEngine {
    private static final Logger LOG = LoggerFactory.getLogger(ServletThreadEngine.class);

    @Override
    public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
        return new Consumer(endpoint, processor);
    }

    private static final class Consumer extends SpringBootPlatformHttpConsumer {
        Consumer(PlatformHttpEndpoint endpoint, Processor processor) {
            super(endpoint, processor, Runnable::run);
            // Callers who do not stay to the end of an answer: the record has them.
            setExceptionHandler(new LoggingExceptionHandler(
                    endpoint.getCamelContext(), ServletThreadEngine.class, LoggingLevel.DEBUG));
        }

        /** Camel would hold a body whole before its route begins, whose first step is to ask who sends it. */
        @Override
        public Exchange createExchange(boolean autoRelease) {
            Exchange exchange = super.createExchange(autoRelease);
            exchange.setProperty(Exchange.DISABLE_HTTP_STREAM_CACHE, true);
            return exchange;
        }

        /** Where a route of any face asks for original messages, Camel would hold the body whole for that. */
        @Override
        public UnitOfWork createUoW(Exchange exchange) throws Exception {
            Object body = exchange.getIn().getBody();
            exchange.getIn().setBody("");
            UnitOfWork work = super.createUoW(exchange);
            exchange.getIn().setBody(body);
            return work;
        }

        /** Null tells Spring MVC that the answer is written. */
        @Override
        public CompletableFuture<Void> service(HttpServletRequest request, HttpServletResponse response) {
            try {
                handleService(new UncachedRequest(request), response);
            } catch (Exception e) {
                // Its text may hold what was asked.
                LOG.warn(
                        "A request to {} was not answered: {}",
                        getEndpoint().getPath(),
                        e.getClass().getName());
                fail(response);
            }
            return null;
        }

        private static void fail(HttpServletResponse response) {
            try {
                if (!response.isCommitted()) {
                    response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
                }
            } catch (IOException e) {
                LOG.debug("Whoever asked has gone", e);
            }
        }
    }
}
