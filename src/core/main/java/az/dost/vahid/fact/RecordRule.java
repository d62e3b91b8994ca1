package az.dost.vahid.fact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;

/**
 * A rule of plausibility for fields of one record together: which of them is wrong when it is broken nobody knows, so
 * none is believed. It says nothing where one of them is absent.
 *
 * @param id stable code
 * @param test given a record that has all the fields
 */
record RecordRule(String id, List<String> fields, Predicate<ObjectNode> test) {
    boolean holds(ObjectNode record) {
        for (String field : fields) {
            if (RecordShape.isAbsent(record.get(field))) {
                return true;
            }
        }
        return test.test(record);
    }
}
