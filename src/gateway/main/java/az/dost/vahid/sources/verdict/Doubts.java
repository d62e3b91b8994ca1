package az.dost.vahid.sources.verdict;

import az.dost.vahid.answer.Unmappable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What could not be believed of the records of a paper. A place is a JSON Pointer (RFC 6901), its indexes those of the
 * register's own list.
 */
final class Doubts {
    private final String records;
    private final List<Unmappable> told;
    /** Whether the whole of the records is in doubt, or more of them than the register's row tells. */
    private final boolean everything;

    /** @param records place of the one record, or of the list of records */
    Doubts(String records, List<Unmappable> unmappable) {
        this.records = records;
        this.told = unmappable.stream()
                .filter(part -> part.missed() && within(part.path(), records))
                .toList();
        this.everything = unmappable.stream().anyMatch(part -> part.missed() && within(records, part.cost()));
    }

    /** Whether a field, or a part of what it holds, may be missing from a record because it was not believed. */
    boolean of(String record, String field) {
        return everything || told.stream().anyMatch(part -> within(part.path(), record + "/" + field));
    }

    /** Whether anything of the records, or all of them, may be missing because it was not believed. */
    boolean any() {
        return everything || !told.isEmpty();
    }

    /** Whether items of the list may be missing because they were not believed. */
    boolean ofItems() {
        return everything || lostItems().findAny().isPresent();
    }

    /** A field for which an item was lost; empty where there is none, or it was no single field. */
    Optional<String> fieldOfItem() {
        return lostItems()
                .filter(part -> !part.path().equals(part.cost()))
                .map(part -> part.path().substring(part.cost().length() + 1).split("/")[0])
                .findFirst();
    }

    private Stream<Unmappable> lostItems() {
        return told.stream().filter(part -> part.cost().lastIndexOf('/') == records.length());
    }

    private static boolean within(String place, String whole) {
        return place.startsWith(whole) && (place.length() == whole.length() || place.charAt(whole.length()) == '/');
    }
}
