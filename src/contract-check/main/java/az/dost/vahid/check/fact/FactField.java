package az.dost.vahid.check.fact;

import java.util.List;

/**
 * One field of a canonical fact.
 *
 * @param type name of the schema's definition ({@code day}, {@code amount}...), {@code enum}, or a JSON type
 * @param values of an enum, empty otherwise
 */
public record FactField(String name, String type, boolean required, List<String> values) {}
