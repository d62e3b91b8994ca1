package az.dost.vahid.mock.kit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts how often each agency is asked in a second, whoever asks: several gateways keep one promise together. Tokens
 * are no question.
 */
final class AskedFilter extends HttpFilter {
    private static final int KEPT_SECONDS = 7_200;
    private final transient Map<String, ConcurrentSkipListMap<Long, LongAdder>> asked = new ConcurrentHashMap<>();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String[] path = request.getRequestURI().split("/");
        if (path.length > 1 && !path[1].equals("control") && !path[path.length - 1].equals("token")) {
            long second = System.currentTimeMillis() / 1000;
            ConcurrentSkipListMap<Long, LongAdder> seconds =
                    asked.computeIfAbsent(path[1], agency -> new ConcurrentSkipListMap<>());
            seconds.computeIfAbsent(second, began -> new LongAdder()).increment();
            seconds.headMap(second - KEPT_SECONDS).clear();
        }
        chain.doFilter(request, response);
    }

    /** Requests of each second since 1970 that had any, by agency. */
    ObjectNode told() {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(asked).forEach((agency, seconds) -> {
            ObjectNode counted = told.putObject(agency);
            seconds.forEach((second, requests) -> counted.put(String.valueOf(second), requests.sum()));
        });
        return told;
    }
}
