package az.dost.vahid.exchange;

import io.undertow.servlet.spec.HttpServletRequestImpl;
import jakarta.servlet.http.HttpServletRequest;
import org.xnio.IoUtils;

/** Breaks the client's connection: an answer without a stated length would otherwise end as if it were complete. */
final class BrokenAnswer {
    static void cut(HttpServletRequest request) {
        if (OpaqueRequest.original(request) instanceof HttpServletRequestImpl undertow) {
            IoUtils.safeClose(undertow.getExchange().getConnection());
        }
    }

    private BrokenAnswer() { }
}
