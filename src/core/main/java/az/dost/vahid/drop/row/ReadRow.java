package az.dost.vahid.drop.row;

import com.fasterxml.jackson.databind.JsonNode;

/** A row as it was read, and the same as JSON in UTF-8. */
record ReadRow(JsonNode tree, byte[] json) {}
