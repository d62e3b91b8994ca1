package az.dost.vahid.journeys.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/**
 * A request that passes through: forms, parts, parameters and headers are the provider's, and nobody before the
 * exchange reads them. Frameworks would otherwise take the body for parameters, or a parameter of the address for a
 * header.
 */
final class OpaqueRequest extends HttpServletRequestWrapper {
    private final String method;

    /** @param method by which the frameworks are to treat it: they answer some methods themselves */
    OpaqueRequest(HttpServletRequest original, String method) {
        super(original);
        this.method = method;
    }

    @Override
    public String getMethod() {
        return method;
    }

    /** The request as it came. */
    static HttpServletRequest original(HttpServletRequest request) {
        jakarta.servlet.ServletRequest inner = request;
        while (inner instanceof jakarta.servlet.ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        return (HttpServletRequest) inner;
    }

    @Override
    public String getContentType() {
        return null;
    }

    @Override
    public int getContentLength() {
        return 0;
    }

    @Override
    public long getContentLengthLong() {
        return 0;
    }

    @Override
    public String getHeader(String name) {
        return null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return Collections.emptyEnumeration();
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.emptyEnumeration();
    }

    @Override
    public String getParameter(String name) {
        return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.emptyEnumeration();
    }

    @Override
    public String[] getParameterValues(String name) {
        return null;
    }
}
