package az.dost.vahid.drop.row;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A row as it is held.
 *
 * @param number in the file, from 1
 * @param facts canonical facts by name, an object; null for a deletion
 */
public record HeldRow(String fin, long number, JsonNode facts) {}
