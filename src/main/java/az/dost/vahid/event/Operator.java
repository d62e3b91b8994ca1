package az.dost.vahid.event;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Who settles a dead letter.
 *
 * @param requester id
 * @param official  of the requester; null where nobody is named
 */
record Operator(String requester, String official) {
    ObjectNode said(ObjectNode act) {
        act.put("by", requester);
        return official == null ? act : act.put("official", official);
    }
}
