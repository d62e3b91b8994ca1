package az.dost.vahid.journeys.auditor;

import az.dost.vahid.edge.access.Auditor;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How the audit chain tells whose act something was. */
final class Acts {
    static ObjectNode by(Auditor auditor) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("by", auditor.requester().id())
                .put("official", auditor.official());
    }

    private Acts() {}
}
