package az.dost.vahid.spdci;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One registry of the standard.
 *
 * @param type as the standard names it
 * @param identifiers types that mean the FIN
 * @param attributes of an expression that mean it, where one must be equal to a value
 * @param events types of life events, by the standard's names
 * @param record name of the one that is given where nobody says which
 * @param names other names of records
 */
record Registry(
        String type,
        List<String> identifiers,
        List<String> attributes,
        Map<String, String> events,
        String record,
        Map<String, String> names,
        Map<String, RecordForm> records) {

    /** @param name as somebody writes it, with or without what stands before a colon; null for the usual one */
    Optional<RecordForm> form(String name) {
        String bare = name == null ? record : bare(name);
        return Optional.ofNullable(records.get(names.getOrDefault(bare, bare)));
    }

    /** The type of life event of this name; empty where there is none. */
    Optional<String> event(String name) {
        return Optional.ofNullable(events.get(bare(name)));
    }

    static String bare(String name) {
        return name.substring(name.lastIndexOf(':') + 1);
    }
}
