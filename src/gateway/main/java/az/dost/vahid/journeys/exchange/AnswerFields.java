package az.dost.vahid.journeys.exchange;

import az.dost.vahid.xroad.RequestHash.Header;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.ee11.servlet.ServletApiResponse;
import org.eclipse.jetty.server.Response;

/**
 * Headers of an answer, value for value: the servlet API writes types of content in a spelling of its own, and the
 * server its own date.
 */
final class AnswerFields {
    private static final Set<String> REPLACED = Set.of("content-type", "date");

    static void add(HttpServletResponse response, Header header) {
        if (!REPLACED.contains(header.name().toLowerCase(Locale.ROOT))) {
            response.addHeader(header.name(), header.value());
            return;
        }
        ServletResponse inner = response;
        while (inner instanceof ServletResponseWrapper wrapper) {
            inner = wrapper.getResponse();
        }
        if (inner instanceof ServletApiResponse jetty && jetty.getResponse() instanceof Response.Wrapper below) {
            below.getWrapped().getHeaders().put(header.name(), header.value());
        } else {
            response.setHeader(header.name(), header.value());
        }
    }

    private AnswerFields() {}
}
