package az.dost.vahid.mock.kit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The faults now in force, one an agency. */
public final class Faults {
    private final Map<String, Fault> current = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /** Never null; {@link Fault#NONE} unless set. */
    public Fault of(String agency) {
        return current.getOrDefault(agency, Fault.NONE);
    }

    public void set(String agency, Fault fault) {
        current.put(agency, fault);
        listeners.forEach(listener -> listener.accept(agency));
    }

    /** Agencies without a fault notice nothing: their connections stay open. */
    public void clear() {
        current.keySet().forEach(agency -> {
            if (of(agency) != Fault.NONE) {
                set(agency, Fault.NONE);
            }
        });
    }

    /** Calls back with the agency's id each time its fault is set. */
    public void onChange(Consumer<String> listener) {
        listeners.add(listener);
    }
}
