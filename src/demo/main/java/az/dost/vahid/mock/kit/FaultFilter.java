package az.dost.vahid.mock.kit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Plays the faults that are the same for every agency; signatures and citizens are the agencies' own business. */
final class FaultFilter extends HttpFilter {
    /** Longer than any reply limit of a connector. */
    private static final int HUGE_BYTES = 8 << 20;

    private static final long DELAY_MS = 900;
    private static final long HANG_MS = 20_000;
    private final transient Faults faults;
    private final transient Map<String, Integer> tlsPorts;
    private final transient Map<String, Recorded> last = new ConcurrentHashMap<>();

    FaultFilter(Faults faults, Map<String, Integer> tlsPorts) {
        this.faults = faults;
        this.tlsPorts = tlsPorts;
    }

    private record Recorded(int status, Map<String, String> headers, String contentType, byte[] body) {}

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String[] path = request.getRequestURI().split("/");
        String agency = path.length > 1 ? path[1] : "";
        Integer tlsPort = tlsPorts.get(agency);
        if (tlsPort != null && tlsPort != request.getLocalPort()) {
            response.sendError(404);
            return;
        }
        if (agency.equals("control") || path[path.length - 1].equals("token")) {
            chain.doFilter(request, response);
            return;
        }
        switch (faults.of(agency)) {
            case DELAY -> {
                pause(DELAY_MS);
                chain.doFilter(request, response);
            }
            case HANG -> {
                pause(HANG_MS);
                close(request);
            }
            case RESET -> close(request);
            case HTTP_500 -> write(response, 500, "text/plain", "Internal error".getBytes(StandardCharsets.US_ASCII));
            case SOAP_FAULT -> write(response, 500, "text/xml", soapFault());
            case GARBAGE -> write(response, 200, "text/plain", garbage(4096));
            case HUGE -> write(response, 200, "application/json", garbage(HUGE_BYTES));
            case TRUNCATED -> truncate(request, response, record(request, response, chain, null));
            case REPLAYED -> replay(request, response, chain, agency);
            default -> record(request, response, chain, agency).copyBodyToResponse();
        }
    }

    private ContentCachingResponseWrapper record(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, String agency)
            throws IOException, ServletException {
        ContentCachingResponseWrapper caching = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, caching);
        if (agency != null && caching.getStatus() == 200) {
            Map<String, String> headers = new ConcurrentHashMap<>();
            caching.getHeaderNames().stream()
                    .filter(name -> name.startsWith("X-"))
                    .forEach(name -> headers.put(name, caching.getHeader(name)));
            last.put(
                    agency,
                    new Recorded(
                            caching.getStatus(), headers, caching.getContentType(), caching.getContentAsByteArray()));
        }
        return caching;
    }

    private void replay(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String agency)
            throws IOException, ServletException {
        Recorded earlier = last.get(agency);
        if (earlier == null) {
            record(request, response, chain, agency).copyBodyToResponse();
            return;
        }
        earlier.headers().forEach(response::setHeader);
        write(response, earlier.status(), earlier.contentType(), earlier.body());
    }

    private static void truncate(
            HttpServletRequest request, HttpServletResponse response, ContentCachingResponseWrapper whole)
            throws IOException {
        byte[] body = whole.getContentAsByteArray();
        whole.getHeaderNames().stream()
                .filter(name -> name.startsWith("X-"))
                .forEach(name -> response.setHeader(name, whole.getHeader(name)));
        response.setStatus(whole.getStatus());
        response.setContentType(whole.getContentType());
        response.setContentLength(body.length);
        response.getOutputStream().write(body, 0, body.length / 2);
        response.flushBuffer();
        close(request);
    }

    private static void close(HttpServletRequest request) {
        ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    private static void write(HttpServletResponse response, int status, String type, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static byte[] garbage(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + 7);
        }
        return bytes;
    }

    private static byte[] soapFault() {
        return ("<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><soap:Fault>"
                        + "<faultcode>soap:Server</faultcode><faultstring>Register unavailable</faultstring>"
                        + "</soap:Fault></soap:Body></soap:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void pause(long ms) throws IOException {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
