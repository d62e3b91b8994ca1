package az.dost.vahid.journeys.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The entries of the audit chain that a period has.
 *
 * @param first number of the first one
 * @param rootNumber of the signed root below which the last one is; 0 where nothing was signed so far
 * @param root Merkle root, base64url; null where nothing was signed so far
 */
record ChainPart(long first, long last, long rootNumber, String root) {
    boolean signed() {
        return rootNumber > 0;
    }

    ObjectNode json() {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("first", first).put("last", last);
        if (signed()) {
            json.putObject("root").put("number", rootNumber).put("root", root);
        }
        return json;
    }
}
