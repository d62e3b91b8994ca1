package az.dost.vahid.pages.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A list of the gateway, with the parameters that have a value. */
public final class ListQuery {
    private final StringBuilder address;
    private final List<Object> values = new ArrayList<>();

    public ListQuery(String path) {
        address = new StringBuilder(path);
    }

    /** @param value left out when it is blank */
    public ListQuery with(String name, String value) {
        if (!value.isBlank()) {
            address.append(values.isEmpty() ? '?' : '&')
                    .append(name)
                    .append("={")
                    .append(name)
                    .append('}');
            values.add(value);
        }
        return this;
    }

    public JsonNode of(Gateway gateway) {
        return ask(gateway).body();
    }

    /** @param parts of the path, those of its variables in their order */
    public Answer ask(Gateway gateway, Object... parts) {
        return gateway.get(
                address.toString(),
                Stream.concat(Arrays.stream(parts), values.stream()).toArray());
    }
}
