package az.dost.vahid.fact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * A rule of plausibility for fields of one record together: which of them is wrong when it is broken nobody knows, so
 * none is believed. It says nothing where one of them is absent.
 *
 * @param id stable code
 * @param test given a record that has all the fields, and the day in Azerbaijan
 */
record RecordRule(String id, List<String> fields, BiPredicate<ObjectNode, LocalDate> test) {
    /** @param today in Azerbaijan */
    boolean holds(ObjectNode record, LocalDate today) {
        for (String field : fields) {
            if (RecordShape.isAbsent(record.get(field))) {
                return true;
            }
        }
        return test.test(record, today);
    }
}
