package az.dost.vahid.check.fact;

import java.util.List;

/**
 * A canonical fact, field by field.
 *
 * @param list whether the fact is a list of such records
 */
public record FactShape(String name, boolean list, List<FactField> fields) {}
